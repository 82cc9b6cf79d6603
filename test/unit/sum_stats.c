/* SPDX-License-Identifier: MIT */
/* Checks means, deviations, independence of order of sum.h. */
#include "number/sum.h"

#include <float.h>
#include <math.h>

#include "unit.h"

enum { MANY = 500 };

static bool
same(const struct number *a, const struct number *b)
{
	return a->is_whole == b->is_whole && a->whole == b->whole &&
	    a->real == b->real;
}

static bool
near(double a, double b)
{
	return a == b || (nextafter(a, b) == b && isfinite(b));
}

static void
fill(struct number *term, int n)
{
	uint64_t x = 0x2545f4914f6cdd1du, bits;
	double real;
	int i;

	for (i = 0; i < n; i++) {
		bits = unit_random(&x);
		term[i] = number_whole(bits >> (i % 64));
		if (i % 5 == 0)
			continue;
		bits = (bits & 0x800fffffffffffffu) | (900 + x % 250) << 52;
		memcpy(&real, &bits, sizeof(real));
		term[i] = number_real(real);
	}
}

static void
shuffle(struct number *term, int n, uint64_t *x)
{
	struct number swap;
	int i, k;

	for (i = n - 1; i > 0; i--) {
		k = (int)(unit_random(x) % (uint64_t)(i + 1));
		swap = term[i];
		term[i] = term[k];
		term[k] = swap;
	}
}

/* What is known of the terms, added up one after the other. */
static void
add_up(const struct number *term, int n, int peek, struct number *result)
{
	struct sum s = { 0 }, q = { 0 };
	int i;

	for (i = 0; i < n; i++) {
		sum_add(&s, term[i]);
		sum_add_square(&q, term[i]);
		if (i % 50 == peek)
			sum_value(&s);
	}
	result[0] = sum_value(&s);
	result[1] = sum_value(&q);
	result[2] = sum_mean(&s, (uint64_t)n);
	result[3] = number_real(sum_stddev(&s, &q, (uint64_t)n));
	sum_free(&s);
	sum_free(&q);
}

static void
order_does_not_matter(void)
{
	struct number term[MANY], first[4], now[4];
	uint64_t x = 7;
	int round, i;

	fill(term, MANY);
	add_up(term, MANY, 0, first);
	CHECK(first[3].real > 0);
	for (round = 0; round < 50; round++) {
		shuffle(term, MANY, &x);
		add_up(term, MANY, round, now);
		for (i = 0; i < 4; i++)
			CHECK(same(&now[i], &first[i]));
	}
}

static void
means_are_rounded_once(void)
{
	struct sum s = { 0 };

	sum_add(&s, number_whole(1));
	CHECK(sum_mean(&s, 3).real == 1.0 / 3);
	CHECK(sum_mean(&s, 10).real == 0.1);
	CHECK(sum_mean(&s, UINT64_MAX).real == 0x1p-64);
	CHECK(sum_mean(&s, 10000000000000000000u).real == 1e-19);
	sum_free(&s);
	/* Halves of the smallest double: 1/2 becomes 0, 3/2 becomes 2. */
	sum_add(&s, number_real(0x1p-1074));
	CHECK(sum_mean(&s, 2).real == 0);
	sum_add(&s, number_real(0x1p-1073));
	CHECK(sum_mean(&s, 2).real == 0x1p-1073);
	CHECK(sum_mean(&s, 7).real == 0);
	sum_free(&s);
	/* The sum is no double, the mean is. */
	sum_add(&s, number_real(DBL_MAX));
	sum_add(&s, number_real(DBL_MAX));
	CHECK(sum_mean(&s, 2).real == DBL_MAX);
	sum_free(&s);
	/* A remainder below all bits of a double decides: 1 + 3/2 ulp. */
	sum_add(&s, number_whole(3));
	sum_add(&s, number_real(0x1.2p-50));
	CHECK(sum_mean(&s, 3).real == 1 + 0x1p-51);
	sum_add(&s, number_real(0x1p-1074));
	CHECK(sum_mean(&s, 3).real == 1 + 0x1p-51);
	sum_add(&s, number_real(-0x1p-1073));
	CHECK(sum_mean(&s, 3).real == 1 + 0x1p-52);
	sum_free(&s);
	sum_add(&s, number_real(0x1.8p301));
	sum_add(&s, number_real(0x1.8p248));
	CHECK(sum_mean(&s, 3).real == 0x1p300);
	sum_add(&s, number_whole(1));
	CHECK(sum_mean(&s, 3).real == 0x1p300 + 0x1p248);
	sum_free(&s);
	/* Just above half of the smallest double: rounding twice gives 0. */
	sum_add(&s, number_real(0x1p-1014));
	CHECK(sum_mean(&s, (uint64_t)1 << 61).real == 0);
	sum_add(&s, number_real(0x1p-1074));
	CHECK(sum_mean(&s, (uint64_t)1 << 61).real == 0x1p-1074);
	sum_free(&s);
}

