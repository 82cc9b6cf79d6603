/* SPDX-License-Identifier: MIT */
/* Level shifts in a series. */
#include <math.h>
#include <string.h>

#include "order.h"
#include "rank.h"
#include "shift.h"
#include "spread.h"
#include "student.h"

/* How often a series without a shift may be parted. */
static const double chance = 0.01;

/* Outliers in the same stretch pass for a level: the tails are wide. */
static const double tails = 2.5;

static double
deviations(const double *x, size_t n)
{
	double m = order_median(x, n), sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += fabs(x[i] - m);
	return sum;
}

static size_t
best_split(const double *x, size_t n)
{
	size_t best = SHIFT_LEAST;
	double least = INFINITY;

	for (size_t i = SHIFT_LEAST; i + SHIFT_LEAST <= n; i++) {
		double sum = deviations(x, i) + deviations(x + i, n - i);

		if (sum < least) {
			least = sum;
			best = i;
		}
	}
	return best;
}

/* The chance that levels of one spread, each its own, are so far apart. */
static double
distance_p(const double *x, size_t left, size_t right)
{
	double a = order_median(x, left), b = order_median(x + left, right);
	struct spread s = { 0 };
	double error;

	spread_add(&s, x, left, a);
	spread_add(&s, x + left, right, b);
	error = tails * spread_of(&s) * sqrt(a * a * spread_of_median(left) +
	    b * b * spread_of_median(right));
	if (a == b)
		return 1;
	return student_p((a - b) / error, spread_freedom(&s));
}

/* The split whose levels are the farthest apart; *p is their distance's. */
static size_t
farthest_split(const double *x, size_t n, double *p)
{
	size_t best = SHIFT_LEAST;

	*p = 1;
	for (size_t i = SHIFT_LEAST; i + SHIFT_LEAST <= n; i++) {
		double of = distance_p(x, i, n - i);

		if (of < *p) {
			*p = of;
			best = i;
		}
	}
	return best;
}

/*
 * Where the series is parted, or 0. What falls best into two need not when
 * there are more levels than two: then the newest may still stand out.
 */
static size_t
find_split(const double *x, size_t n)
{
	double p = chance / (double)(n - 2 * SHIFT_LEAST + 1), far;
	size_t at = best_split(x, n);

	if (rank_p(x, at, x + at, n - at) <= p ||
	    distance_p(x, at, n - at) <= p)
		return at;
	at = farthest_split(x, n, &far);
	return far <= p ? at : 0;
}

static void
part(const double *x, size_t n, bool *begins)
{
	size_t at;

	begins[0] = true;
	if (n < 2 * SHIFT_LEAST || (at = find_split(x, n)) == 0)
		return;
	part(x, at, begins);
	part(x + at, n - at, begins + at);
}

void
shift_find(const double *x, size_t n, bool *begins)
{
	memset(begins, 0, n * sizeof(*begins));
	part(x, n, begins);
}
