/* SPDX-License-Identifier: MIT */
/* Spread of runs about their level, joined with what is known beforehand. */
#ifndef OVP_SPREAD_H
#define OVP_SPREAD_H

#include <stddef.h>

/*
 * In proportion to the level. A zeroed struct holds nothing but the prior:
 * SPREAD_PRIOR with the weight of SPREAD_WEIGHT runs, which is what proof
 * times of unchanged work show in the histories that provers publish.
 */
struct spread {
	double	squares;	/* sum of squared deviations */
	double	freedom;	/* runs, less one for each level */
};

#define SPREAD_PRIOR	0.01
#define SPREAD_WEIGHT	10.0

/*
 * The deviation of n >= 1 runs from their median, which is not 0, in proportion
 * to it, from which on it is an event, no noise: a tenth of the level, and five
 * times what is common among them.
 */
double spread_limit(const double *x, size_t n, double median);

/*
 * Adds runs of one level, with their median, without events. Runs of level 0
 * add nothing.
 */
void spread_add(struct spread *, const double *x, size_t n, double median);

/* Like a standard deviation, and its degrees of freedom. */
double spread_of(const struct spread *);
double spread_freedom(const struct spread *);

/* The variance of the median of n runs, in units of one run's variance. */
double spread_of_median(size_t n);

#endif
