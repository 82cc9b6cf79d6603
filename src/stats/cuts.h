/* SPDX-License-Identifier: MIT */
/* Change points of the level of a series. */
#ifndef OVP_CUTS_H
#define OVP_CUTS_H

#include "series.h"

struct cut {
	size_t at; /* the first run of the new level */
	double p;  /* corrected for the places tried */
};

/*
 * Finds the changes of a series. Returns them in order in an array that the
 * caller frees, and sets *k to their number. The chance that a stationary
 * series has any is at most alpha. Levels have at least three runs.
 *
 * The best probe cuts, then the best one without a cut in it, and so on; then
 * each stretch is probed as a whole until none passes. A cut moves to the place
 * that fits the runs before and after it best, by the likelihood of Student's t
 * with three degrees of freedom, which gives outliers little weight. Last, cuts
 * whose two levels do not differ are dropped.
 */
struct cut *cuts_find(const struct series_of_runs *, double alpha, size_t *k);

#endif
