/* SPDX-License-Identifier: MIT */
/* Spread of runs about their level, with a prior. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "order.h"
#include "spread.h"

double
spread_limit(const double *x, size_t n, double median)
{
	double *off = mem_zalloc(n, sizeof(*off)), limit;

	for (size_t i = 0; i < n; i++)
		off[i] = fabs((x[i] - median) / median);
	/* 1.4826 turns a median deviation into a standard one. */
	limit = fmax(0.1, 5 * 1.4826 * order_median(off, n));
	free(off);
	return limit;
}

void
spread_add(struct spread *s, const double *x, size_t n, double median)
{
	double limit;

	if (n < 2 || median == 0)
		return;
	limit = spread_limit(x, n, median);
	s->freedom -= 1;
	for (size_t i = 0; i < n; i++) {
		double off = fabs((x[i] - median) / median);

		if (off <= limit) {
			s->squares += off * off;
			s->freedom += 1;
		}
	}
}

double
spread_of(const struct spread *s)
{
	double prior = SPREAD_WEIGHT * SPREAD_PRIOR * SPREAD_PRIOR;

	return sqrt((prior + s->squares) / spread_freedom(s));
}

double
spread_freedom(const struct spread *s)
{
	return SPREAD_WEIGHT + fmax(s->freedom, 0);
}

double
spread_of_median(size_t n)
{
	/*
	 * Of normal values. From 4 values on, the limit pi / 2n errs on the
	 * safe side: by a third, a tenth, a fifth at 4, 5 and 6.
	 */
	static const double few[] = { 1, 1, 0.5, 0.449 };

	return n < 4 ? few[n] : M_PI / 2 / (double)n;
}
