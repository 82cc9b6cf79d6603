/* SPDX-License-Identifier: MIT */
/* The median of numbers. */
#include <math.h>
#include <stdlib.h>

#include "median.h"

/* What is NaN stands behind the rest. */
static int
by_number(const void *a, const void *b)
{
	const struct number *x = a, *y = b;
	bool no_x = isnan(x->real), no_y = isnan(y->real);

	return no_x || no_y ? (int)no_x - (int)no_y : number_cmp(*x, *y);
}

struct number
median(struct number *v, size_t n)
{
	const struct number *low, *high;

	qsort(v, n, sizeof(*v), by_number);
	while (n > 1 && isnan(v[n - 1].real))
		n--;
	low = &v[(n - 1) / 2];
	high = &v[n / 2];
	if (n % 2 == 1 || number_cmp(*low, *high) == 0)
		return *low;
	return number_real(low->real + (high->real - low->real) / 2);
}
