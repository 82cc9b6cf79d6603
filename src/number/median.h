/* SPDX-License-Identifier: MIT */
/* The median of numbers. */
#ifndef OVP_MEDIAN_H
#define OVP_MEDIAN_H

#include <stddef.h>

#include "number.h"

/*
 * Returns the middle one of n > 0 numbers, or the mean of the middle two. NaN
 * counts only if there is no other number. Sorts the array.
 */
struct number median(struct number *, size_t n);

/*
 * Returns the median of a sorted array without NaN. It is whole if two whole
 * numbers have a whole middle.
 */
struct number median_sorted(const struct number *, size_t n);

#endif
