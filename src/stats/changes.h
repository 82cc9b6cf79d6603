/* SPDX-License-Identifier: MIT */
/* The changes of a noisy series: steps and drifts. */
#ifndef OVP_CHANGES_H
#define OVP_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

struct level_change {
	bool	drift;		/* else a step */
	size_t	at;		/* the first run of the new level, or that a
				 * drift has moved */
	size_t	last;		/* of a drift: the first run of the new level;
				 * of a step the same as at */
	double	before, now;	/* levels, in the metric's unit: of a step
				 * medians */
	double	low, high;	/* the interval of the change, in that unit */
	double	p;		/* corrected for the places tried */
};

/*
 * Finds the changes of n values, oldest first: *k of them, in order, in an
 * array that the caller frees. step: what one step of the clock is worth in
 * the metric's unit, 0 where values are not rounded. floor: less is no change,
 * in that unit. alpha: the chance that a stationary series has any, at most;
 * intervals are of confidence 1 - alpha.
 *
 * Steps are those of cuts.h. Where neighbouring steps go the same way and one
 * drift tells them better (see ramp.h), and ranks show its trend, they are one
 * drift.
 */
struct level_change *changes_find(const double *x, size_t n, double step,
    double floor, double alpha, size_t *k);

#endif
