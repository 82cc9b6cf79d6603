/* SPDX-License-Identifier: MIT */
/* Order statistics of doubles. */
#ifndef OVP_ORDER_H
#define OVP_ORDER_H

#include <stddef.h>

/* Sorts ascending. No value is NaN. */
void order_sort(double *x, size_t n);

/* The median of n >= 1 values: the mean of the middle two where n is even. */
double order_median(const double *x, size_t n);

/* The value that would stand at k (< n) if x were sorted. Reorders x. */
double order_nth(double *x, size_t n, size_t k);

#endif
