/* SPDX-License-Identifier: MIT */
/* Order statistics of doubles. */
#ifndef OVP_ORDER_H
#define OVP_ORDER_H

#include <stddef.h>

/* Sorts ascending. No value is NaN. */
void order_sort(double *x, size_t n);

/* Returns the median of n >= 1 values: the mean of two if n is even. */
double order_median(const double *x, size_t n);

/* Returns the value at k < n of the sorted x. Reorders x. */
double order_nth(double *x, size_t n, size_t k);

#endif
