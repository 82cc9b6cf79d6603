/* SPDX-License-Identifier: MIT */
/* False discovery rate of many tests. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "family.h"
#include "order.h"

size_t
family_discoveries(const double *p, size_t n, double alpha)
{
	double *sorted;
	size_t k = n;

	if (n == 0)
		return 0;
	sorted = mem_zalloc(n, sizeof(*sorted));
	memcpy(sorted, p, n * sizeof(*sorted));
	order_sort(sorted, n);
	while (k > 0 && sorted[k - 1] > alpha * (double)k / (double)n)
		k--;
	free(sorted);
	return k;
}
