/* SPDX-License-Identifier: MIT */
/* A cause as a clause of a sentence. */
#include <math.h>

#include "domain/metrics.h"
#include "domain/stages.h"
#include "head_cause.h"
#include "head_part.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/select.h"
#include "stream/levels.h"

/* The data of a clause. */
struct clause {
	struct recout *o;
	const struct head *h;
	const struct head_cause *cause;
	const struct aside *a;
	const struct voice *voice;
	double now, base;
};

/* The kind of a cause: its name without `cause.'; empty for other asides. */
static struct slice
kind_of(const struct aside *a)
{
	static const struct slice prefix = { "cause.", 6 };

	if (!slice_starts(a->name, prefix))
		return SLICE("");
	return (struct slice){ a->name.at + prefix.n, a->name.n - prefix.n };
}

bool
head_is_rest(const struct aside *a)
{
	return slice_eq(kind_of(a), SLICE("other"));
}

bool
head_is_air(const struct head *h, const struct aside *a)
{
	return h->s->levelled && a->key[1 + FINE_AIR_NAME].n > 0;
}

void
put_ms(struct recout *o, double ms)
{
	if (ms >= 99950)
		recout_printf(o, "%.0f s", ms / 1000);
	else if (ms >= 9995)
		recout_printf(o, "%.1f s", ms / 1000);
	else if (ms >= 999.5)
		recout_printf(o, "%.2f s", ms / 1000);
	else
		recout_printf(o,
		    ms >= 9.95 || ms < 0.05 ? "%.0f ms" : "%.1f ms", ms);
}

/* `3.1%', with enough digits for a small change. */
void
put_size(struct recout *o, double pct)
{
	struct number n = number_real(100 + pct);

	/* The same digits as in the tables, without the sign. */
	if (pct >= 1000) {
		recout_printf(o, "%.0f%%", pct);
		return;
	}
	put_percent(o, n, number_whole(100));
	for (size_t i = o->n; i-- > 0;)
		if (o->at[i] == '+' || o->at[i] == '-') {
			memmove(o->at + i, o->at + i + 1, o->n - i - 1);
			o->n--;
			break;
		}
}

/* `1,060,403', `104 M' */
static void
put_count(struct recout *o, double n)
{
	static const struct {
		double least;
		const char *unit;
	} scale[] = { { 1e12, " T" }, { 1e9, " G" }, { 1e6, " M" } };

	for (size_t i = 0; n >= 1e7 - 0.5 && i < 3; i++) {
		double x = n / scale[i].least;

		if (x < 0.9995)
			continue;
		recout_printf(o, "%.*f%s",
		    x < 9.995     ? 2 :
			x < 99.95 ? 1 :
				    0,
		    x, scale[i].unit);
		return;
	}
	put_value(o,
	    n >= 0 && n < 1e15 && n == floor(n) ? number_whole((uint64_t)n) :
						  number_real(n));
}

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
	put_count(o, c->base);
	recout_str(o, " to ");
	put_count(o, c->now);
}

static void
put_both(struct recout *o, double base, double now)
{
	put_count(o, base);
	recout_str(o, " to ");
	put_count(o, now);
}

static void
put_key(const struct clause *c, size_t k, const char *what)
{
	struct slice key = c->a->key[k];

	if (key.n > 0)
		c->voice->name(c->o, key);
	else
		recout_printf(c->o, "(no %s)", what);
}

static void
put_group(const struct clause *c)
{
	put_key(c, 0, "group");
}

/* The value of a finer key; empty if the stream has none. */
static struct slice
fine(const struct clause *c, enum fine key)
{
	return c->h->s->levelled ? c->a->key[1 + key] : SLICE("");
}

static bool
is_of_all(const struct clause *c)
{
	return slice_eq(c->a->key[0], SLICE("*"));
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

		if (!v.known || !b.known || !(v.n.real > 0) || !(b.n.real > 0))
			continue;
		*base = b.n.real;
		*now = v.n.real;
		return true;
	}
	return false;
}

