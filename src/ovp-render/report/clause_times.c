/* SPDX-License-Identifier: MIT */
/* Clauses about rates and stragglers. */
#include <math.h>

#include "clause_parts.h"
#include "head_part.h"
#include "quantity.h"

static bool
is_of_all(const struct clause *c)
{
	return slice_eq(c->a->key[0], SLICE("*"));
}

/* `takes 35% longer', `takes 2.1 times as long', `is 3.2 times as fast' */
static void
put_pace(const struct clause *c)
{
	double factor = c->now / c->base;

	if (factor >= 2) {
		recout_str(c->o, "takes ");
		put_factor(c->o, factor);
		recout_str(c->o, " times as long");
	} else if (factor <= 0.5) {
		recout_str(c->o, "is ");
		put_factor(c->o, 1 / factor);
		recout_str(c->o, " times as fast");
	} else {
		recout_str(c->o, "takes ");
		put_size(c->o, fabs(factor - 1) * 100);
		recout_str(c->o, factor > 1 ? " longer" : " less time");
	}
	recout_str(c->o, " for the same work");
}

/* `, most of it in prover.openings_time_ms (1.20 s to 3.10 s)' */
static void
put_part(const struct clause *c, const struct head_stage *stage)
{
	struct head_part part;

	if (stage == NULL || !head_find_part(c->h, c->a, stage, &part) ||
	    (part.now > part.base) != (c->now > c->base))
		return;
	recout_str(c->o, ", most of it in ");
	c->voice->metric(c->o, part.metric);
	recout_str(c->o, " (");
	put_ms(c->o, part.base);
	recout_str(c->o, " to ");
	put_ms(c->o, part.now);
	recout_char(c->o, ')');
}

/* `proving in leaf takes 35% longer for the same work, most of it in ...' */
static void
put_rate(const struct clause *c, const char *stage,
    const struct head_stage *parts, const char *looks)
{
	recout_printf(c->o, "%s ", stage);
	if (!is_of_all(c) && c->a->key[0].n > 0) {
		recout_str(c->o, "in ");
		clause_put_group(c);
		recout_char(c->o, ' ');
	}
	put_pace(c);
	if (is_of_all(c))
		recout_str(c->o, " in all groups");
	put_part(c, parts);
	if (is_of_all(c))
		recout_str(c->o, looks);
}

void
clause_machine(const struct clause *c)
{
	put_rate(c, "every stage", NULL, ": this looks like the machine");
}

/* Whether no other stage changed in the same direction. */
static bool
is_alone(const struct clause *c)
{
	static const enum cause_kind other[] = { CAUSE_TRACE_GENERATION,
		CAUSE_EXECUTION };

	for (size_t i = 0; i < 2; i++) {
		const struct aside *a;
		size_t at = 0;

		while ((a = clause_next(c, other[i], &at)) != NULL)
			if ((a->now.n.real > a->base.n.real) ==
			    (c->now > c->base))
				return false;
	}
	return true;
}

void
clause_proving(const struct clause *c)
{
	static const struct head_stage stage = { true, { ROLE_PROVE } };

	put_rate(c, "proving", &stage,
	    is_alone(c) ? ": this looks like the prover" : "");
}

void
clause_trace_generation(const struct clause *c)
{
	static const struct head_stage stage = { true, { ROLE_TRACE_GEN } };

	put_rate(c, "trace generation", &stage, "");
}

void
clause_execution(const struct clause *c)
{
	static const struct head_stage stage = { false,
		{ ROLE_EXECUTE, ROLE_BEFORE, ROLE_BESIDE, ROLES_END } };

	put_rate(c, "execution", &stage, "");
}

void
clause_proof(const struct clause *c)
{
	put_rate(c, "each proof", NULL, "");
}

void
clause_straggler(const struct clause *c)
{
	struct slice segment = clause_fine(c, FINE_SEGMENT);

	recout_str(c->o, segment.n > 0 ? "segment " : "proof ");
	c->voice->name(c->o,
	    segment.n > 0 ? segment : clause_fine(c, FINE_IDX));
	recout_str(c->o, " of ");
	clause_put_group(c);
	recout_str(c->o, " takes ");
	put_ms(c->o, c->now);
	recout_str(c->o, " instead of ");
	put_ms(c->o, c->base);
	if (!value_is_finite(c->a->now_sum))
		return;
	recout_printf(c->o, "; the longest other %s takes ",
	    segment.n > 0 ? "segment" : "proof");
	put_ms(c->o, c->a->now_sum.n.real);
}
