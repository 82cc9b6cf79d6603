/* SPDX-License-Identifier: MIT */
/* What made proof times change, as sentences. */
#include <math.h>

#include "domain/metrics.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/select.h"
#include "remarks.h"

/* A part is named when it has this share of the change. */
#define WORTH_NAMING	0.2

/* Below this, in per cent of the time, a share is nothing to speak of. */
#define NOTHING		0.05

enum { MAX_PARTS = 2 };

/* The causes of one group, the largest parts first. */
struct split {
	const struct aside	*work, *rate, *within;
	const struct aside	*part[MAX_PARTS];
	const struct row	*time;		/* or NULL */
	double			 total;		/* its change, per cent, or 0 */
};

static bool
is_number(const struct value *v)
{
	return v->known && isfinite(v->n.real);
}

static bool
is_cause(const struct aside *a, const char *what)
{
	struct slice name = a->name;

	if (!slice_starts(name, SLICE("cause.")) || !is_number(&a->now) ||
	    !is_number(&a->base) || !is_number(&a->pct))
		return false;
	name = (struct slice){ name.at + strlen("cause."),
	    name.n - strlen("cause.") };
	return slice_starts(name, slice_str(what));
}

static double
pct(const struct aside *a)
{
	return a->pct.n.real;
}

/* `cause.work.M' to M. */
static struct slice
metric_of(const struct aside *a)
{
	struct slice name = a->name;

	for (int dots = 0; dots < 2 && name.n > 0; name.at++, name.n--)
		dots += *name.at == '.';
	return name;
}

static void
put_parts(struct recout *o, const struct split *c, const struct voice *voice)
{
	for (size_t i = 0; i < MAX_PARTS && c->part[i] != NULL; i++) {
		struct slice metric = metric_of(c->part[i]);

		recout_str(o, i > 0 ? " and " : c->rate != NULL ? "; in " :
		    ", in ");
		voice->metric(o, metric);
		recout_str(o, " (");
		put_pct(o, pct(c->part[i]));
		/* What is within is so within this one. */
		if (c->within != NULL && slice_eq(metric,
		    metrics_named(ROLE_PROVE))) {
			recout_str(o, ", of it ");
			voice->metric(o, metric_of(c->within));
			recout_char(o, ' ');
			put_pct(o, pct(c->within));
		}
		recout_char(o, ')');
	}
}

static void
put_work(struct recout *o, const struct aside *work, const struct voice *voice)
{
	put_pct(o, pct(work));
	recout_printf(o, " from %s work (", number_cmp(work->now.n,
	    work->base.n) > 0 ? "more" : "less");
	voice->metric(o, metric_of(work));
	recout_char(o, ' ');
	put_percent(o, work->now.n, work->base.n);
	recout_char(o, ')');
}

static void
put_split(struct recout *o, const struct split *c, const struct voice *voice)
{
	bool lower = c->rate->now.n.real < c->rate->base.n.real;

	if (fabs(pct(c->work)) < NOTHING) {
		recout_printf(o, ", all from a %s rate (the work, ", lower ?
		    "lower" : "higher");
		voice->metric(o, metric_of(c->work));
		recout_printf(o, ", is %sthe same)", number_cmp(
		    c->work->now.n, c->work->base.n) == 0 ? "" : "nearly ");
		return;
	}
	recout_str(o, ", ");
	put_work(o, c->work, voice);
	if (fabs(pct(c->rate)) < NOTHING)
		return;
	recout_str(o, ", ");
	put_pct(o, pct(c->rate));
	recout_printf(o, " from a %s rate", lower ? "lower" : "higher");
}

/* Whether a part went the way of the whole, far enough to be named. */
static bool
is_worth_naming(const struct aside *a, double total)
{
	return pct(a) / total >= WORTH_NAMING;
}

static void
take_part(struct split *c, const struct aside *a)
{
	for (size_t i = 0; i < MAX_PARTS; i++) {
		const struct aside *other = c->part[i];

		if (other != NULL && fabs(pct(other)) >= fabs(pct(a)))
			continue;
		c->part[i] = a;
		if (other == NULL)
			return;
		a = other;
	}
}