static bool
find_cells(const struct clause *c, double *base, double *now)
{
	struct slice name;

	for (size_t i = 0; (name = metrics_with(ROLE_MADE_CELLS, i)).n > 0; i++)
		if (find(c, name, base, now))
			return true;
	return false;
}

static bool
find_insns(const struct clause *c, double *base, double *now)
{
	struct slice name;

	for (size_t i = 0; (name = metrics_with(ROLE_CYCLES, i)).n > 0; i++)
		if (find(c, name, base, now))
			return true;
	return false;
}

/* `2.1', `84.9', `1,910' */
static void
put_times(struct recout *o, double factor)
{
	if (factor < 99.95)
		recout_printf(o, "%.3g", factor);
	else
		put_count(o, round(factor));
}

/* `33% more', `2.1 times as many' */
static void
put_more(struct recout *o, double base, double now)
{
	if (now >= 2 * base) {
		put_times(o, now / base);
		recout_str(o, " times as many");
		return;
	}
	put_size(o, fabs(now / base - 1) * 100);
	recout_str(o, now > base ? " more" : " fewer");
}

/* A smaller change hardly makes another number. */
#define NEARLY 0.0002

/* `, with the same instructions' */
static void
put_with_insns(const struct clause *c)
{
	double base, now;

	if (!find_insns(c, &base, &now))
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

/* The bench's next cause of a kind after *at, which starts at 0. */
static const struct aside *
next_of_kind(const struct clause *c, const char *kind, size_t *at)
{
	const struct sheet *s = c->h->s;

	if (*at == 0)
		*at = sheet_asides(s, c->h->bench);
	while (*at < s->nasides && s->aside[*at].bench == c->h->bench) {
		const struct aside *a = &s->aside[(*at)++];

		if (head_is_cause(a) && slice_eq(kind_of(a), slice_str(kind)))
			return a;
	}
	return NULL;
}

/* `, and with KECCAK256 executed 7,833 times instead of 2,619' */
static void
put_with_opcode(const struct clause *c)
{
	const struct aside *a;
	size_t at = 0;

	while ((a = next_of_kind(c, "opcode", &at)) != NULL) {
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
	double base, now;

	put_group(c);
	if (find_cells(c, &base, &now) && base != now) {
		recout_str(c->o, " proves ");
		put_more(c->o, base, now);
		recout_str(c->o, " cells");
	}
	recout_str(c->o, ": ");
}

static void
put_cells_of_air(const struct clause *c)
{
	if (!c->a->base_sum.known || !c->a->now_sum.known)
		return;
	recout_str(c->o, " (");
	put_both(c->o, c->a->base_sum.n.real, c->a->now_sum.n.real);
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
	struct slice what = kind_of(c->a);

	c->voice->metric(c->o, fine(c, FINE_AIR_NAME));
	if (c->base == 0 || c->now == 0) {
		recout_str(c->o,
		    c->base == 0 ? " is new with " : " is gone with ");
		put_count(c->o, fmax(c->base, c->now));
	} else {
		recout_str(c->o, " went ");
		put_from_to(c);
	}
	recout_char(c->o, ' ');
	recout_slice(c->o, what);
	if (!slice_eq(what, SLICE("cells")))
		put_cells_of_air(c);
	else if (is_odd(c))
		recout_str(c->o,
		    ", which on one side are not its rows "
		    "times its columns");
}

static void
clause_airs(const struct clause *c)
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
	put_with_insns(c);
	put_with_opcode(c);
}

static void
clause_cells(const struct clause *c)
{
	if (c->cause->nairs > 0) {
		clause_airs(c);
		return;
	}
	put_group(c);
	recout_str(c->o, " proves ");
	put_more(c->o, c->base, c->now);
	recout_str(c->o, " cells (");
	put_both(c->o, c->base, c->now);
	recout_char(c->o, ')');
	put_with_insns(c);
	if (has_airs(c))
		recout_str(c->o, "; its AIRs don't add up to that");
}

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
		put_both(c->o, base, base + a->cells);
	} else {
		recout_str(c->o, base > 0 ? " is gone with " : " is new with ");
		put_count(c->o, fmax(base, base + a->cells));
	}
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

		if (a->key[0].at != c->a->key[0].at || a->cells == 0)
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
	double base, now;

	if (!find_cells(c, &base, &now) || base == now)
		return;
	recout_str(c->o, "; it proves ");
	put_more(c->o, base, now);
	recout_str(c->o, " cells");
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

