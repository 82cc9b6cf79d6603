/* SPDX-License-Identifier: MIT */
/* Drift: a level that moves evenly to another one. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "order.h"
#include "ramp.h"

enum {
	LEAST = 8,   /* runs of a drift */
	PLACES = 16, /* at either end, in the first search */
};

/* The criterion must improve by this much. */
static const double margin = 6;

/* Sums of products of the runs' indexes and values. */
struct ramp_sum {
	double n, i, ii, y, iy, yy;
};

static struct ramp_sum
between(const struct ramp_sums *s, size_t from, size_t to)
{
	const struct ramp_sum *a = &s->to[from], *b = &s->to[to];

	return (struct ramp_sum){ b->n - a->n, b->i - a->i, b->ii - a->ii,
		b->y - a->y, b->iy - a->iy, b->yy - a->yy };
}

void
ramp_sums_of(struct ramp_sums *s, const double *y, const size_t *begin,
    size_t n, const struct scale *scale)
{
	size_t runs = begin[n];
	double *off = mem_zalloc(runs + 1, sizeof(*off));
	double first = order_median(y, begin[1]);

	s->to = mem_zalloc(runs + 1, sizeof(*s->to));
	s->grain = scale->step == 0 ? 0 : scale_grain(scale, first);
	for (size_t k = 0; k < n; k++) {
		size_t from = begin[k], len = begin[k + 1] - from;
		double median = order_median(y + from, len), limit;

		for (size_t i = 0; i < len; i++)
			off[i] = fabs(y[from + i] - median);
		limit = 4 * 1.4826 * order_median(off, len);
		for (size_t i = from; i < from + len; i++) {
			const struct ramp_sum *a = &s->to[i];
			double w = off[i - from] <= limit, at = (double)i;
			double v = y[i] - first;

			s->to[i + 1] = (struct ramp_sum){ a->n + w,
				a->i + w * at, a->ii + w * at * at,
				a->y + w * v, a->iy + w * at * v,
				a->yy + w * v * v };
		}
	}
	free(off);
}

void
ramp_sums_free(struct ramp_sums *s)
{
	free(s->to);
}

/* The sum of squares about the mean. */
static double
squares(const struct ramp_sum *s)
{
	return s->n > 0 ? s->yy - s->y * s->y / s->n : 0;
}

/*
 * Fits a line of u, which is 0 before the ramp and 1 after it; takes it if its
 * sum of squares is smaller.
 */
static void
try_ramp(const struct ramp_sums *s, size_t from, size_t to, size_t first,
    size_t last, struct ramp *best, double *least)
{
	struct ramp_sum all = between(s, from, to);
	struct ramp_sum in = between(s, first, last + 1);
	struct ramp_sum after = between(s, last + 1, to);
	double len = (double)(last - first + 1), c = 1 - (double)first;
	double u = (in.i + c * in.n) / len + after.n;
	double uu = (in.ii + 2 * c * in.i + c * c * in.n) / len / len + after.n;
	double uy = (in.iy + c * in.y) / len + after.y;
	double suu = uu - u * u / all.n, suy = uy - u * all.y / all.n;
	double slope = suu > 0 ? suy / suu : 0;
	double rest = squares(&all) - slope * suy;

	if (last + 1 < first + LEAST || rest >= *least)
		return;
	*least = rest;
	*best = (struct ramp){
		.from = first,
		.last = last,
		.before = (all.y - slope * u) / all.n,
		.now = (all.y - slope * u) / all.n + slope,
		.freedom = all.n - 4,
		.error = sqrt(fmax(rest, 0) / fmax(all.n - 4, 1) / suu),
	};
}

/* A range of places, and the step through it. */
struct range {
	size_t low, high, step;
};

static struct range
around(struct range r, size_t at)
{
	return (struct range){
		at > r.low + r.step ? at - r.step : r.low,
		at + r.step < r.high ? at + r.step : r.high,
		(r.step + 3) / 4,
	};
}

/* Finds the ramp of least squares, from coarse to fine; returns their sum. */
static double
best_ramp(const struct ramp_sums *s, const size_t *begin, size_t n,
    struct ramp *best)
{
	struct range f = { begin[0], begin[1], 1 };
	struct range l = { begin[n - 1], begin[n] - 1, 1 };
	double least = INFINITY;
	bool fine;

	f.step += (f.high - f.low) / PLACES;
	l.step += (l.high - l.low) / PLACES;
	do {
		fine = f.step == 1 && l.step == 1;
		for (size_t a = f.low; a <= f.high; a += f.step) {
			for (size_t b = l.low; b < l.high; b += l.step)
				try_ramp(s, begin[0], begin[n], a, b, best,
				    &least);
			try_ramp(s, begin[0], begin[n], a, l.high, best,
			    &least);
		}
		if (isinf(least))
			break;
		f = around(f, best->from);
		l = around(l, best->last);
	} while (!fine);
	return least;
}

bool
ramp_fits(const struct ramp_sums *s, const size_t *begin, size_t n,
    struct ramp *ramp)
{
	double runs = between(s, begin[0], begin[n]).n, steps = 0, least;
	double floor = runs * (1e-12 + s->grain * s->grain / 3);
	double places = 2 * (double)n - 1;

	least = best_ramp(s, begin, n, ramp);
	if (isinf(least))
		return false;
	for (size_t k = 0; k < n; k++) {
		struct ramp_sum own = between(s, begin[k], begin[k + 1]);

		steps += fmax(squares(&own), 0);
	}
	least = fmax(least, 0);
	return runs * log((steps + floor) / (least + floor)) >
	    (4 - places) * log(runs) + margin;
}
