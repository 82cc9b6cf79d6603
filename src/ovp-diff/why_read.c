/* SPDX-License-Identifier: MIT */
/* Reader of a bench's statistics into the model of its cost. */
#include <math.h>
#include <string.h>

#include "domain/metrics.h"
#include "domain/stages.h"
#include "stream/levels.h"
#include "summary.h"
#include "why_read.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

/* With fewer runs on both sides, the noise of times is unknown. */
enum { FEW_RUNS = 5 };

/* No proof has values beyond these; powers of them still fit in a double. */
#define MOST 1e60
#define LEAST 1e-60

static const unsigned both_sides = 1u << BASE | 1u << NOW;

struct reader {
	struct why *w;
	const struct store *s;
	const struct judgement *all;
	struct slice opcodes; /* counted by opcode */
	size_t last;          /* baseline's run, or NEVER */
	size_t place;
};

static struct slice
key_of(const struct reader *r, enum fine key)
{
	return r->s->levelled ? r->s->place[r->place].key[1 + key] : SLICE("");
}

static const struct series *
find(const struct reader *r, struct slice metric)
{
	return store_find(r->s, r->place, metric);
}

static bool
is_sane(double x)
{
	return x == 0 || (x >= LEAST && x <= MOST);
}

/* A statistic on both sides, over the runs of the present level. */
static struct both
statistic(const struct reader *r, const struct series *of, enum statistic stat)
{
	struct both b = { 0 };

	for (int i = BASE; of != NULL && i < SIDES; i++) {
		const struct judgement *j = &r->all[of - r->s->series];

		if (j->runs[i] == 0 || (j->median[i].known & 1u << stat) == 0 ||
		    !is_sane(j->median[i].n[stat].real))
			continue;
		b.at[i] = j->median[i].n[stat].real;
		b.known |= 1u << i;
	}
	return b;
}

/* Sums if both sides have them, else averages. */
static struct both
total(const struct reader *r, const struct series *of)
{
	struct both b = statistic(r, of, STAT_SUM);

	return b.known == both_sides ? b : statistic(r, of, STAT_AVG);
}

/* Instructions; each proof has all those of an execution that runs once. */
static struct both
find_insns(const struct reader *r)
{
	struct both b = { 0 };
	struct slice name;

	for (size_t i = 0; b.known != both_sides &&
	     (name = metrics_with(ROLE_CYCLES, i)).n > 0;
	     i++)
		b = metrics_find(name)->once != ONCE_NO ?
		    statistic(r, find(r, name), STAT_AVG) :
		    total(r, find(r, name));
	return b;
}

static struct both
find_cells(const struct reader *r)
{
	struct both b = { 0 };
	struct slice name;

	for (size_t i = 0; b.known != both_sides &&
	     (name = metrics_with(ROLE_MADE_CELLS, i)).n > 0;
	     i++)
		b = total(r, find(r, name));
	return b;
}

/* Whether a time, or the whole that contains it, moved in this direction. */
static bool
has_moved(const struct reader *r, const struct series *of, double change)
{
	const struct series *whole = find(r, metrics_named(ROLE_TOTAL));
	const struct series *list[] = { of, whole };

	for (size_t i = 0; i < N(list); i++) {
		const struct judgement *j;

		if (list[i] == NULL)
			continue;
		j = &r->all[list[i] - r->s->series];
		if ((j->verdict == VERDICT_WORSE ||
			j->verdict == VERDICT_BETTER) &&
		    j->change * change > 0)
			return true;
	}
	return false;
}

/*
 * The sum of a part's time, else its average: medians over the runs of its
 * present level that are no older than the present level of the whole.
 */
static struct both
part_of(const struct reader *r, const struct series *of, bool once)
{
	const struct series *whole = find(r, metrics_named(ROLE_TOTAL));
	struct value v[SIDES];
	struct both b = { 0 };
	enum statistic stat;

	for (int i = BASE; i < SIDES; i++) {
		size_t n = of == NULL ? 0 : r->all[of - r->s->series].runs[i];
		size_t most = whole == NULL ?
		    n :
		    r->all[whole - r->s->series].runs[i];

		n = most > 0 && most < n ? most : n;
		if (n == 0)
			return b;
		v[i] = judgement_summary(&r->all[of - r->s->series],
		    of->side[i].at + of->side[i].n - n, n);
	}
	stat = !once && (v[BASE].known & v[NOW].known & 1u << STAT_SUM) != 0 ?
	    STAT_SUM :
	    STAT_AVG;
	for (int i = BASE; i < SIDES; i++)
		if ((v[i].known & 1u << stat) != 0 &&
		    is_sane(v[i].n[stat].real)) {
			b.at[i] = v[i].n[stat].real;
			b.known |= 1u << i;
		}
	return b;
}

