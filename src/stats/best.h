/* SPDX-License-Identifier: MIT */
/* Minimum and maximum of several runs. */
#ifndef OVP_BEST_H
#define OVP_BEST_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Returns the minimum (most: the maximum) of m of the n values, averaged over
 * all ways to choose them, 1 <= m <= n. So the best of many runs is comparable
 * with that of a few. If m is n, it is the minimum itself.
 */
double best_of(const double *x, size_t n, size_t m, bool most);

/*
 * Returns the variance of the minimum of m normal values, in units of the
 * variance of one value. From 11 on it is that of 10, which is conservative.
 */
double best_variance(size_t m);

#endif