static void
clause_instructions(const struct clause *c)
{
	put_group(c);
	recout_str(c->o, " executes ");
	put_more(c->o, c->base, c->now);
	recout_str(c->o, " instructions (");
	put_both(c->o, c->base, c->now);
	recout_char(c->o, ')');
	put_outcome(c);
}

static void
clause_opcode(const struct clause *c)
{
	double base, now;

	put_group(c);
	recout_str(c->o, " executes the opcode ");
	c->voice->metric(c->o, fine(c, FINE_OPCODE));
	recout_char(c->o, ' ');
	put_count(c->o, c->now);
	recout_str(c->o, " times instead of ");
	put_count(c->o, c->base);
	if (find_insns(c, &base, &now) && base != now) {
		recout_str(c->o, " (");
		put_more(c->o, base, now);
		recout_str(c->o, " instructions)");
	}
	put_outcome(c);
}

static void
clause_segments(const struct clause *c)
{
	double base, now;

	put_group(c);
	recout_str(c->o, " has ");
	put_count(c->o, c->now);
	recout_str(c->o,
	    c->now == 1 ? " segment instead of " : " segments instead of ");
	put_count(c->o, c->base);
	put_with_insns(c);
	if (find_cells(c, &base, &now) && base != now) {
		recout_str(c->o, " and ");
		put_more(c->o, base, now);
		recout_str(c->o, " cells");
	}
}

/* `internal_recursive.2 is new with 1 proof' */
static void
clause_of_one_side(const struct clause *c)
{
	double n = fmax(c->base, c->now);

	put_group(c);
	recout_str(c->o, c->base == 0 ? " is new with " : " is gone with ");
	put_count(c->o, n);
	recout_str(c->o, n == 1 ? " proof" : " proofs");
}

static void
clause_proofs(const struct clause *c)
{
	if (c->base == 0 || c->now == 0) {
		clause_of_one_side(c);
		return;
	}
	put_group(c);
	recout_str(c->o, " has ");
	put_count(c->o, c->now);
	recout_str(c->o,
	    c->now == 1 ? " proof instead of " : " proofs instead of ");
	put_count(c->o, c->base);
}

static void
clause_straggler(const struct clause *c)
{
	struct slice segment = fine(c, FINE_SEGMENT);

	recout_str(c->o, segment.n > 0 ? "segment " : "proof ");
	c->voice->name(c->o, segment.n > 0 ? segment : fine(c, FINE_IDX));
	recout_str(c->o, " of ");
	put_group(c);
	recout_str(c->o, " takes ");
	put_ms(c->o, c->now);
	recout_str(c->o, " instead of ");
	put_ms(c->o, c->base);
	if (!c->a->now_sum.known || !isfinite(c->a->now_sum.n.real))
		return;
	recout_printf(c->o, "; the longest other %s takes ",
	    segment.n > 0 ? "segment" : "proof");
	put_ms(c->o, c->a->now_sum.n.real);
}

