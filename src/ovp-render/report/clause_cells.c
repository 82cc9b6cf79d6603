/* SPDX-License-Identifier: MIT */
/* Clauses about cells and their AIRs. */
#include <math.h>

#include "clause_parts.h"
#include "quantity.h"

static bool
is_power(double n)
{
	int e;

	return n >= 16 && frexp(n, &e) == 0.5;
}

/* `from 2^19 to 2^20' */
static void
put_from_to(const struct clause *c)
{
	struct recout *o = c->o;

	recout_str(o, "from ");
	if (is_power(c->base) && is_power(c->now)) {
		recout_printf(o, "2^%d to 2^%d", ilogb(c->base), ilogb(c->now));
		return;
	}
	put_counts(o, c->base, c->now);
}

/* `, and with KECCAK256 executed 7,833 times instead of 2,619' */
static void
put_with_opcode(const struct clause *c)
{
	const struct aside *a;
	size_t at = 0;

	while ((a = clause_next(c, CAUSE_OPCODE, &at)) != NULL) {
		if (!c->h->s->levelled || a->key[0].at != c->a->key[0].at)
			continue;
		recout_str(c->o, ", and with ");
		c->voice->metric(c->o, a->key[1 + FINE_OPCODE]);
		recout_str(c->o, " executed ");
		put_count(c->o, a->now.n.real);
		recout_str(c->o, " times instead of ");
		put_count(c->o, a->base.n.real);
	}
}

/* `app_proof proves 33% more cells: ' */
static void
put_cells_of_group(const struct clause *c)
{
	clause_put_group(c);
	clause_put_cells(c, " proves ");
	recout_str(c->o, ": ");
}

static void
put_cells_of_air(const struct clause *c)
{
	if (!value_is_finite(c->a->base_sum) || !value_is_finite(c->a->now_sum))
		return;
	recout_str(c->o, " (");
	put_counts(c->o, c->a->base_sum.n.real, c->a->now_sum.n.real);
	recout_str(c->o, " cells)");
}

static bool
is_product(const struct value *of)
{
	double product = of[AIR_ROWS].n.real * of[AIR_WIDTH].n.real;

	return fabs(of[AIR_CELLS].n.real - product) <= product / 1000;
}

static bool
all_known(const struct value *of)
{
	return of[AIR_ROWS].known && of[AIR_WIDTH].known && of[AIR_CELLS].known;
}

/* Whether an AIR's cells are rows times columns on one side only. */
static bool
is_odd(const struct clause *c)
{
	const struct air_changes *airs = c->h->airs;
	size_t at, end = air_changes_find(airs, c->h->bench, &at);

	for (; at < end; at++) {
		const struct air_change *a = &airs->at[at];

		if (a->key[0].at == c->a->key[0].at &&
		    a->key[1 + FINE_AIR_NAME].at ==
			c->a->key[1 + FINE_AIR_NAME].at)
			return all_known(a->base) && all_known(a->now) &&
			    is_product(a->base) != is_product(a->now);
	}
	return false;
}

/* Whether AIRs of the cause's group changed. */
static bool
has_airs(const struct clause *c)
{
	const struct air_changes *airs = c->h->airs;
	size_t at, end = air_changes_find(airs, c->h->bench, &at);

	for (; at < end; at++)
		if (airs->at[at].key[0].at == c->a->key[0].at)
			return true;
	return false;
}

/* `KeccakfOpAir went from 2^19 to 2^20 rows (104 M to 209 M cells)' */
static void
put_air(const struct clause *c)
{
	enum cause_kind kind = cause_kind(c->a);

	c->voice->metric(c->o, clause_fine(c, FINE_AIR_NAME));
	if (c->base == 0 || c->now == 0) {
		recout_str(c->o,
		    c->base == 0 ? " is new with " : " is gone with ");
		put_count(c->o, fmax(c->base, c->now));
	} else {
		recout_str(c->o, " went ");
		put_from_to(c);
	}
	recout_char(c->o, ' ');
	recout_str(c->o, cause_name(kind));
	if (kind != CAUSE_CELLS)
		put_cells_of_air(c);
	else if (is_odd(c))
		recout_str(c->o,
		    ", which on one side are not its rows "
		    "times its columns");
}

static void
put_airs(const struct clause *c)
{
	size_t n = c->cause->nairs;

	put_cells_of_group(c);
	for (size_t i = 0; i < n && i < HEAD_AIRS; i++) {
		const struct aside *a = c->cause->air[i];
		struct clause one = { c->o, c->h, c->cause, a, c->voice,
			a->now.n.real, a->base.n.real };

		recout_str(c->o, i > 0 ? ", " : "");
		put_air(&one);
	}
	if (n > HEAD_AIRS)
		recout_printf(c->o, ", and %zu more", n - HEAD_AIRS);
	clause_put_insns(c);
	put_with_opcode(c);
}

void
clause_cells(const struct clause *c)
{
	if (c->cause->nairs > 0) {
		put_airs(c);
		return;
	}
	clause_put_group(c);
	recout_str(c->o, " proves ");
	put_more(c->o, c->base, c->now);
	recout_str(c->o, " cells (");
	put_counts(c->o, c->base, c->now);
	recout_char(c->o, ')');
	clause_put_insns(c);
	if (has_airs(c))
		recout_str(c->o, "; its AIRs don't add up to that");
}
