/* SPDX-License-Identifier: MIT */
/* Ranks of a stretch of runs, and sums of ranks. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ranks.h"

void
ranks_merge(const double *y, const size_t *a, size_t na, const size_t *b,
    size_t nb, size_t *to)
{
	size_t i = 0, j = 0;

	while (i < na && j < nb)
		*to++ = y[a[i]] <= y[b[j]] ? a[i++] : b[j++];
	memcpy(to, a + i, (na - i) * sizeof(*to));
	memcpy(to + (na - i), b + j, (nb - j) * sizeof(*to));
}

void
ranks_set(struct ranks *r, const double *y, size_t first)
{
	double ties = 0, n = (double)r->n;

	for (size_t i = 0, j; i < r->n; i = j) {
		double t;

		for (j = i + 1; j < r->n && y[r->order[j]] == y[r->order[i]];
		     j++)
			;
		t = (double)(j - i);
		ties += t * (t * t - 1);
		for (size_t k = i; k < j; k++) {
			r->low[r->order[k] - first] = i + 1;
			r->high[r->order[k] - first] = j;
		}
	}
	r->variance = n < 2 ? 0 : (n + 1 - ties / (n * (n - 1))) / 12;
}

static void
sort(size_t *order, size_t *other, const double *y, size_t n)
{
	size_t half = n / 2;

	if (n < 2)
		return;
	sort(order, other, y, half);
	sort(order + half, other + half, y, n - half);
	ranks_merge(y, order, half, order + half, n - half, other);
	memcpy(order, other, n * sizeof(*order));
}

void
ranks_of(struct ranks *r, const double *y, size_t n)
{
	r->n = n;
	r->order = mem_zalloc(n, sizeof(*r->order));
	r->low = mem_zalloc(n, sizeof(*r->low));
	r->high = mem_zalloc(n, sizeof(*r->high));
	for (size_t i = 0; i < n; i++)
		r->order[i] = i;
	sort(r->order, r->low, y, n);
	ranks_set(r, y, 0);
}

void
ranks_free(struct ranks *r)
{
	free(r->order);
	free(r->low);
	free(r->high);
}

/* Twice the rank at a place, less twice the mean. */
static double
above(const struct ranks *r, size_t i)
{
	return (double)(r->low[i] + r->high[i]) - (double)(r->n + 1);
}

static double
z_of(const struct ranks *r, double twice, size_t at)
{
	double off = fabs(twice) / 2 - 0.5;
	double ways = (double)at * (double)(r->n - at);

	return off <= 0 || r->variance <= 0 ? 0 :
					      off / sqrt(ways * r->variance);
}

double
ranks_z(const struct ranks *r, size_t at)
{
	double twice = 0;

	for (size_t i = 0; i < at; i++)
		twice += above(r, i);
	return z_of(r, twice, at);
}

size_t
ranks_split(const struct ranks *r, size_t least, double *z)
{
	double twice = 0, top = 0;
	size_t best = 0;

	for (size_t at = 1; at + least <= r->n; at++) {
		double off, square;

		twice += above(r, at - 1);
		off = fabs(twice) / 2 - 0.5;
		square = off * off / ((double)at * (double)(r->n - at));
		if (at >= least && off > 0 && square > top) {
			top = square;
			best = at;
		}
	}
	*z = r->variance > 0 ? sqrt(top / r->variance) : 0;
	return best;
}
