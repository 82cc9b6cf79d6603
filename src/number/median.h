/* SPDX-License-Identifier: MIT */
/* The median of numbers. */
#ifndef OVP_MEDIAN_H
#define OVP_MEDIAN_H

#include <stddef.h>

#include "number.h"

/*
 * The middle one of n numbers, n > 0, or the mean of the two in the middle.
 * Those that are NaN count only when there is nothing else. Sorts the array.
 */
struct number median(struct number *, size_t n);

/*
 * The same of an array that is sorted and holds no NaN. It is whole where two
 * whole numbers have a whole middle.
 */
struct number median_sorted(const struct number *, size_t n);

#endif
