/* SPDX-License-Identifier: MIT */
/* Several runs as one: medians of their statistics, or the best. */
#ifndef DIFF_SUMMARY_H
#define DIFF_SUMMARY_H

#include <stdbool.h>

#include "store.h"

/* The median of each statistic over the runs that know it; n >= 1. */
struct value summary_of(const struct value *run, size_t n);

/*
 * What the least (most: the largest) of m of the n runs is on average over all
 * ways to choose them, of each statistic; the count's median.
 */
struct value summary_best(const struct value *run, size_t n, size_t m,
    bool most);

/* How many of the last runs are equal to the last one in all they know; 0
 * where there are none. */
size_t summary_streak(const struct value *run, size_t n);

bool summary_equal(const struct value *, const struct value *);

/* a - b, exact where both are whole and the difference is below 2^53. */
double summary_difference(struct number a, struct number b);

#endif
