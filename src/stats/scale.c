/* SPDX-License-Identifier: MIT */
/* Scale of a series for the comparison of its levels. */
#include <math.h>

#include "order.h"
#include "scale.h"

static const double trifle = 0.001;

static double
common_size(const double *x, size_t n, double *scratch)
{
	double most = 0, median;

	for (size_t i = 0; i < n; i++) {
		scratch[i] = fabs(x[i]);
		most = fmax(most, scratch[i]);
	}
	median = order_median(scratch, n);
	return median > 0 ? median : most > 0 ? most : 1;
}

void
scale_of(struct scale *s, const double *x, size_t n, double *y)
{
	s->log = true;
	s->unit = 1;
	for (size_t i = 0; i < n; i++)
		s->log = s->log && x[i] > 0;
	if (!s->log)
		s->unit = common_size(x, n, y);
	for (size_t i = 0; i < n; i++)
		y[i] = s->log ? log(x[i]) : x[i] / s->unit;
}

double
scale_value(const struct scale *s, double level)
{
	return s->log ? exp(level) : level * s->unit;
}

double
scale_grain(const struct scale *s, double level)
{
	return s->step / 2 / (s->log ? exp(level) : s->unit);
}

bool
scale_apart(const struct scale *s, double a, double b)
{
	double x = scale_value(s, a), off = fabs(scale_value(s, b) - x);

	/* A step in seconds is not exact in binary. */
	return off > s->step * (1 + 1e-9) && off >= s->floor &&
	    off > trifle * fabs(x);
}
