/* SPDX-License-Identifier: MIT */
/* The median of numbers. */
#include <math.h>
#include <stdlib.h>

#include "median.h"

/* Sorts NaN after all numbers. */
static int
by_number(const void *a, const void *b)
{
	const struct number *x = a, *y = b;
	bool no_x = isnan(x->real), no_y = isnan(y->real);

	return no_x || no_y ? (int)no_x - (int)no_y : number_cmp(*x, *y);
}

struct number
median_sorted(const struct number *v, size_t n)
{
	const struct number *a = &v[(n - 1) / 2], *b = &v[n / 2];

	if (number_cmp(*a, *b) == 0)
		return *a;
	if (a->is_whole && b->is_whole && (b->whole - a->whole) % 2 == 0)
		return number_whole(a->whole + (b->whole - a->whole) / 2);
	return number_real(a->real + (b->real - a->real) / 2);
}

struct number
median(struct number *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_number);
	while (n > 1 && isnan(v[n - 1].real))
		n--;
	return median_sorted(v, n);
}
