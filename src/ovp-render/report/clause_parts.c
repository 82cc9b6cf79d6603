/* SPDX-License-Identifier: MIT */
/* The data of a clause, and what several clauses say. */
#include <math.h>

#include "clause_parts.h"
#include "ovp-render/sheet/select.h"
#include "quantity.h"

/* A smaller change hardly makes another number. */
#define NEARLY 0.0002

void
clause_put_group(const struct clause *c)
{
	struct slice group = c->a->key[0];

	if (group.n > 0)
		c->voice->name(c->o, group);
	else
		recout_str(c->o, "(no group)");
}

struct slice
clause_fine(const struct clause *c, enum fine key)
{
	return c->h->s->levelled ? c->a->key[1 + key] : SLICE("");
}

/* A sum of the cause's group, else an average; false if a side has none. */
static bool
find(const struct clause *c, struct slice metric, double *base, double *now)
{
	static const enum statistic stat[] = { STAT_SUM, STAT_AVG };
	const struct row *r = select_metric(c->h->s, c->a, metric);
	bool once = metrics_find(metric)->once != ONCE_NO;

	for (size_t k = once; r != NULL && k < 2; k++) {
		struct value v = row_now(r, stat[k]);
		struct value b = row_base(r, stat[k]);

		if (!(value_positive(v) > 0) || !(value_positive(b) > 0))
			continue;
		*base = b.n.real;
		*now = v.n.real;
		return true;
	}
	return false;
}

bool
clause_find(const struct clause *c, enum metric_role role, double *base,
    double *now)
{
	struct slice name;

	for (size_t i = 0; (name = metrics_with(role, i)).n > 0; i++)
		if (find(c, name, base, now))
			return true;
	return false;
}

const struct aside *
clause_next(const struct clause *c, enum cause_kind kind, size_t *at)
{
	const struct sheet *s = c->h->s;

	if (*at == 0)
		*at = sheet_asides(s, c->h->bench);
	while (*at < s->nasides && s->aside[*at].bench == c->h->bench) {
		const struct aside *a = &s->aside[(*at)++];

		if (cause_kind(a) == kind)
			return a;
	}
	return NULL;
}

void
clause_put_insns(const struct clause *c)
{
	double base, now;

	if (!clause_find(c, ROLE_CYCLES, &base, &now))
		return;
	recout_str(c->o, " with ");
	if (base == now)
		recout_str(c->o, "the same");
	else if (fabs(now / base - 1) < NEARLY)
		recout_str(c->o, "nearly the same");
	else
		put_more(c->o, base, now);
	recout_str(c->o, " instructions");
}

bool
clause_put_cells(const struct clause *c, const char *lead)
{
	double base, now;

	if (!clause_find(c, ROLE_MADE_CELLS, &base, &now) || base == now)
		return false;
	recout_str(c->o, lead);
	put_more(c->o, base, now);
	recout_str(c->o, " cells");
	return true;
}
