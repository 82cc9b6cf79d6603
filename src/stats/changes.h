/* SPDX-License-Identifier: MIT */
/* Change points of a noisy series: steps and drifts. */
#ifndef OVP_CHANGES_H
#define OVP_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

struct level_change {
	bool drift; /* else a step */
	/* the first run of the new level, or that a drift has moved */
	size_t at;
	/*
	 * of a drift: the first run of the new level; of a step the same as at
	 */
	size_t last;
	/* levels, in the metric's unit: of a step medians */
	double before, now;
	double low, high; /* the interval of the change, in that unit */
	double p;         /* corrected for the places tried */
};

/*
 * Finds the changes of n values, oldest first. Returns them in order in an
 * array that the caller frees, and sets *k to their number. step: a step of the
 * clock in the metric's unit, 0 if values are not rounded. floor: smaller
 * changes in that unit do not count. alpha: the largest chance that a
 * stationary series has any; intervals have confidence 1 - alpha.
 *
 * Steps are those of cuts.h. Neighbouring steps in one direction become a drift
 * if one fits them better (see ramp.h) and ranks show its trend.
 */
struct level_change *changes_find(const double *x, size_t n, double step,
    double floor, double alpha, size_t *k);

#endif
