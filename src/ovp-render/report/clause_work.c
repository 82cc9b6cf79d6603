/* SPDX-License-Identifier: MIT */
/* Clauses about instructions, opcodes, segments and proofs. */
#include <math.h>

#include "clause_parts.h"
#include "domain/stages.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/select.h"
#include "quantity.h"

/* A second AIR is named if it has this share of the change. */
#define WORTH_NAMING 0.04

/* `X went from 11.3 G to 138 M cells', `Y is new with 1.11 G' */
static void
put_cells_of(const struct clause *c, const struct air_change *a)
{
	double base = a->base[AIR_CELLS].known ? a->base[AIR_CELLS].n.real : 0;

	c->voice->metric(c->o, a->key[1 + FINE_AIR_NAME]);
	if (base > 0 && base + a->cells > 0) {
		recout_str(c->o, " went from ");
		put_counts(c->o, base, base + a->cells);
	} else {
		recout_str(c->o, base > 0 ? " is gone with " : " is new with ");
		put_count(c->o, fmax(base, base + a->cells));
	}
}

static bool
is_infinite(struct value v)
{
	return v.known && !isfinite(v.n.real);
}

/* The AIR with most of the group's cells, then one that went against it. */
static void
put_most_airs(const struct clause *c)
{
	const struct air_changes *airs = c->h->airs;
	const struct air_change *most = NULL, *against = NULL;
	size_t at, end = air_changes_find(airs, c->h->bench, &at);
	double all = 0;

	for (size_t i = at; i < end; i++) {
		const struct air_change *a = &airs->at[i];

		if (a->key[0].at != c->a->key[0].at || a->cells == 0 ||
		    is_infinite(a->base[AIR_CELLS]) ||
		    is_infinite(a->now[AIR_CELLS]))
			continue;
		all += fabs(a->cells);
		if (most == NULL)
			most = a;
		else if (against == NULL && a->cells * most->cells < 0)
			against = a;
	}
	if (most == NULL)
		return;
	recout_str(c->o, ": ");
	put_cells_of(c, most);
	if (against != NULL && fabs(against->cells) > WORTH_NAMING * all) {
		recout_str(c->o, ", ");
		put_cells_of(c, against);
	}
}

/* Whether the proofs of the cause's group are segments. */
static bool
is_app(const struct clause *c)
{
	enum stage stage = stage_of(c->a->key[0]);

	return stage == STAGE_APP || stage == STAGE_NONE;
}

/* `; it proves 93% fewer cells in 2 segments instead of 31: ...' */
static void
put_outcome(const struct clause *c)
{
	const struct row *r = select_metric(c->h->s, c->a,
	    metrics_named(ROLE_TOTAL));

	if (!clause_put_cells(c, "; it proves "))
		return;
	if (r != NULL && row_now(r, STAT_COUNT).known &&
	    row_base(r, STAT_COUNT).known &&
	    number_cmp(row_now(r, STAT_COUNT).n, row_base(r, STAT_COUNT).n) !=
		0) {
		recout_str(c->o, " in ");
		put_value(c->o, row_now(r, STAT_COUNT).n);
		recout_str(c->o, is_app(c) ? " segment" : " proof");
		recout_str(c->o,
		    row_now(r, STAT_COUNT).n.real == 1 ? " instead of " :
							 "s instead of ");
		put_value(c->o, row_base(r, STAT_COUNT).n);
	}
	put_most_airs(c);
}

void
clause_instructions(const struct clause *c)
{
	clause_put_group(c);
	recout_str(c->o, " executes ");
	put_more(c->o, c->base, c->now);
	recout_str(c->o, " instructions (");
	put_counts(c->o, c->base, c->now);
	recout_char(c->o, ')');
	put_outcome(c);
}

void
clause_opcode(const struct clause *c)
{
	double base, now;

	clause_put_group(c);
	recout_str(c->o, " executes the opcode ");
	c->voice->metric(c->o, clause_fine(c, FINE_OPCODE));
	recout_char(c->o, ' ');
	put_count(c->o, c->now);
	recout_str(c->o, " times instead of ");
	put_count(c->o, c->base);
	if (clause_find(c, ROLE_CYCLES, &base, &now) && base != now) {
		recout_str(c->o, " (");
		put_more(c->o, base, now);
		recout_str(c->o, " instructions)");
	}
	put_outcome(c);
}

void
clause_segments(const struct clause *c)
{
	clause_put_group(c);
	recout_str(c->o, " has ");
	put_count(c->o, c->now);
	recout_str(c->o,
	    c->now == 1 ? " segment instead of " : " segments instead of ");
	put_count(c->o, c->base);
	clause_put_insns(c);
	clause_put_cells(c, " and ");
}

/* `internal_recursive.2 is new with 1 proof' */
static void
put_one_side(const struct clause *c)
{
	double n = fmax(c->base, c->now);

	clause_put_group(c);
	recout_str(c->o, c->base == 0 ? " is new with " : " is gone with ");
	put_count(c->o, n);
	recout_str(c->o, n == 1 ? " proof" : " proofs");
}

void
clause_proofs(const struct clause *c)
{
	if (c->base == 0 || c->now == 0) {
		put_one_side(c);
		return;
	}
	clause_put_group(c);
	recout_str(c->o, " has ");
	put_count(c->o, c->now);
	recout_str(c->o,
	    c->now == 1 ? " proof instead of " : " proofs instead of ");
	put_count(c->o, c->base);
}
