/* SPDX-License-Identifier: MIT */
/* Judgement: the verdict on a series and its numbers. */
#ifndef DIFF_JUDGEMENT_H
#define DIFF_JUDGEMENT_H

#include <stdbool.h>

#include "domain/metrics.h"
#include "domain/verdict.h"
#include "stats/change.h"
#include "store.h"

/*
 * The statistic of several runs that is compared (see stats/change.h): the best
 * is the minimum, or the maximum if higher is better.
 */
enum judgement_across { ACROSS_MEDIAN, ACROSS_MIN, ACROSS_BEST };

struct judgement {
	const struct metric *metric;
	enum verdict verdict;
	size_t runs[SIDES];         /* number of runs behind it */
	struct value median[SIDES]; /* of those runs, or the best */
	enum statistic by;          /* the one compared */
	enum statistic value_by;    /* the same for one side */
	bool has_change;            /* both sides have it */
	double change;              /* in the metric's unit */
	bool has_pct;               /* the base is not 0 */
	double pct;
	enum change_by across; /* the statistic of runs */
	size_t m;              /* runs, if of the best */
	bool tested;           /* noisy, on both sides */
	double p;
	double mde, low, high; /* per cent */
};

/* Returns the verdict on a significant change. */
enum verdict judgement_direction(const struct metric *, double change);

/* Sets the numbers of j from the last runs of each side. */
void judgement_measure(struct judgement *j, const struct series *, size_t base,
    size_t now);

/* Returns n runs as one: medians, or the best if j compares that. */
struct value judgement_summary(const struct judgement *j,
    const struct value *run, size_t n);

/* Says whether the metric is one of the proof times. */
bool judgement_is_proof_time(const struct judgement *);

#endif
