/* SPDX-License-Identifier: MIT */
/* Verdicts on series. */
#ifndef DIFF_JUDGE_H
#define DIFF_JUDGE_H

#include <stdbool.h>

#include "domain/metrics.h"
#include "stats/change.h"
#include "domain/verdict.h"
#include "store.h"

/*
 * What of several runs is compared (see stats/change.h): the best is the least,
 * or the most where higher is better.
 */
enum judge_across { ACROSS_MEDIAN, ACROSS_MIN, ACROSS_BEST };

struct judgement {
	const struct metric	*metric;
	enum verdict		 verdict;
	size_t			 runs[SIDES];	/* that it rests on */
	struct value		 median[SIDES];	/* of those runs, or the best */
	enum statistic		 by;		/* what is compared */
	enum statistic		 value_by;	/* the same of one side alone */
	bool			 has_change;	/* both sides have it */
	double			 change;	/* of that, in its unit */
	bool			 has_pct;	/* the base is not 0 */
	double			 pct;
	enum change_by		 across;	/* runs: what was compared */
	size_t			 m;		/* of so many, if not medians */
	bool			 tested;	/* noisy, on both sides */
	double			 p;
	double			 mde, low, high;	/* per cent */
};

/*
 * Judges all series, which the layout holds in order, each bench by itself:
 * its proof times are one family of tests, its other noisy metrics another,
 * those of the finer level a third.
 * What means something else with another prover is new where a bench has one.
 * Returns s->metrics.n judgements, by series; the caller frees them.
 */
struct judgement *judge(struct store *s, const size_t *layout,
    double alpha, enum judge_across);

/* For families of tests: the verdict on a change that is one. */
enum verdict judge_direction(const struct metric *, double change);

/* For the same: fills in what j says of the last runs of each side. */
void judge_measure(struct judgement *j, const struct series *, size_t base,
    size_t now);

/* Returns n runs as one: medians, or the best if that is what j rests on. */
struct value judge_summary(const struct judgement *j, const struct value *run,
    size_t n);

/* Whether the metric is one of the proof times. */
bool judge_is_proof_time(const struct judgement *);

#endif
