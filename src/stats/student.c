/* SPDX-License-Identifier: MIT */
/* Student's t distribution. */
#include <math.h>
#include <stdint.h>
#include <string.h>

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
	front = exp(
	    lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(y));
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

static double
density(double t, double freedom)
{
	return exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2) -
		   (freedom + 1) / 2 * log1p(t * t / freedom)) /
	    sqrt(freedom * M_PI);
}

/*
 * A step of Newton's method, within a bracket, towards the t whose tail is p;
 * by the logarithm of the tail, which is `at' and falls by `slope' at t.
 */
static double
closer(double t, double at, double slope, double p, double *low, double *high)
{
	double next = t + log(at / p) * at / slope;

	if (at > p)
		*low = t;
	else
		*high = t;
	if (next > *low && next < *high)
		return next;
	return isinf(*high) ? 2 * t : *low + (*high - *low) / 2;
}

double
student_normal(double p)
{
	double low = 0, high = INFINITY, z = 1, last = 0;

	for (int i = 0; i < 100 && fabs(z - last) > 1e-14 * z; i++) {
		last = z;
		z = closer(z, erfc(z / M_SQRT2),
		    2 * exp(-z * z / 2) / sqrt(2 * M_PI), p, &low, &high);
	}
	return z;
}

static double
find_t(double p, double freedom)
{
	double low = 0, high = INFINITY, z = student_normal(p), last = 0;
	/* The first term of Cornish and Fisher's expansion. */
	double t = z + z * (z * z + 1) / (4 * freedom);

	for (int i = 0; i < 200 && fabs(t - last) > 1e-14 * t; i++) {
		last = t;
		t = closer(t, student_p(t, freedom), 2 * density(t, freedom), p,
		    &low, &high);
	}
	return t;
}

/* A comparison asks for few different values, many times. */
static struct answer {
	double p, freedom, t;
} known[64];

double
student_t(double p, double freedom)
{
	uint64_t bits[2];
	struct answer *a;

	memcpy(&bits[0], &p, sizeof(p));
	memcpy(&bits[1], &freedom, sizeof(freedom));
	a = &known[(bits[0] * 0x9e3779b97f4a7c15 ^
		       bits[1] * 0xc2b2ae3d27d4eb4f) >>
	    58];
	if (a->p != p || a->freedom != freedom)
		*a = (struct answer){ p, freedom, find_t(p, freedom) };
	return a->t;
}
