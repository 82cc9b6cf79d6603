/* SPDX-License-Identifier: MIT */
/* Mann-Whitney rank test of two samples. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "order.h"
#include "rank.h"

/* With this many runs on each side, exact tails are narrower than normal. */
enum { ENOUGH = 9 };

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
 * Counts the ways to choose `take' of n ascending ranks for each sum up to
 * `most': way[s - least] for the sum s, where least is that of the first ranks.
 * Ranks are doubled, so that the mean rank of ties is whole. A choice of k
 * among the first i counts only if the remaining ranks suffice to complete it.
 */
static double *
count_ways(const size_t *rank, size_t n, size_t take, size_t most,
    size_t *least)
{
	size_t *from = mem_zalloc(take + 1, sizeof(*from)), width;
	double *way, *last;

	for (size_t k = 0; k < take && k < n; k++)
		from[k + 1] = from[k] + rank[k];
	*least = from[take];
	width = most - *least + 1;
	way = mem_zalloc((take + 1) * width, sizeof(*way));
	last = mem_zalloc(width, sizeof(*last));
	way[0] = 1;
	for (size_t i = 0; i < n; i++) {
		size_t top = i + 1 < take ? i + 1 : take;

		for (size_t k = top; k > 0 && k + n >= take + i + 1; k--) {
			double *to = way + k * width;
			const double *less = to - width;
			/* The excess over the least sum of k ranks. */
			size_t more = from[k - 1] + rank[i] - from[k];

			for (size_t s = more; s < width; s++)
				to[s] += less[s - more];
		}
	}
	memcpy(last, way + take * width, width * sizeof(*last));
	free(from);
	free(way);
	return last;
}

/* The number of all choices, as a double. */
static double
all_ways(size_t n, size_t take)
{
	double ways = 1;

	for (size_t i = 1; i <= take; i++)
		ways = ways * (double)(n - take + i) / (double)i;
	return ways;
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
	size_t rank[RANK_EXACT], mean = take * (n + 1), least;
	double low = 0, high, p, *way, total = all_ways(n, take);

	double_ranks(all, n, rank);
	/* The high tail is the low tail of ranks counted from the other end. */
	if (sum > mean) {
		for (size_t i = 0; i < n - i; i++) {
			size_t first = rank[i];

			rank[i] = 2 * (n + 1) - rank[n - 1 - i];
			rank[n - 1 - i] = 2 * (n + 1) - first;
		}
		sum = 2 * mean - sum;
	}
	way = count_ways(rank, n, take, sum, &least);
	for (size_t s = 0; s <= sum - least; s++)
		low += way[s];
	/* Ties may put the mean past the middle. */
	high = total - low + way[sum - least];
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

	/* Both tails count, so the sides may swap, for fewer choices. */
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

bool
rank_at_most(const double *x, size_t nx, const double *y, size_t ny, double p)
{
	size_t n = nx + ny, few = nx < ny ? nx : ny;
	double *all = mem_zalloc(n, sizeof(*all)), normal;

	memcpy(all, x, nx * sizeof(*all));
	memcpy(all + nx, y, ny * sizeof(*all));
	order_sort(all, n);
	normal = approximate(all, n, rank_u(x, nx, y, ny), (double)nx,
	    (double)ny);
	free(all);
	if (n > RANK_EXACT || (few >= ENOUGH && normal <= p))
		return normal <= p;
	if (normal > (few >= ENOUGH ? 10 * p : fmax(0.01, 50 * p)))
		return false;
	return rank_p(x, nx, y, ny) <= p;
}

double
rank_least_p(size_t nx, size_t ny)
{
	return 2 *
	    exp(lgamma((double)nx + 1) + lgamma((double)ny + 1) -
		lgamma((double)(nx + ny) + 1));
}

/* By the normal distribution; bisection finds its quantile. */
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
	size_t rank[RANK_EXACT], n = nx + ny, least;
	double total, tail = 0, *way;
	int u = -1;

	if (nx < ny)
		return rank_critical(ny, nx, p);
	if (n > RANK_EXACT)
		return approximate_critical((double)nx, (double)ny, p);
	for (size_t i = 0; i < n; i++)
		rank[i] = 2 * (i + 1);
	way = count_ways(rank, n, ny, ny * (n + 1), &least);
	total = all_ways(n, ny);
	/* A rounding error of the sum must not cost a step. */
	for (size_t s = 0; s <= ny * (n + 1) - least; s += 2) {
		tail += way[s];
		if (tail > p * total * (1 + 1e-12))
			break;
		u++;
	}
	free(way);
	return u;
}
