/* SPDX-License-Identifier: MIT */
/* Noise of a metric, estimated from its history. */
#include <math.h>
#include <stdbool.h>

#include "noise.h"
#include "order.h"
#include "shift.h"
#include "spread.h"
#include "student.h"

/* With this many degrees of freedom, older stretches add nothing. */
enum { ENOUGH = 20 };

/* Levels at most this many spreads apart are one. */
static const double alike = 3;

static size_t
stretch_before(const bool *begins, size_t end)
{
	size_t from = end - 1;

	while (!begins[from])
		from--;
	return from;
}

/* How many runs ago the first stretch with a fair share at the level began. */
static size_t
find_back(const double *x, size_t n, const bool *begins, double level,
    double limit)
{
	for (size_t from = 0, end; from < n; from = end) {
		size_t at = 0;

		end = from;
		do
			at += fabs(x[end++] - level) <= limit;
		while (end < n && !begins[end]);
		if (4 * at >= end - from)
			return n - from;
	}
	return 0;
}

/* A level of 0 has no proportions, so the spread is absolute. */
static double
spread_about_zero(const double *x, size_t n)
{
	double squares = 0;

	for (size_t i = 0; i < n; i++)
		squares += x[i] * x[i];
	return sqrt(squares / (double)n);
}

void
noise_of(struct noise *s, const double *x, size_t n, double step)
{
	struct spread spread = { 0 };
	bool begins[NOISE_WINDOW];
	size_t from, end;

	if (n > NOISE_WINDOW) {
		x += n - NOISE_WINDOW;
		n = NOISE_WINDOW;
	}
	shift_find(x, n, begins);
	from = stretch_before(begins, n);
	s->n = n - from;
	s->level = order_median(x + from, s->n);
	for (end = n; end > 0 && spread.freedom < ENOUGH; end = from) {
		from = stretch_before(begins, end);
		spread_add(&spread, x + from, end - from,
		    order_median(x + from, end - from));
	}
	s->own = s->level == 0 ? spread_about_zero(x + n - s->n, s->n) :
				 fabs(s->level) * spread_of(&spread);
	s->step = step;
	s->spread = hypot(s->own, step / 2);
	s->freedom = spread_freedom(&spread);
	s->back = find_back(x, n, begins, s->level, alike * s->spread);
}

double
noise_error(const struct noise *s, size_t k)
{
	return s->spread * sqrt(spread_of_median(k) + spread_of_median(s->n));
}

double
noise_p(const struct noise *s, double off, double error)
{
	if (off == 0)
		return 1;
	return student_p(off / error, s->freedom);
}

double
noise_reach(const struct noise *s, double p, double error)
{
	return error * student_t(p, s->freedom);
}

double
noise_tails(const struct noise *s, size_t k)
{
	return 1 + 1.5 / (double)(k < s->n ? k : s->n);
}
