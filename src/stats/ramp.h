/* SPDX-License-Identifier: MIT */
/* Drift: a level that moves evenly to another one. */
#ifndef OVP_RAMP_H
#define OVP_RAMP_H

#include <stdbool.h>
#include <stddef.h>

#include "scale.h"

/* Prefix sums over the runs of a series. */
struct ramp_sums {
	struct ramp_sum *to; /* owned */
	double grain;        /* of the clock, on the scale */
};

/*
 * Adds up the runs of the stretches that begin at the n places of `begin' (0
 * first; the series ends at begin[n]), without runs far from the median of
 * their stretch.
 */
void ramp_sums_of(struct ramp_sums *, const double *y, const size_t *begin,
    size_t n, const struct scale *);
void ramp_sums_free(struct ramp_sums *);

struct ramp {
	/* first run off the old level, first run of the new level */
	size_t from, last;
	double before, now;    /* the levels */
	double error, freedom; /* of their distance */
};

/*
 * Says whether one drift fits the runs from begin[0] to begin[n] better than
 * their n >= 2 levels: by Schwarz' criterion (Annals of Statistics 6, 1978)
 * with a margin. The drift begins before the second level and ends after the
 * last but one.
 */
bool ramp_fits(const struct ramp_sums *, const size_t *begin, size_t n,
    struct ramp *);

#endif
