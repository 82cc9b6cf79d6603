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

/* Whether the levels differ by more than the spread about each explains. */
static bool
is_far(const double *x, size_t left, size_t right, double p)
{
	double a = order_median(x, left), b = order_median(x + left, right);
	struct spread s = { 0 };
	double error;

	spread_add(&s, x, left, a);
	spread_add(&s, x + left, right, b);
	error = tails * spread_of(&s) * sqrt(a * a * spread_of_median(left) +
	    b * b * spread_of_median(right));
	return fabs(a - b) > error * student_t(p, spread_freedom(&s));
}

static void
part(const double *x, size_t n, bool *begins)
{
	size_t at;
	double p;

	begins[0] = true;
	if (n < 2 * SHIFT_LEAST)
		return;
	at = best_split(x, n);
	p = chance / (double)(n - 2 * SHIFT_LEAST + 1);
	if (rank_p(x, at, x + at, n - at) > p && !is_far(x, at, n - at, p))
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
