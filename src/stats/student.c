/* SPDX-License-Identifier: MIT */
/* Student's t distribution. */
#include <math.h>

#include "student.h"

/* The continued fraction of the incomplete beta function, by Lentz' method. */
static double
fraction(double a, double b, double x)
{
	const double tiny = 1e-300;
	double c = 1, d = 1 - (a + b) * x / (a + 1);
	double f;

	d = 1 / (fabs(d) < tiny ? tiny : d);
	f = d;
	for (int i = 1; i < 1000; i++) {
		double m = i, step;

		step = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 + step * d;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = 1 + step / c;
		c = fabs(c) < tiny ? tiny : c;
		f *= c * d;
		step = -(a + m) * (a + b + m) * x /
		    ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 + step * d;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = 1 + step / c;
		c = fabs(c) < tiny ? tiny : c;
		f *= c * d;
		if (fabs(c * d - 1) < 1e-15)
			break;
	}
	return f;
}

/* The regularised incomplete beta function I_x(a, b); y is 1 - x. */
static double
beta(double x, double y, double a, double b)
{
	double front;

	if (x <= 0 || y <= 0)
		return x <= 0 ? 0 : 1;
	front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) +
	    b * log(y));
	if (x < (a + 1) / (a + b + 2))
		return front * fraction(a, b, x) / a;
	return 1 - front * fraction(b, a, y) / b;
}

double
student_p(double t, double freedom)
{
	double square = t * t;

	if (isinf(square))
		return 0;
	return beta(freedom / (freedom + square), square / (freedom + square),
	    freedom / 2, 0.5);
}

double
student_t(double p, double freedom)
{
	double low = 0, high = 1;

	while (student_p(high, freedom) > p)
		high *= 2;
	for (int i = 0; i < 200 && low < high; i++) {
		double mid = low + (high - low) / 2;

		if (mid <= low || mid >= high)
			break;
		if (student_p(mid, freedom) > p)
			low = mid;
		else
			high = mid;
	}
	return high;
}
