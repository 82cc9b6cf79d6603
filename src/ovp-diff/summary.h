/* SPDX-License-Identifier: MIT */
/* Several runs as one: medians of their statistics. */
#ifndef DIFF_SUMMARY_H
#define DIFF_SUMMARY_H

#include <stdbool.h>

#include "store.h"

/* The median of each statistic over the runs that know it; n >= 1. */
struct value summary_of(const struct value *run, size_t n);

/* How many of the last runs are equal to the last one in all they know; 0
 * where there are none. */
size_t summary_streak(const struct value *run, size_t n);

bool summary_equal(const struct value *, const struct value *);

/* a - b, exact where both are whole and the difference is below 2^53. */
double summary_difference(struct number a, struct number b);

#endif
