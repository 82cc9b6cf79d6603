/* SPDX-License-Identifier: MIT */
/* Where the level of a series changes. */
#ifndef OVP_CUTS_H
#define OVP_CUTS_H

#include "series.h"

struct cut {
	size_t	at;		/* the first run of the new level */
	double	p;		/* corrected for the places tried */
};

/*
 * Finds the changes of a series: *k of them in order, in an array that the
 * caller frees. A stationary series has any with a chance
 * of alpha at most. Levels are three runs or longer.
 *
 * The best probe cuts, then the best one that no cut is in, and so on; then
 * each stretch is probed as a whole, until none is left that passes. A cut
 * moves to where the runs before it and behind it fit best: by the likelihood
 * of Student's t with three degrees, for which an outlier is little more than a
 * run that is off. Last, a cut whose two levels do not differ is dropped.
 */
struct cut *cuts_find(const struct series_of_runs *, double alpha, size_t *k);

#endif
