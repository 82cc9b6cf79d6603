/* SPDX-License-Identifier: MIT */
/* Distance of two levels and its p-value. */
#include <math.h>
#include <stdlib.h>

#include "apart.h"
#include "base/mem.h"
#include "order.h"
#include "spread.h"
#include "student.h"

/* Outliers in one stretch can look like a level, so the tails are wide. */
static const double tails = 2.5;

struct apart
apart_sides(const struct series_of_runs *series, const struct apart_side *a,
    size_t na, const struct apart_side *b, size_t nb)
{
	const struct scale *scale = &series->scale;
	double prior = SPREAD_WEIGHT * SPREAD_PRIOR * SPREAD_PRIOR;
	double freedom = SPREAD_WEIGHT + a->freedom + b->freedom;
	double grain = scale->step == 0 ?
	    0 :
	    scale_grain(scale, fmin(a->median, b->median));
	double spread = sqrt(
	    (prior + a->squares + b->squares) / freedom + grain * grain);

	return (struct apart){
		.off = b->median - a->median,
		.freedom = freedom,
		.error = spread *
		    sqrt(spread_of_median(na) + spread_of_median(nb)),
	};
}

double
apart_p(const struct apart *d)
{
	return d->off == 0 ? 1 :
			     student_p(d->off / (d->error * tails), d->freedom);
}

/* The number of runs that are nearer to one level than to the other. */
static size_t
nearer(const double *y, size_t n, double level, double other)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		k += fabs(y[i] - level) < fabs(y[i] - other);
	return k;
}

double
apart_surprise(const struct series_of_runs *s, size_t from, size_t at,
    size_t to, const struct apart_side *a, const struct apart_side *b, double p)
{
	double far = fabs(b->median - a->median) / 2;

	return fmax(p,
	    fmax(series_chance(s, far,
		     nearer(s->y + from, at - from, a->median, b->median),
		     at - from),
		series_chance(s, far,
		    nearer(s->y + at, to - at, b->median, a->median),
		    to - at)));
}

/* A level's deviations, except those of events (see spread.h). */
static struct apart_side
side_of(const double *y, size_t n)
{
	struct apart_side s = { .median = order_median(y, n), .freedom = -1 };
	double *off = mem_zalloc(n, sizeof(*off)), limit;

	for (size_t i = 0; i < n; i++)
		off[i] = fabs(y[i] - s.median);
	/* 1.4826 turns a median deviation into a standard one. */
	limit = fmax(0.1, 5 * 1.4826 * order_median(off, n));
	for (size_t i = 0; i < n; i++)
		if (off[i] <= limit) {
			s.squares += off[i] * off[i];
			s.freedom += 1;
		}
	free(off);
	return s;
}

struct apart
apart_of(const struct series_of_runs *s, size_t from, size_t at, size_t to)
{
	struct apart_side a = side_of(s->y + from, at - from);
	struct apart_side b = side_of(s->y + at, to - at);

	return apart_sides(s, &a, at - from, &b, to - at);
}

double
apart_chance(const struct series_of_runs *s, size_t from, size_t at, size_t to,
    double limit, double *z)
{
	struct apart_side a = side_of(s->y + from, at - from);
	struct apart_side b = side_of(s->y + at, to - at);
	struct apart d = apart_sides(s, &a, at - from, &b, to - at);
	double p = apart_p(&d);

	*z = d.off / d.error;
	return p > limit ? p : apart_surprise(s, from, at, to, &a, &b, p);
}