static double
stddev_of(const double *x, uint64_t n)
{
	struct sum s = { 0 }, q = { 0 };
	double result;
	uint64_t i;

	for (i = 0; i < n; i++) {
		sum_add(&s, number_real(x[i]));
		sum_add_square(&q, number_real(x[i]));
	}
	result = sum_stddev(&s, &q, n);
	sum_free(&s);
	sum_free(&q);
	return result;
}

static void
deviations_are_exact(void)
{
	static const double known[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
	static const double offset[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
	static const double equal[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 };
	static const double zeros[] = { 0, 0 };
	static const double large[] = { 1e308, -1e308 };
	static const double over[] = { DBL_MAX, -DBL_MAX };
	static const double tiny[] = { 0, 0x1p-1074 };
	static const double ulp[] = { 1, 1 + 0x1p-52 };

	CHECK(near(stddev_of(known, 8), 2.138089935299395));
	CHECK(near(stddev_of(offset, 4), 5.477225575051661));
	CHECK(stddev_of(equal, 7) == 0);
	CHECK(stddev_of(zeros, 2) == 0);
	CHECK(near(stddev_of(large, 2), 1.4142135623730951e308));
	CHECK(stddev_of(over, 2) == (double)INFINITY);
	CHECK(stddev_of(tiny, 2) == 0x1p-1074);
	CHECK(near(stddev_of(ulp, 2), 0x1.6a09e667f3bcdp-53));
}

/* The largest counters there are: their squares need 128 bits. */
static void
squares_are_exact(void)
{
	struct sum s = { 0 }, q = { 0 };

	sum_add(&s, number_whole(UINT64_MAX));
	sum_add(&s, number_whole(UINT64_MAX - 2));
	sum_add_square(&q, number_whole(UINT64_MAX));
	sum_add_square(&q, number_whole(UINT64_MAX - 2));
	CHECK(near(sum_stddev(&s, &q, 2), 0x1.6a09e667f3bcdp0));
	CHECK(sum_value(&q).real == 0x1p129);
	sum_free(&q);
	sum_add_square(&q, number_whole(4294967295u));
	CHECK(sum_value(&q).is_whole);
	CHECK(sum_value(&q).whole == 18446744065119617025u);
	sum_add_square(&q, number_real(-0.5));
	CHECK(sum_value(&q).real == 18446744065119617025.25);
	sum_free(&s);
	sum_free(&q);
}

/* Whole numbers in the separate small sum and in digits are the same numbers. */
static void
small_sums(void)
{
	uint64_t x = 0x9e3779b97f4a7c15u;
	int bad = 0;

	for (int round = 0; round < 20000; round++) {
		struct sum sum[2] = { 0 }, squares[2] = { 0 };
		uint64_t count = 1 + unit_random(&x) % 7;
		uint64_t bits = unit_random(&x) % 33;
		struct number a, b;

		for (uint64_t k = 0; k < count; k++) {
			uint64_t v = (unit_random(&x) & UINT32_MAX) >> bits;
			struct number n = number_whole(v);

			sum_add(&sum[0], n);
			sum_add_square(&squares[0], n);
			sum_add_any(&sum[1], n);
			sum_add_any_square(&squares[1], n);
		}
		a = sum_value(&sum[0]);
		b = sum_value(&sum[1]);
		bad += !same(&a, &b);
		a = sum_mean(&sum[0], count);
		b = sum_mean(&sum[1], count);
		bad += !same(&a, &b);
		bad += count > 1 &&
		    sum_stddev(&sum[0], &squares[0], count) !=
			sum_stddev(&sum[1], &squares[1], count);
		/* One of each kind, in both directions. */
		sum_merge(&sum[0], &sum[1]);
		sum_merge(&squares[1], &squares[0]);
		a = sum_mean(&sum[0], 2 * count);
		b = sum_mean(&sum[1], count);
		bad += !same(&a, &b);
		for (int k = 0; k < 2; k++) {
			sum_free(&sum[k]);
			sum_free(&squares[k]);
		}
	}
	CHECK(bad == 0);
}

int
main(void)
{
	order_does_not_matter();
	means_are_rounded_once();
	deviations_are_exact();
	squares_are_exact();
	small_sums();
	return unit_end();
}
