/* SPDX-License-Identifier: MIT */
/* Series of runs and the frequency of its outliers. */
#ifndef OVP_SERIES_H
#define OVP_SERIES_H

#include "scale.h"

struct series_of_runs {
	size_t n;
	struct scale scale;
	double *y; /* owned: the values on the scale */
	/* owned: distances from the medians of 7 runs about each, ascending */
	double *off;
};

/* Makes a series of n >= 1 values. Step and floor of scale must be set. */
void series_open(struct series_of_runs *, const double *x, size_t n,
    const struct scale *);
void series_close(struct series_of_runs *);

/*
 * Returns the chance that at least k of m runs are as far off as `far', at the
 * frequency of such runs in the whole series. So a second mode of the noise is
 * not taken for a level.
 */
double series_chance(const struct series_of_runs *, double far, size_t k,
    size_t m);

#endif
