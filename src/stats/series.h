/* SPDX-License-Identifier: MIT */
/* A series of runs, and how often single runs are off. */
#ifndef OVP_SERIES_H
#define OVP_SERIES_H

#include "scale.h"

struct series_of_runs {
	size_t		 n;
	struct scale	 scale;
	double		*y;		/* owned: the values on the scale */
	double		*off;		/* owned: ascending, the distances from
					 * the medians of 7 runs about each */
};

/* Of n >= 1 values. scale: its step and floor are set. */
void series_open(struct series_of_runs *, const double *x, size_t n,
    const struct scale *);
void series_close(struct series_of_runs *);

/*
 * The chance that at least k of m runs are as far off as `far' for no reason,
 * if as many are as in the whole series: a second mode of the noise must not
 * pass for a level.
 */
double series_chance(const struct series_of_runs *, double far, size_t k,
    size_t m);

#endif
