/* SPDX-License-Identifier: MIT */
/* Several runs as one: medians of their statistics, or the best. */
#ifndef DIFF_SUMMARY_H
#define DIFF_SUMMARY_H

#include <stdbool.h>

#include "store.h"

/* The median of each statistic over the runs that know it; n >= 1. */
struct value summary_of(const struct value *run, size_t n);

/*
 * The least (most: the largest) value of m out of n runs, on average over all
 * ways to choose them, for each statistic; for the count, the median.
 */
struct value summary_best(const struct value *run, size_t n, size_t m,
    bool most);

/*
 * The number of last runs that equal the last one in all known statistics; 0 if
 * there are none.
 */
size_t summary_streak(const struct value *run, size_t n);

bool summary_equal(const struct value *, const struct value *);

/* a - b, exact if both are whole and the difference is below 2^53. */
double summary_difference(struct number a, struct number b);

#endif
