/* SPDX-License-Identifier: MIT */
/* Spread of runs about their level, with a prior. */
#ifndef OVP_SPREAD_H
#define OVP_SPREAD_H

#include <stddef.h>

/*
 * In proportion to the level. A zeroed struct is the prior: SPREAD_PRIOR with
 * the weight of SPREAD_WEIGHT runs, as measured on proof times of unchanged
 * work in the histories that provers publish.
 */
struct spread {
	double squares; /* sum of squared deviations */
	double freedom; /* runs minus one for each level */
};

#define SPREAD_PRIOR 0.01
#define SPREAD_WEIGHT 10.0

/*
 * Returns the largest deviation of a run that is noise and not an event, in
 * proportion to the median of n >= 1 runs, which is not 0: a tenth of it or, if
 * that is more, five times the typical deviation.
 */
double spread_limit(const double *x, size_t n, double median);

/*
 * Adds the runs of one level, given their median, without events. Runs of level
 * 0 add nothing.
 */
void spread_add(struct spread *, const double *x, size_t n, double median);

/* Return a standard deviation and its degrees of freedom. */
double spread_of(const struct spread *);
double spread_freedom(const struct spread *);

/* Returns the variance of the median of n runs, in units of that of one run. */
double spread_of_median(size_t n);

#endif