/* The change of a proof time in per cent; 0 when not known. */
static double
change(const struct row *r)
{
	static const enum statistic total[] = { STAT_SUM, STAT_AVG };

	for (size_t i = 0; r != NULL && i < 2; i++) {
		const struct value *now = &r->now[total[i]];
		const struct value *base = &r->base[total[i]];

		if (is_number(now) && is_number(base) && base->n.real != 0)
			return (now->n.real / base->n.real - 1) * 100;
	}
	return 0;
}

/* A verdict is about the average, which is another one then. */
static void
put_sum(struct recout *o, const struct row *r)
{
	const struct value *now, *base;

	if (r == NULL)
		return;
	now = &r->now[STAT_COUNT];
	base = &r->base[STAT_COUNT];
	if (is_number(now) && is_number(base) &&
	    number_cmp(now->n, base->n) != 0)
		recout_printf(o, " in the sum of %g proofs, before of %g",
		    now->n.real, base->n.real);
}

static void
collect(struct split *c, const struct sheet *s, const struct aside *a,
    size_t n)
{
	*c = (struct split){ .time = select_total(s, a) };
	c->total = change(c->time);
	for (size_t i = 0; i < n; i++) {
		if (is_cause(&a[i], "work."))
			c->work = &a[i];
		if (is_cause(&a[i], "rate."))
			c->rate = &a[i];
		if (is_cause(&a[i], "part.") && is_worth_naming(&a[i], c->total))
			take_part(c, &a[i]);
		if (is_cause(&a[i], "within.") &&
		    is_worth_naming(&a[i], c->total) && (c->within == NULL ||
		    fabs(pct(&a[i])) > fabs(pct(c->within))))
			c->within = &a[i];
	}
}

static bool
is_of_group(const struct sheet *s, const struct aside *a,
    const struct aside *first)
{
	if (a->bench != first->bench ||
	    !slice_starts(a->name, SLICE("cause.")))
		return false;
	for (size_t k = 0; k < s->nkeys; k++)
		if (a->key[k].at != first->key[k].at)
			return false;
	return true;
}

static void
put_keys(struct recout *o, const struct sheet *s, const struct aside *a,
    const struct voice *voice)
{
	for (size_t k = 0; k < s->nkeys; k++) {
		recout_str(o, k > 0 ? ", " : "");
		if (a->key[k].n > 0) {
			voice->name(o, a->key[k]);
			continue;
		}
		recout_str(o, "(no ");
		voice->name(o, s->key[k]);
		recout_char(o, ')');
	}
	recout_char(o, ' ');
}

/* The next group's first aside behind *at: n of them. NULL when none. */
static const struct aside *
next_group(const struct sheet *s, size_t bench, size_t *at, size_t *n)
{
	const struct aside *first;

	if (*at == 0)
		*at = sheet_asides(s, bench);
	while (*at < s->nasides && s->aside[*at].bench == bench &&
	    (!slice_starts(s->aside[*at].name, SLICE("cause.")) ||
	    is_cause(&s->aside[*at], "machine")))
		++*at;
	if (*at == s->nasides || s->aside[*at].bench != bench)
		return NULL;
	first = &s->aside[*at];
	for (*n = 0; *at < s->nasides && is_of_group(s, &first[*n], first);
	    ++*at)
		++*n;
	return first;
}

const struct aside *
remarks_cause(struct recout *o, const struct sheet *s, size_t bench,
    size_t *at, const struct voice *voice)
{
	const struct aside *first;
	struct split c;
	size_t n;

	while ((first = next_group(s, bench, at, &n)) != NULL) {
		bool is_split;

		collect(&c, s, first, n);
		is_split = c.work != NULL && c.rate != NULL;
		if (!is_split && c.part[0] == NULL)
			continue;
		put_keys(o, s, first, voice);
		put_pct(o, c.total);
		put_sum(o, c.time);
		if (is_split)
			put_split(o, &c, voice);
		put_parts(o, &c, voice);
		recout_char(o, '.');
		return first;
	}
	return NULL;
}

bool
remarks_machine(struct recout *o, const struct sheet *s, size_t bench)
{
	for (size_t i = sheet_asides(s, bench); i < s->nasides &&
	    s->aside[i].bench == bench; i++) {
		const struct aside *a = &s->aside[i];

		if (!is_cause(a, "machine"))
			continue;
		recout_printf(o, "The rates of all groups %s together (",
		    pct(a) < 0 ? "fell" : "rose");
		put_pct(o, pct(a));
		recout_str(o, " on average): this looks like the machine.");
		return true;
	}
	return false;
}
