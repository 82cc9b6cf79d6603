/* SPDX-License-Identifier: MIT */
/* Ranks of a stretch of runs, and sums of ranks. */
#ifndef OVP_RANKS_H
#define OVP_RANKS_H

#include <stddef.h>

/* Equal values have the first (low) and last (high) of their ranks. */
struct ranks {
	size_t n;
	size_t *order;      /* owned: places by value */
	size_t *low, *high; /* owned: of each place, from 1 */
	/* of a rank, ties considered, by the formula of Mann and Whitney's U */
	double variance;
};

/* Ranks n >= 1 values. */
void ranks_of(struct ranks *, const double *y, size_t n);
void ranks_free(struct ranks *);

/*
 * Ranks values whose places by value, counted from first, are already in
 * `order'. The caller owns the arrays, which have room for n.
 */
void ranks_set(struct ranks *, const double *y, size_t first);

/* Merges two lists of places, each sorted by value. */
void ranks_merge(const double *y, const size_t *a, size_t na, const size_t *b,
    size_t nb, size_t *to);

/* Returns the z-value by ranks of the split at `at', or 0. */
double ranks_z(const struct ranks *, size_t at);

/*
 * Returns the split with the highest z-value and at least `least' runs on
 * either side, or 0.
 */
size_t ranks_split(const struct ranks *, size_t least, double *z);

#endif
