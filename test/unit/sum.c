/* SPDX-License-Identifier: MIT */
/* Checks sum.h with big.h below it. */
#include "number/sum.h"

#include <float.h>
#include <math.h>

#include "unit.h"
#include "base/wide.h"

enum { TERMS = 5 };

/* Results by rational arithmetic elsewhere, each rounded once. */
static const struct vector {
	double term[TERMS];
	double sum, squares, mean, stddev;
} vectors[] = {
	{ { 0x1.999999999999ap-4, 0x1.999999999999ap-4, 0x1.999999999999ap-4,
	      0x1.999999999999ap-4, 0x1.999999999999ap-4 },
	    0x1p-1, 0x1.999999999999ap-5, 0x1.999999999999ap-4, 0x0p0 },
	{ { 0x1.999999999999ap-4, 0x1.999999999999ap-3, 0x1.3333333333333p-2,
	      -0x1.999999999999ap-2, 0x1.6666666666666p-1 },
	    0x1.cccccccccccccp-1, 0x1.947ae147ae147p-1, 0x1.70a3d70a3d70ap-3,
	    0x1.95bde8857f5e1p-2 },
	{ { 0x1.1c37937e08p53, 0x1p0, -0x1.1c37937e08p53, 0x1.cd2b297d889bcp-54,
	      0x1.8p1 },
	    0x1p2, 0x1.3b8b5b5056e17p107, 0x1.999999999999ap-1,
	    0x1.91f19451be383p52 },
	{ { -0x1.b9096e7d80068p20, 0x1.e1454c439f34ap-14,
	      -0x1.a2beeac8be7d7p-17, 0x1.92ac353d23c0bp-13,
	      0x1.6820269599354p-19 },
	    -0x1.b9096e7c48a4dp20, 0x1.7be8bf82abcccp41, -0x1.60d458636d50ap18,
	    0x1.8a79b023744a1p19 },
	{ { -0x1.51b3120050ed3p-51, 0x1.730be94a67fp-179, -0x1.51209332726dp258,
	      0x1.55e7dae6ac4a9p-349, -0x1.a0afe17bcc74dp38 },
	    -0x1.51209332726dp258, 0x1.bbf6c7aff2829p516,
	    -0x1.0db3a8f528573p256, 0x1.2d8928988788bp257 },
	{ { 0x1.7dfb2d775f593p-1022, 0x0.92bde34d2ea16p-1022,
	      0x0.1832c33aa3918p-1022, 0x1.b185240e05299p-1022,
	      -0x0.41bc8b0b4362ep-1022 },
	    0x1.cc5a3680f9a96p-1021, 0x0p0, 0x0.b82415cd30aa2p-1022,
	    0x0.da5fe326282d4p-1022 },
	{ { 0x1.fffffffffffffp1023, 0x1.fffffffffffffp1023,
	      -0x1.fffffffffffffp1023, -0x1.008896bcf54fap970,
	      0x0.0000000000001p-1022 },
	    0x1.ffffffffffffep1023, INFINITY, 0x1.9999999999998p1021,
	    0x1.ac5eb3f7ab2f7p1023 },
	{ { 0x1.d6f34547df3b6p26, 0x1.d6f34547ef9dbp26, 0x1.d6f34547ced91p26,
	      0x1.d6f34548p26, 0x1.d6f34547be76dp26 },
	    0x1.26580b4ceb852p29, 0x1.0ebeacfd2845ep56, 0x1.d6f34547df3b6p26,
	    0x1.9e7c545b7a0f1p-10 },
	{ { 0x1.e7db21e216216p1017, -0x1.3be4cb4ae3dd3p1023,
	      0x1.92ed2383c017bp1018, -0x1.cc8fc0352a9bfp1022,
	      -0x1.4786a4cfdb1e7p1018 },
	    -INFINITY, INFINITY, -0x1.acf4d586a7bbep1021,
	    0x1.3541294bfd0b8p1022 },
	{ { 0x1.9p3, 0x1.dp2, -0x1.9p1, 0x1.0624dd2f1a9fcp-10, 0x1p12 },
	    0x1.010a04189374cp12, 0x1.0000da940010cp24, 0x1.9b4339c0ebeep9,
	    0x1.c97c0c5ad4fcep10 },
};

