/* SPDX-License-Identifier: MIT */
/* Verdicts on a family of noisy metrics. */
#ifndef DIFF_NOISY_H
#define DIFF_NOISY_H

#include "judgement.h"
#include "stats/change.h"

/* Metrics that are tested together; what is not set is zeroed. */
struct noisy {
	double		 alpha;			/* set */
	enum judgement_across across;		/* set */
	struct noisy_test {
		const struct series	*of;	/* borrowed */
		struct judgement	*j;	/* borrowed: the result */
		struct change		 change;
		double			*run[SIDES];	/* owned */
		size_t			 alike;	/* tests of the same place */
	}		*test;
	size_t		 n, cap;
};

/* A series that has runs on both sides; j->by says what to compare. */
void noisy_add(struct noisy *, const struct series *, struct judgement *j);

/* Judges what was added, frees the family. */
void noisy_judge(struct noisy *);

/*
 * The values of a series' runs, those that know the statistic: *n of them in
 * an array that the caller frees.
 */
double *noisy_values(const struct runs *, enum statistic by, size_t *n);

/*
 * What a step of the clock is worth in the metric's unit: a millisecond where
 * all that is known of both sides is in whole ones, else 0.
 */
double noisy_step(const struct metric *, const struct series *);

/*
 * A change is one if it is more than this, in the metric's unit: a step of the
 * clock, the metric's floor, a thousandth.
 */
double noisy_least(const struct change *, const struct metric *, double step);

/*
 * The smallest detectable change (see change_seen), in the metric's unit: more
 * than the least, in whole steps where values are.
 */
double noisy_smallest(const struct change *, const struct metric *, double p,
    double step);

#endif
