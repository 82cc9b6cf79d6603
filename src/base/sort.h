/* SPDX-License-Identifier: MIT */
/* Sorting with a context for the comparison. */
#ifndef OVP_SORT_H
#define OVP_SORT_H

#include <stddef.h>

/*
 * Sorts n elements of size bytes; equal ones keep their order. (qsort_r(3) is
 * missing or has another order of arguments on some systems.)
 */
void sort_with(void *base, size_t n, size_t size,
    int (*compare)(const void *, const void *, void *), void *with);

#endif