static bool
sum_is(struct sum *s, uint64_t whole)
{
	struct number n = sum_value(s);

	return n.is_whole && n.whole == whole && n.real == (double)whole;
}

static bool
mean_is(struct sum *s, uint64_t count, uint64_t whole)
{
	struct number n = sum_mean(s, count);

	return n.is_whole && n.whole == whole && n.real == (double)whole;
}

static bool
near(double a, double b)
{
	return a == b || (nextafter(a, b) == b && isfinite(b));
}

static void
rounds_known_sums(void)
{
	size_t i, k;

	for (i = 0; i < sizeof(vectors) / sizeof(*vectors); i++) {
		const struct vector *v = &vectors[i];
		struct sum s = { 0 }, q = { 0 };

		for (k = 0; k < TERMS; k++) {
			sum_add(&s, number_real(v->term[k]));
			sum_add_square(&q, number_real(v->term[k]));
		}
		CHECK(sum_value(&s).real == v->sum);
		CHECK(sum_value(&q).real == v->squares);
		CHECK(sum_mean(&s, TERMS).real == v->mean);
		CHECK(near(sum_stddev(&s, &q, TERMS), v->stddev));
		sum_free(&s);
		sum_free(&q);
	}
}

/* The sum of two doubles. */
static double
plus(double a, double b)
{
	struct sum s = { 0 };
	double x;

	sum_add(&s, number_real(a));
	sum_add(&s, number_real(b));
	x = sum_value(&s).real;
	sum_free(&s);
	return x;
}

static void
ties_go_to_even(void)
{
	CHECK(plus(1, 0x1p-53) == 1);
	CHECK(plus(1, 0x1.0000000000001p-53) == 1 + 0x1p-52);
	CHECK(plus(1 + 0x1p-52, 0x1p-53) == 1 + 0x1p-51);
	CHECK(plus(-1 - 0x1p-52, -0x1p-53) == -1 - 0x1p-51);
	CHECK(plus(1 + 0x1p-52, 0x1.fffffffffffffp-54) == 1 + 0x1p-52);
	CHECK(plus(0x1p1023, 0x1p1023) == (double)INFINITY);
	CHECK(plus(DBL_MAX, 0x1p969) == DBL_MAX);
	CHECK(plus(DBL_MAX, 0x1p970) == (double)INFINITY);
	CHECK(plus(-DBL_MAX, -DBL_MAX) == -(double)INFINITY);
	CHECK(plus(0x1p-1074, 0x1p-1074) == 0x1p-1073);
	CHECK(plus(0x1p-1022, -0x1p-1074) == 0x0.fffffffffffffp-1022);
	CHECK(plus(1, 0x1p-1074) == 1);
}

static void
whole_sums_are_exact(void)
{
	struct sum s = { 0 };

	CHECK(sum_is(&s, 0));
	CHECK(mean_is(&s, 3, 0));
	sum_add(&s, number_whole(UINT64_MAX - 1));
	sum_add(&s, number_real(0.5));
	CHECK(!sum_value(&s).is_whole && sum_value(&s).real == 0x1p64);
	sum_add(&s, number_real(0.5));
	CHECK(sum_is(&s, UINT64_MAX));
	sum_add(&s, number_whole(1));
	CHECK(!sum_value(&s).is_whole && sum_value(&s).real == 0x1p64);
	CHECK(mean_is(&s, 2, (uint64_t)1 << 63));
	sum_add(&s, number_real(-1));
	CHECK(sum_is(&s, UINT64_MAX));
	CHECK(mean_is(&s, 1, UINT64_MAX));
	CHECK(mean_is(&s, 3, UINT64_MAX / 3));
	sum_add(&s, number_real(-0x1p64));
	CHECK(!sum_value(&s).is_whole && sum_value(&s).real == -1);
	CHECK(sum_mean(&s, 4).real == -0.25);
	sum_add(&s, number_whole(1));
	CHECK(sum_is(&s, 0));
	sum_free(&s);
	CHECK(s.digit == NULL && s.n == 0);
}