/* `takes 35% longer', `takes 2.1 times as long', `is 3.2 times as fast' */
static void
put_pace(const struct clause *c)
{
	double factor = c->now / c->base;

	if (factor >= 2) {
		recout_str(c->o, "takes ");
		put_times(c->o, factor);
		recout_str(c->o, " times as long");
	} else if (factor <= 0.5) {
		recout_str(c->o, "is ");
		put_times(c->o, 1 / factor);
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

static void
clause_rate(const struct clause *c, const char *stage,
    const struct head_stage *parts, const char *looks)
{
	recout_printf(c->o, "%s ", stage);
	if (!is_of_all(c) && c->a->key[0].n > 0) {
		recout_str(c->o, "in ");
		put_group(c);
		recout_char(c->o, ' ');
	}
	put_pace(c);
	if (is_of_all(c))
		recout_str(c->o, " in all groups");
	put_part(c, parts);
	if (is_of_all(c))
		recout_str(c->o, looks);
}

static void
clause_machine(const struct clause *c)
{
	clause_rate(c, "every stage", NULL, ": this looks like the machine");
}

/* Whether no other stage changed in the same direction. */
static bool
is_alone(const struct clause *c)
{
	static const char *const other[] = { "trace_generation", "execution" };

	for (size_t i = 0; i < 2; i++) {
		const struct aside *a;
		size_t at = 0;

		while ((a = next_of_kind(c, other[i], &at)) != NULL)
			if ((a->now.n.real > a->base.n.real) ==
			    (c->now > c->base))
				return false;
	}
	return true;
}

static void
clause_proving(const struct clause *c)
{
	static const struct head_stage stage = { true, { ROLE_PROVE } };

	clause_rate(c, "proving", &stage,
	    is_alone(c) ? ": this looks like the prover" : "");
}

static void
clause_trace_generation(const struct clause *c)
{
	static const struct head_stage stage = { true, { ROLE_TRACE_GEN } };

	clause_rate(c, "trace generation", &stage, "");
}

static void
clause_execution(const struct clause *c)
{
	static const struct head_stage stage = { false,
		{ ROLE_EXECUTE, ROLE_BEFORE, ROLE_BESIDE, ROLES_END } };

	clause_rate(c, "execution", &stage, "");
}

static void
clause_proof(const struct clause *c)
{
	clause_rate(c, "each proof", NULL, "");
}

/* The kinds of causes, as ovp-diff(1) lists them, except the rest. */
static const struct {
	const char *kind;
	void (*put)(const struct clause *);
	bool is_counted; /* an exact number */
} clauses[] = {
	{ "machine", clause_machine, false },
	{ "proving", clause_proving, false },
	{ "trace_generation", clause_trace_generation, false },
	{ "execution", clause_execution, false },
	{ "proof", clause_proof, false },
	{ "straggler", clause_straggler, false },
	{ "segments", clause_segments, true },
	{ "proofs", clause_proofs, true },
	{ "instructions", clause_instructions, true },
	{ "opcode", clause_opcode, true },
	{ "rows", clause_cells, true },
	{ "columns", clause_cells, true },
	{ "cells", clause_cells, true },
};

enum { CLAUSES = sizeof(clauses) / sizeof(clauses[0]) };

static size_t
clause_of(const struct aside *a)
{
	size_t i = 0;

	while (i < CLAUSES && !slice_eq(kind_of(a), slice_str(clauses[i].kind)))
		i++;
	return i;
}

bool
head_is_cause(const struct aside *a)
{
	return (clause_of(a) < CLAUSES || head_is_rest(a)) && a->now.known &&
	    a->base.known && isfinite(a->now.n.real) &&
	    isfinite(a->base.n.real);
}

bool
head_is_counted(const struct aside *a)
{
	return clauses[clause_of(a)].is_counted;
}

void
head_put_clause(struct recout *o, const struct head *h,
    const struct head_cause *cause, const struct voice *voice)
{
	const struct aside *a = cause->of;
	struct clause c = { o, h, cause, a, voice, a->now.n.real,
		a->base.n.real };

	clauses[clause_of(a)].put(&c);
}
