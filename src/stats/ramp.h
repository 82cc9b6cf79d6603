/* SPDX-License-Identifier: MIT */
/* A drift: a level that moves evenly from one to another. */
#ifndef OVP_RAMP_H
#define OVP_RAMP_H

#include <stdbool.h>
#include <stddef.h>

#include "scale.h"

/* Sums over the runs of a series up to each, so that any stretch's are two. */
struct ramp_sums {
	struct ramp_sum	*to;		/* owned */
	double		 grain;		/* of the clock, on the scale */
};

/*
 * Adds up the runs of the stretches that begin at the n places of `begin' (0
 * first; the series ends at begin[n]), without what is far off its stretch's
 * median.
 */
void ramp_sums_of(struct ramp_sums *, const double *y, const size_t *begin,
    size_t n, const struct scale *);
void ramp_sums_free(struct ramp_sums *);

struct ramp {
	size_t	from, last;	/* the first run off the old level, the first
				 * one of the new level */
	double	before, now;	/* the levels */
	double	error, freedom;	/* of their distance */
};

/*
 * Whether the runs from begin[0] to begin[n] are told better by one drift than
 * by their n >= 2 levels: by Schwarz' criterion (Annals of Statistics 6, 1978),
 * with something to spare. The drift begins before the second level and ends
 * behind the last but one.
 */
bool ramp_fits(const struct ramp_sums *, const size_t *begin, size_t n,
    struct ramp *);

#endif
