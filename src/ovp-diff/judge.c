/* SPDX-License-Identifier: MIT */
/* Verdicts on series. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "domain/compared.h"
#include "domain/stages.h"
#include "judge.h"
#include "noisy.h"
#include "summary.h"

static unsigned
known(const struct runs *r)
{
	unsigned all = 0;

	for (size_t i = 0; i < r->n; i++)
		all |= r->at[i].known;
	return all;
}

/* Whether all runs of both sides have the same number of values. */
static bool
as_many(const struct series *s)
{
	const struct number *first = NULL;

	for (enum side side = BASE; side < SIDES; side++)
		for (size_t i = 0; i < s->side[side].n; i++) {
			const struct value *v = &s->side[side].at[i];

			if ((v->known & 1u << STAT_COUNT) == 0)
				continue;
			if (first == NULL)
				first = &v->n[STAT_COUNT];
			else if (number_cmp(*first, v->n[STAT_COUNT]) != 0)
				return false;
		}
	return true;
}

/* Chooses the sum or the average, or else the first known statistic. */
static bool
choose(enum statistic *by, unsigned known, bool by_sum)
{
	const enum statistic list[] = {
		by_sum ? STAT_SUM : STAT_AVG,
		by_sum ? STAT_AVG : STAT_SUM,
		STAT_MAX,
		STAT_MIN,
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if ((known & 1u << list[i]) != 0) {
			*by = list[i];
			return true;
		}
	return false;
}

/* Chooses the statistics to compare by, among the known ones. */
static bool
choose_all(struct judgement *j, const struct store *s, const struct series *of,
    unsigned known)
{
	bool app = stage_of(store_group(s, of->place)) == STAGE_APP;

	return choose(&j->value_by, known,
		   compared_by_sum(j->metric, app, true)) &&
	    choose(&j->by, known, compared_by_sum(j->metric, app, as_many(of)));
}

/* With an equal sum, the work may still be distributed differently. */
static bool
differs(const struct judgement *j)
{
	const struct value *a = &j->median[BASE], *b = &j->median[NOW];
	unsigned both = a->known & b->known;

	/* The sum and the count mean nothing for values that don't add up. */
	if (j->by == STAT_AVG)
		both &= ~(1u << STAT_SUM | 1u << STAT_COUNT);

	for (size_t i = 0; i < STATS; i++)
		if ((both & 1u << i) != 0 && number_cmp(a->n[i], b->n[i]) != 0)
			return true;
	return false;
}

/* An exact metric is judged by its last value and the runs that have it. */
static void
judge_exact(struct judgement *j, const struct series *s)
{
	judgement_measure(j, s,
	    summary_streak(s->side[BASE].at, s->side[BASE].n),
	    summary_streak(s->side[NOW].at, s->side[NOW].n));
	if (fabs(j->change) < j->metric->floor)
		return;
	j->verdict = judgement_direction(j->metric, j->change);
	if (j->verdict == VERDICT_SAME && differs(j))
		j->verdict = VERDICT_CHANGED;
}

/* The verdict if a side has no value; if both have rows, nothing is known. */
static enum verdict
one_sided(const struct runs *base, const struct runs *now)
{
	if (now->n > 0 || base->rows == 0)
		return VERDICT_NEW;
	return base->n > 0 || now->rows == 0 ? VERDICT_GONE : VERDICT_SAME;
}

/* Judges what needs no statistics; returns whether statistics are needed. */
static bool
judge_plain(struct judgement *j, const struct store *store,
    const struct series *s)
{
	const struct runs *base = &s->side[BASE], *now = &s->side[NOW];

	j->metric = metrics_find_kind(s->metric,
	    slice_eq(s->kind, SLICE("counter")));
	j->verdict = VERDICT_SAME; /* until a change is seen */
	if (base->n == 0 || now->n == 0) {
		choose_all(j, store, s, known(base) | known(now));
		j->verdict = one_sided(base, now);
		judgement_measure(j, s, summary_streak(base->at, base->n),
		    summary_streak(now->at, now->n));
		return false;
	}
	if (store->bench[store->place[s->place].bench].other_prover &&
	    metric_depends_on_prover(j->metric)) {
		choose_all(j, store, s, known(now));
		j->verdict = VERDICT_NEW;
		judgement_measure(j, s, 0, summary_streak(now->at, now->n));
		return false;
	}
	j->has_change = choose_all(j, store, s, known(base) & known(now));
	if (j->has_change && j->metric->class != METRIC_EXACT)
		return true;
	judge_exact(j, s);
	return false;
}

/* Finds the provers that produced the sides of a bench. */
static void
set_provers(struct store *s, struct bench *b, const size_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct series *of = &s->series[list[i]];

		for (enum side side = BASE; side < SIDES; side++)
			if (of->side[side].n > 0)
				b->provers[side] |=
				    metrics_find(of->metric)->provers;
	}
	b->other_prover = metrics_provers_differ(b->provers[BASE],
			      b->provers[NOW], PROVER_GENERATION) ||
	    metrics_provers_differ(b->provers[BASE], b->provers[NOW],
		PROVER_MACHINE);
}

/* Judges the series of one bench: n indexes. */
static void
judge_bench(struct judgement *all, struct store *s, const size_t *list,
    size_t n, double alpha, enum judgement_across across)
{
	const struct noisy empty = { .alpha = alpha, .across = across };
	struct noisy proofs = empty, others = empty, fine = empty;

	set_provers(s, &s->bench[s->place[s->series[*list].place].bench], list,
	    n);

	for (size_t i = 0; i < n; i++) {
		const struct series *of = &s->series[list[i]];
		struct judgement *j = &all[list[i]];

		if (judge_plain(j, s, of))
			noisy_add(store_is_fine(s, of->place) ? &fine :
				judgement_is_proof_time(j)    ? &proofs :
								&others,
			    of, j);
	}
	noisy_judge(&proofs);
	noisy_judge(&others);
	noisy_judge(&fine);
}

struct judgement *
judge(struct store *s, const size_t *layout, double alpha,
    enum judgement_across across)
{
	size_t n = s->metrics.n;
	struct judgement *all = mem_zalloc(n + 1, sizeof(*all));

	for (size_t from = 0, end; from < n; from = end) {
		size_t bench = s->place[s->series[layout[from]].place].bench;

		for (end = from; end < n &&
		     bench == s->place[s->series[layout[end]].place].bench;
		     end++)
			;
		judge_bench(all, s, layout + from, end - from, alpha, across);
	}
	return all;
}