/* Nothing is left of terms that cancel, however far apart they are. */
static void
terms_cancel(void)
{
	static const double term[] = { 1e308, 1e308, 0x1p-1074, -3.25, 7e-300,
		1e22, 4 };
	struct sum s = { 0 };
	size_t n = sizeof(term) / sizeof(*term), i;

	for (i = 0; i < n; i++)
		sum_add(&s, number_real(term[i]));
	CHECK(sum_value(&s).real == (double)INFINITY);
	for (i = 0; i < n; i++)
		sum_add(&s, number_real(-term[n - 1 - i]));
	CHECK(sum_is(&s, 0));
	sum_add(&s, number_real(0x1p-1074));
	CHECK(sum_value(&s).real == 0x1p-1074);
	sum_add(&s, number_real(-0x1p-1073));
	CHECK(sum_value(&s).real == -0x1p-1074);
	sum_free(&s);
}

/* Signed whole numbers against 128-bit ones; carries settle at any time. */
static void
agrees_with_128_bits(void)
{
	struct sum s = { 0 }, q = { 0 };
	uint128 up = 0, down = 0, squares = 0;
	uint64_t x = 88172645463325252u, u;
	int i, bad = 0;

	for (i = 0; i < 100000; i++) {
		u = unit_random(&x) >> (x % 64);
		if (i % 3 != 0) {
			sum_add(&s, number_whole(u));
			up += u;
		} else {
			u >>= 11;
			sum_add(&s, (struct number){ .real = -(double)u });
			down += u;
		}
		u >>= 8;
		sum_add_square(&q, number_whole(u));
		squares += (uint128)u * u;
		if (i % 1000 == 0)
			s.pending = 1u << 30;
		if (i % 100 != 0)
			continue;
		bad += sum_value(&s).real !=
		    (up < down ? -(double)(down - up) : (double)(up - down));
		bad += sum_value(&q).real != (double)squares;
	}
	CHECK(bad == 0);
	CHECK(s.n <= 7 && q.n <= 5);
	sum_free(&s);
	sum_free(&q);
}

/* What 2^30 additions of the same terms lead to. */
static void
repeat(struct sum *s)
{
	int i;

	for (i = 0; i < s->n; i++)
		s->digit[i] *= 1 << 30;
	s->pending = 1 << 30;
}

/* Sums of more terms than a test has time for. */
static void
carries_settle_in_time(void)
{
	struct sum s = { 0 };
	double sign;
	int i;

	for (sign = -1; sign <= 1; sign += 2) {
		for (i = 0; i < 9; i++) {
			repeat(&s);
			sum_add(&s, (struct number){ .real = sign });
		}
		CHECK(sum_value(&s).real == sign * (0x1p240 + 0x1p210));
		for (i = 0; i < 9; i++) {
			repeat(&s);
			sum_add(&s, (struct number){ .real = sign * 0x1p64 });
		}
		CHECK(sum_value(&s).real == sign * (0x1p510 + 0x1p480));
		sum_free(&s);
	}
	for (i = 0; i < 100; i++) {
		sum_add(&s, number_real(-1));
		CHECK(sum_value(&s).real == -1 - i);
	}
	CHECK(s.n <= 5);
	sum_free(&s);
	/* The highest digit is -2^32, and all others are 0. */
	sum_add(&s, number_real(-0x1p66));
	repeat(&s);
	CHECK(sum_value(&s).real == -0x1p96);
	sum_free(&s);
}

int
main(void)
{
	rounds_known_sums();
	ties_go_to_even();
	whole_sums_are_exact();
	terms_cancel();
	agrees_with_128_bits();
	carries_settle_in_time();
	return unit_end();
}
