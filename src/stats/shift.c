/* SPDX-License-Identifier: MIT */
/* Shifts of the level of a history. */
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rank.h"
#include "shift.h"
#include "spread.h"
#include "student.h"

/* The chance that a series without a shift is split. */
static const double chance = 0.01;

/* Outliers in one stretch can look like a level, so the tails are wide. */
static const double tails = 2.5;

/* The medians of the first 1, 2 ... n values, each at its count minus one. */
static void
running_medians(const double *x, size_t n, ptrdiff_t step, double *sorted,
    double *median)
{
	for (size_t i = 0; i < n; i++) {
		double v = *x, low, high;
		size_t j = i;

		for (; j > 0 && sorted[j - 1] > v; j--)
			sorted[j] = sorted[j - 1];
		sorted[j] = v;
		low = sorted[i / 2];
		high = sorted[(i + 1) / 2];
		median[i] = low + (high - low) / 2;
		if (i + 1 < n)
			x += step;
	}
}

/* A stretch, and the medians on both sides of each split. */
struct stretch {
	const double *x;
	size_t n;
	double *left, *right; /* by the place of the split */
};

static void
set_medians(struct stretch *s, double *scratch)
{
	double *median = scratch + s->n;

	running_medians(s->x, s->n, 1, scratch, median);
	memcpy(s->left + 1, median, (s->n - 1) * sizeof(*median));
	running_medians(s->x + s->n - 1, s->n, -1, scratch, median);
	for (size_t i = 1; i < s->n; i++)
		s->right[i] = median[s->n - 1 - i];
}

static double
deviations(const double *x, size_t n, double median)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += fabs(x[i] - median);
	return sum;
}

static size_t
best_split(const struct stretch *s)
{
	size_t best = SHIFT_LEAST;
	double least = INFINITY;

	for (size_t i = SHIFT_LEAST; i + SHIFT_LEAST <= s->n; i++) {
		double sum = deviations(s->x, i, s->left[i]) +
		    deviations(s->x + i, s->n - i, s->right[i]);

		if (sum < least) {
			least = sum;
			best = i;
		}
	}
	return best;
}

/* The error of the levels' distance at a spread of 1. */
static double
unit_error(const struct stretch *s, size_t at)
{
	double a = s->left[at], b = s->right[at];

	return tails *
	    sqrt(a * a * spread_of_median(at) +
		b * b * spread_of_median(s->n - at));
}

/* The chance of this distance between levels, by the spread about each. */
static double
distance_p(const struct stretch *s, size_t at)
{
	double off = s->left[at] - s->right[at];
	struct spread spread = { 0 };

	if (off == 0)
		return 1;
	spread_add(&spread, s->x, at, s->left[at]);
	spread_add(&spread, s->x + at, s->n - at, s->right[at]);
	return student_p(off / (unit_error(s, at) * spread_of(&spread)),
	    spread_freedom(&spread));
}

/*
 * Whether a split can pass: whether it is seen at the least spread of so many
 * runs, that of runs at their level.
 */
static bool
may_pass(const struct stretch *s, size_t at, double least)
{
	return fabs(s->left[at] - s->right[at]) >= least * unit_error(s, at);
}

/* Whether the chance of levels so far apart is at most p. */
static bool
is_far(const struct stretch *s, size_t at, double least, double p)
{
	return may_pass(s, at, least) && distance_p(s, at) <= p;
}

/* The split with the most distant levels; 0 if none passes. */
static size_t
farthest_split(const struct stretch *s, double least, double limit)
{
	size_t best = 0;

	for (size_t i = SHIFT_LEAST; i + SHIFT_LEAST <= s->n; i++) {
		double p = may_pass(s, i, least) ? distance_p(s, i) : 1;

		if (p < limit || (p == limit && best == 0)) {
			limit = p;
			best = i;
		}
	}
	return best;
}

/*
 * The place where the series is split, or 0. With more than two levels, the
 * best split into two may not pass, but the newest level may still stand out.
 */
static size_t
find_split(const struct stretch *s)
{
	double p = chance / (double)(s->n - 2 * SHIFT_LEAST + 1);
	struct spread calm = { .freedom = (double)s->n - 2 };
	double least = spread_of(&calm) * student_normal(p);
	size_t at = best_split(s);

	if (is_far(s, at, least, p) ||
	    rank_at_most(s->x, at, s->x + at, s->n - at, p))
		return at;
	return farthest_split(s, least, p);
}

/* scratch: four times n values. */
static void
part(const double *x, size_t n, bool *begins, double *scratch)
{
	struct stretch s = { x, n, scratch, scratch + n };
	size_t at;

	begins[0] = true;
	if (n < 2 * SHIFT_LEAST)
		return;
	set_medians(&s, scratch + 2 * n);
	at = find_split(&s);
	if (at == 0)
		return;
	part(x, at, begins, scratch);
	part(x + at, n - at, begins + at, scratch);
}

void
shift_find(const double *x, size_t n, bool *begins)
{
	double *scratch = mem_zalloc(4 * n, sizeof(*scratch));

	memset(begins, 0, n * sizeof(*begins));
	part(x, n, begins, scratch);
	free(scratch);
}
