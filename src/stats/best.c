/* SPDX-License-Identifier: MIT */
/* Minimum and maximum of several runs. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "best.h"
#include "order.h"

double
best_of(const double *x, size_t n, size_t m, bool most)
{
	double *sorted = mem_zalloc(n, sizeof(*sorted)), sum = 0, weight;

	memcpy(sorted, x, n * sizeof(*sorted));
	order_sort(sorted, n);
	/* The chance that the ith value is the least of m chosen ones. */
	weight = (double)m / (double)n;
	for (size_t i = 0; i + m <= n; i++) {
		sum += weight * sorted[most ? n - 1 - i : i];
		if (i + 1 < n)
			weight *= (double)(n - i - m) / (double)(n - i - 1);
	}
	free(sorted);
	return sum;
}

double
best_variance(size_t m)
{
	static const double of[] = { 1, 1, 0.682, 0.560, 0.492, 0.448, 0.416,
		0.392, 0.373, 0.358, 0.345 };
	size_t last = sizeof(of) / sizeof(*of) - 1;

	return of[m < last ? m : last];
}
