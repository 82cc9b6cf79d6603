/* SPDX-License-Identifier: MIT */
/* The least or the most of several runs. */
#ifndef OVP_BEST_H
#define OVP_BEST_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Returns what the least (most: the largest) of m of the n values is on average
 * over all ways to choose them, 1 <= m <= n: so the best of many runs is
 * comparable with that of a few. Where m is n it is the least itself.
 */
double best_of(const double *x, size_t n, size_t m, bool most);

/*
 * The variance of the least of m normal values, in units of one value's. From
 * 11 on that of 10, which is on the safe side.
 */
double best_variance(size_t m);

#endif
