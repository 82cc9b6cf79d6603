/* SPDX-License-Identifier: MIT */
/* The rank test of two samples: Mann-Whitney's U. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "order.h"
#include "rank.h"

double
rank_u(const double *x, size_t nx, const double *y, size_t ny)
{
	double u = 0;

	for (size_t i = 0; i < nx; i++)
		for (size_t j = 0; j < ny; j++)
			u += y[j] > x[i] ? 1 : y[j] == x[i] ? 0.5 : 0;
	return u;
}

/*
 * Ways to choose `take' of the ranks with each sum: way[k * (top + 1) + s].
 * Ranks come doubled, so that the mean rank of ties is whole.
 */
static double *
count_ways(const size_t *rank, size_t n, size_t take, size_t top)
{
	size_t width = top + 1, reach = 0;
	double *way = mem_zalloc((take + 1) * width, sizeof(*way));

	way[0] = 1;
	for (size_t i = 0; i < n; i++) {
		size_t most = i + 1 < take ? i + 1 : take;

		reach = reach + rank[i] < top ? reach + rank[i] : top;
		for (size_t k = most; k > 0; k--) {
			double *to = way + k * width;
			const double *from = to - width;

			for (size_t s = reach + 1; s-- > rank[i];)
				to[s] += from[s - rank[i]];
		}
	}
	return way;
}

/* Doubled mean ranks of the sorted values. */
static void
double_ranks(const double *all, size_t n, size_t *rank)
{
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i + 1; j < n && all[j] == all[i]; j++)
			;
		for (size_t k = i; k < j; k++)
			rank[k] = i + 1 + j;
	}
}

/* Twice the rarer tail of a doubled rank sum among all choices. */
static double
exact(const double *all, size_t n, size_t take, size_t sum)
{
	size_t rank[RANK_EXACT], top = 0;
	double total = 0, low = 0, high = 0, *way, p;

	double_ranks(all, n, rank);
	for (size_t i = n - take; i < n; i++)
		top += rank[i];
	way = count_ways(rank, n, take, top);
	for (size_t s = 0; s <= top; s++) {
		double w = way[take * (top + 1) + s];

		total += w;
		low += s <= sum ? w : 0;
		high += s >= sum ? w : 0;
	}
	free(way);
	p = 2 * (low < high ? low : high) / total;
	return p < 1 ? p : 1;
}

static double
approximate(const double *all, size_t n, double u, double nx, double ny)
{
	double ties = 0, size = (double)n, sd, off;

	for (size_t i = 0, j; i < n; i = j) {
		double t;

		for (j = i + 1; j < n && all[j] == all[i]; j++)
			;
		t = (double)(j - i);
		ties += t * (t * t - 1);
	}
	sd = sqrt(nx * ny / 12 * (size + 1 - ties / (size * (size - 1))));
	off = fabs(u - nx * ny / 2) - 0.5;
	if (sd == 0 || off <= 0)
		return 1;
	return erfc(off / sd / sqrt(2));
}

double
rank_p(const double *x, size_t nx, const double *y, size_t ny)
{
	size_t n = nx + ny;
	double *all, u, p;

	/* Both tails count, so the sides may change; fewer ways this way. */
	if (nx < ny)
		return rank_p(y, ny, x, nx);
	all = mem_zalloc(n, sizeof(*all));
	u = rank_u(x, nx, y, ny);
	memcpy(all, x, nx * sizeof(*all));
	memcpy(all + nx, y, ny * sizeof(*all));
	order_sort(all, n);
	if (n > RANK_EXACT)
		p = approximate(all, n, u, (double)nx, (double)ny);
	else
		p = exact(all, n, ny, (size_t)(2 * u) + ny * (ny + 1));
	free(all);
	return p;
}

double
rank_least_p(size_t nx, size_t ny)
{
	return 2 * exp(lgamma((double)nx + 1) + lgamma((double)ny + 1) -
	    lgamma((double)(nx + ny) + 1));
}

/* By the normal distribution, where the two meet halfway. */
static int
approximate_critical(double nx, double ny, double p)
{
	double low = 0, high = 40, sd = sqrt(nx * ny * (nx + ny + 1) / 12);

	for (int i = 0; i < 60; i++) {
		double mid = (low + high) / 2;

		if (erfc(mid / sqrt(2)) / 2 > p)
			low = mid;
		else
			high = mid;
	}
	return (int)fmax(-1, floor(nx * ny / 2 - 0.5 - high * sd));
}

int
rank_critical(size_t nx, size_t ny, double p)
{
	size_t rank[RANK_EXACT], n = nx + ny, least = ny * (ny + 1), top = 0;
	double total = 0, tail = 0, *way;
	int u = -1;

	if (nx < ny)
		return rank_critical(ny, nx, p);
	if (n > RANK_EXACT)
		return approximate_critical((double)nx, (double)ny, p);
	for (size_t i = 0; i < n; i++)
		rank[i] = 2 * (i + 1);
	for (size_t i = nx; i < n; i++)
		top += rank[i];
	way = count_ways(rank, n, ny, top);
	for (size_t s = 0; s <= top; s++)
		total += way[ny * (top + 1) + s];
	/* Half a unit in the last place of the sum must not cost a step. */
	for (size_t s = least; s <= top; s += 2) {
		tail += way[ny * (top + 1) + s];
		if (tail > p * total * (1 + 1e-12))
			break;
		u++;
	}
	free(way);
	return u;
}
