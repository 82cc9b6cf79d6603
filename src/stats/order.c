/* SPDX-License-Identifier: MIT */
/* Order statistics of doubles. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "order.h"

enum { FEW = 64 };

static int
cmp(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void
order_sort(double *x, size_t n)
{
	if (n > FEW) {
		qsort(x, n, sizeof(*x), cmp);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		double v = x[i];
		size_t j = i;

		for (; j > 0 && x[j - 1] > v; j--)
			x[j] = x[j - 1];
		x[j] = v;
	}
}

double
order_median(const double *x, size_t n)
{
	double few[FEW], *copy = n <= FEW ? few : mem_zalloc(n, sizeof(*x));
	double low, high;

	memcpy(copy, x, n * sizeof(*x));
	order_sort(copy, n);
	low = copy[(n - 1) / 2];
	high = copy[n / 2];
	if (copy != few)
		free(copy);
	return low + (high - low) / 2;
}

double
order_nth(double *x, size_t n, size_t k)
{
	size_t low = 0, high = n - 1;

	/* Hoare's selection: narrows [low, high], which holds the k-th. */
	while (low < high) {
		double pivot = x[low + (high - low) / 2], v;
		size_t i = low, j = high;

		for (;; i++, j--) {
			while (x[i] < pivot)
				i++;
			while (x[j] > pivot)
				j--;
			if (i >= j)
				break;
			v = x[i];
			x[i] = x[j];
			x[j] = v;
		}
		if (k <= j)
			high = j;
		else
			low = j + 1;
	}
	return x[k];
}
