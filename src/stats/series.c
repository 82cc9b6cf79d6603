/* SPDX-License-Identifier: MIT */
/* Series of runs and the frequency of its outliers. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "order.h"
#include "series.h"

enum { BESIDE = 3 }; /* runs on either side of one */

void
series_open(struct series_of_runs *s, const double *x, size_t n,
    const struct scale *scale)
{
	*s = (struct series_of_runs){
		.n = n,
		.scale = *scale,
		.y = mem_zalloc(n, sizeof(*s->y)),
		.off = mem_zalloc(n, sizeof(*s->off)),
	};
	scale_of(&s->scale, x, n, s->y);
	for (size_t i = 0; i < n; i++) {
		size_t from = i > BESIDE ? i - BESIDE : 0;
		size_t to = i + BESIDE < n ? i + BESIDE + 1 : n;

		s->off[i] = fabs(
		    s->y[i] - order_median(s->y + from, to - from));
	}
	order_sort(s->off, n);
}

void
series_close(struct series_of_runs *s)
{
	free(s->y);
	free(s->off);
}

/* The share of runs that are at least this far off. */
static double
share(const struct series_of_runs *s, double far)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->off[mid] < far)
			low = mid + 1;
		else
			high = mid;
	}
	return (double)(s->n - low) / (double)s->n;
}

double
series_chance(const struct series_of_runs *s, double far, size_t k, size_t m)
{
	double p = share(s, far), sum = 0, runs = (double)m;

	/*
	 * Of two equally common modes, only 34 of 100 runs seem off: the median
	 * of 7 includes the run itself.
	 */
	p = fmin(0.5, p * (1 + 1.4 * p));
	if (p == 0)
		return 0;
	for (size_t i = k; i <= m; i++) {
		double hits = (double)i;

		sum += exp(lgamma(runs + 1) - lgamma(hits + 1) -
		    lgamma(runs - hits + 1) + hits * log(p) +
		    (runs - hits) * log1p(-p));
	}
	return fmin(sum, 1);
}
