/* SPDX-License-Identifier: MIT */
/* The ranks of a stretch of runs, sums of ranks over it. */
#ifndef OVP_RANKS_H
#define OVP_RANKS_H

#include <stddef.h>

/* Of values that are equal each has the first and the last of their ranks. */
struct ranks {
	size_t	 n;
	size_t	*order;		/* owned: places by value */
	size_t	*low, *high;	/* owned: of each place, from 1 */
	double	 variance;	/* of a rank, ties considered, by the formula
				 * of Mann and Whitney's U */
};

/* Ranks n >= 1 values. */
void ranks_of(struct ranks *, const double *y, size_t n);
void ranks_free(struct ranks *);

/*
 * The same where `order' holds the places by value already, counted from
 * first; the arrays are the caller's, of n or more.
 */
void ranks_set(struct ranks *, const double *y, size_t first);

/* Merges two lists of places, each sorted by value. */
void ranks_merge(const double *y, const size_t *a, size_t na, const size_t *b,
    size_t nb, size_t *to);

/* The z-value of the split at `at', both sides by their ranks; 0: none. */
double ranks_z(const struct ranks *, size_t at);

/*
 * The split with the highest z-value that leaves `least' runs on either side;
 * 0 if there is none.
 */
size_t ranks_split(const struct ranks *, size_t least, double *z);

#endif
