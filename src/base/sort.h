/* SPDX-License-Identifier: MIT */
/* Sorting by a comparison that needs more than two elements. */
#ifndef OVP_SORT_H
#define OVP_SORT_H

#include <stddef.h>

/*
 * Sorts n elements of size bytes; equal ones keep their order, on every system.
 * (Systems have qsort_r(3) with arguments in two orders, or not at all.)
 */
void sort_with(void *base, size_t n, size_t size,
    int (*compare)(const void *, const void *, void *), void *with);

#endif