static bool
put_time(const struct reader *r, struct why_group *g, struct slice metric,
    enum why_stage stage)
{
	const struct series *of = find(r, metric);
	bool once = g->app && metrics_find(metric)->once != ONCE_NO;
	struct both ms = part_of(r, of, once);

	if (ms.known != both_sides)
		return false;
	if (of->side[BASE].n >= FEW_RUNS || of->side[NOW].n >= FEW_RUNS)
		r->w->few = false;
	*why_time(g) = (struct why_time){
		.stage = stage,
		.ms = ms,
		.moved = has_moved(r, of, both_change(&ms)),
	};
	return true;
}

/* The rest of the proofs' time after the known parts. */
static struct both
left_of(const struct reader *r, const struct why_group *g)
{
	struct both left = total(r, find(r, metrics_named(ROLE_TOTAL)));

	for (size_t i = 0; i < g->ntimes; i++)
		for (int s = BASE; s < SIDES; s++)
			left.at[s] -= g->time[i].ms.at[s];
	return left;
}

static void
put_times(const struct reader *r, struct why_group *g)
{
	bool executed = false;
	struct slice name;

	for (size_t i = 0;
	     !executed && (name = metrics_with(ROLE_EXECUTE, i)).n > 0; i++)
		executed = put_time(r, g, name, WHY_EXECUTION);
	put_time(r, g, metrics_named(ROLE_TRACE_GEN), WHY_TRACE);
	put_time(r, g, metrics_named(ROLE_PROVE), WHY_PROVING);
	if (g->ntimes == 0)
		put_time(r, g, metrics_named(ROLE_TOTAL), WHY_WHOLE);
	/*
	 * Parts of a proof in newer provers, if the rest of its time holds
	 * them.
	 */
	for (size_t i = 0; (name = metrics_with(ROLE_BESIDE, i)).n > 0; i++) {
		struct both left = left_of(r, g), ms = total(r, find(r, name));

		if (left.at[BASE] >= ms.at[BASE] && left.at[NOW] >= ms.at[NOW])
			put_time(r, g, name, WHY_EXECUTION);
	}
	for (size_t i = 0;
	     g->app && (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++)
		put_time(r, g, name, WHY_EXECUTION);
}

static void
put_group(const struct reader *r, struct why_group *g)
{
	const struct series *time = find(r, metrics_named(ROLE_TOTAL));
	struct both proved = statistic(r, find(r, metrics_named(ROLE_PROVE)),
	    STAT_COUNT);

	put_times(r, g);
	g->insns = find_insns(r);
	g->cells = find_cells(r);
	g->proofs = statistic(r, time, STAT_COUNT);
	/* One total may cover all proofs, whose number their parts show. */
	if (both_log(&g->proofs) == 0 && both_log(&proved) != 0)
		g->proofs = proved;
}

/* Whether only one side has the place, although both have its bench. */
static bool
is_of_one_side(const struct reader *r)
{
	const struct place *p = &r->s->place[r->place];
	const size_t *bench = r->s->bench[p->bench].first;

	return (p->first[BASE] == NEVER) != (p->first[NOW] == NEVER) &&
	    bench[BASE] != NEVER && bench[NOW] != NEVER;
}

/* The time of a new group, or of one gone since the baseline's last run. */
static void
put_alone(const struct reader *r, struct why_group *g)
{
	const struct series *of = find(r, metrics_named(ROLE_SECONDS));
	struct slice name;

	if (of == NULL ||
	    (of->side[NOW].rows == 0 && of->side[BASE].last != r->last))
		return;
	g->alone = statistic(r, of, STAT_AVG);
	g->alone.at[BASE] *= 1000;
	g->alone.at[NOW] *= 1000;
	for (size_t i = 0;
	     g->proofs.known == 0 && (name = metrics_with(ROLE_TOTAL, i)).n > 0;
	     i++)
		g->proofs = statistic(r, find(r, name), STAT_COUNT);
	if (g->proofs.known == 0)
		g->alone = (struct both){ 0 };
}

static void
put_air(const struct reader *r, struct why_group *g)
{
	const struct series *of = find(r, metrics_named(ROLE_AIR_ROWS));
	struct both rows = statistic(r, of, STAT_SUM);
	struct both height = statistic(r, of, STAT_MAX);
	struct both columns = statistic(r,
	    find(r, metrics_named(ROLE_AIR_MAIN)), STAT_MAX);
	struct both cells_of = statistic(r,
	    find(r, metrics_named(ROLE_AIR_MADE)), STAT_SUM);

	if ((rows.known | cells_of.known | columns.known) != 0)
		why_add_air(why_air(g, key_of(r, FINE_AIR_NAME)), &rows,
		    &height, &columns, &cells_of);
}

/* Adds the sides that are known. */
static void
add(struct both *to, const struct both *b)
{
	for (int s = BASE; s < SIDES; s++)
		to->at[s] += b->at[s];
	to->known |= b->known;
}

static void
put_opcode(const struct reader *r, struct why_group *g)
{
	struct both count = statistic(r, find(r, r->opcodes), STAT_SUM);

	if (count.known != 0)
		add(&why_opcode(g, key_of(r, FINE_OPCODE))->count, &count);
}

/* A proof's total, or else the sum of its known parts. */
static struct both
time_of_proof(const struct reader *r)
{
	static const enum metric_role part[] = { ROLE_TRACE_GEN, ROLE_PROVE };
	struct both ms = total(r, find(r, metrics_named(ROLE_TOTAL)));
	bool known = ms.known != 0;

	for (size_t i = 0; !known && i < N(part); i++) {
		struct both b = total(r, find(r, metrics_named(part[i])));

		add(&ms, &b);
	}
	return ms;
}

static void
put_proof(const struct reader *r, struct why_group *g)
{
	struct both ms = time_of_proof(r);
	struct both cells_of = total(r, find(r, metrics_named(ROLE_ALL_CELLS)));
	struct why_proof *p;

	if ((ms.known | cells_of.known) == 0)
		return;
	p = why_proof(g, key_of(r, FINE_SEGMENT), key_of(r, FINE_IDX));
	add(&p->ms, &ms);
	add(&p->cells, &cells_of);
}

/* Reads the bench's proof time from its row. */
static void
put_total(struct reader *r)
{
	struct why *w = r->w;

	w->ms = statistic(r, find(r, metrics_named(ROLE_SECONDS)), STAT_AVG);
	w->ms.at[BASE] *= 1000;
	w->ms.at[NOW] *= 1000;
}

/* If the row is missing or leaves out known times, takes their sum. */
static void
sum_up(struct why *w)
{
	struct both sum = { 0 };

	for (size_t i = 0; i < w->n; i++) {
		for (size_t k = 0; k < w->group[i].ntimes; k++)
			add(&sum, &w->group[i].time[k].ms);
		add(&sum, &w->group[i].alone);
	}
	if (w->ms.known != both_sides || sum.at[BASE] > w->ms.at[BASE] * 1.05 ||
	    sum.at[NOW] > w->ms.at[NOW] * 1.05)
		w->ms = sum;
}

static void
put_place(struct reader *r)
{
	struct slice name = store_group(r->s, r->place);
	struct why_group *g;

	if (slice_eq(name, SLICE("*"))) {
		put_total(r);
		return;
	}
	if (stage_of(name) == STAGE_KEYGEN)
		return;
	g = why_group(r->w, name);
	/* Rows by AIR or opcode also exist over all proofs. */
	if (key_of(r, FINE_SEGMENT).n > 0 || key_of(r, FINE_IDX).n > 0)
		put_proof(r, g);
	else if (key_of(r, FINE_OPCODE).n > 0)
		put_opcode(r, g);
	else if (key_of(r, FINE_AIR_NAME).n > 0)
		put_air(r, g);
	else if (store_is_fine(r->s, r->place))
		return;
	else if (is_of_one_side(r))
		put_alone(r, g);
	else
		put_group(r, g);
}

/* The first metric present that counts by opcode. */
static struct slice
find_opcodes(const struct store *s, const size_t *row, size_t n)
{
	struct slice name;

	for (size_t k = 0; (name = metrics_with(ROLE_OPCODES, k)).n > 0; k++)
		for (size_t i = 0; i < n; i++)
			if (slice_eq(s->series[row[i]].metric, name))
				return name;
	return metrics_named(ROLE_OPCODES);
}

/* The last run of the baseline that has a proof time. */
static size_t
find_last(const struct store *s, const size_t *row, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct series *of = &s->series[row[i]];

		if (slice_eq(store_group(s, of->place), SLICE("*")) &&
		    slice_eq(of->metric, metrics_named(ROLE_SECONDS)))
			return of->side[BASE].last;
	}
	return NEVER;
}

void
why_read(struct why *w, const struct store *s, const size_t *row, size_t n,
    const struct judgement *all)
{
	struct reader r = { .w = w,
		.s = s,
		.all = all,
		.opcodes = find_opcodes(s, row, n),
		.last = find_last(s, row, n) };

	*w = (struct why){ .few = true };
	if (s->nkeys == 0 || !slice_eq(s->key[0], SLICE("group")) ||
	    (s->nkeys > 1 && !s->levelled))
		return;
	for (size_t i = 0; i < n; i++) {
		r.place = s->series[row[i]].place;
		if (i == 0 || s->series[row[i - 1]].place != r.place)
			put_place(&r);
	}
	sum_up(w);
}
