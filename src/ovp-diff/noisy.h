/* SPDX-License-Identifier: MIT */
/* Verdicts on a family of noisy metrics. */
#ifndef DIFF_NOISY_H
#define DIFF_NOISY_H

#include "judgement.h"
#include "stats/change.h"

/* Metrics that are tested together; other members start zeroed. */
struct noisy {
	double alpha;                 /* set */
	enum judgement_across across; /* set */
	struct noisy_test {
		const struct series *of; /* borrowed */
		struct judgement *j;     /* borrowed: the result */
		struct change change;
		double *run[SIDES]; /* owned */
		size_t alike;       /* tests of the same place */
	} * test;
	size_t n, cap;
};

/* Adds a series with runs on both sides; j->by is the statistic to compare. */
void noisy_add(struct noisy *, const struct series *, struct judgement *j);

/* Judges the family and frees it. */
void noisy_judge(struct noisy *);

/*
 * Returns the values of the runs that have the statistic, in an array that the
 * caller frees, and sets *n to their number.
 */
double *noisy_values(const struct runs *, enum statistic by, size_t *n);

/*
 * Returns a step of the clock in the metric's unit: a millisecond if all values
 * of both sides are whole milliseconds, else 0.
 */
double noisy_step(const struct metric *, const struct series *);

/*
 * Returns the change, in the metric's unit, that a real one must exceed: a step
 * of the clock, the metric's floor, a thousandth.
 */
double noisy_least(const struct change *, const struct metric *, double step);

/*
 * Returns the minimum detectable change (see change_seen) in the metric's unit:
 * more than noisy_least(), and in whole steps if values are.
 */
double noisy_smallest(const struct change *, const struct metric *, double p,
    double step);

#endif
