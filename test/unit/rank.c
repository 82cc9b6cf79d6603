/* SPDX-License-Identifier: MIT */
/* Checks of Mann-Whitney's U. */
#include <math.h>
#include <stdlib.h>

#include "stats/rank.h"
#include "unit.h"

/* Critical values of U as printed tables have them, both tails together. */
static const struct {
	double p;
	size_t nx, ny;
	int u;
} critical[] = {
	{ 0.05, 5, 5, 2 },
	{ 0.05, 8, 8, 13 },
	{ 0.05, 10, 10, 23 },
	{ 0.05, 20, 20, 127 },
	{ 0.05, 5, 20, 20 },
	{ 0.05, 3, 5, 0 },
	{ 0.05, 4, 4, 0 },
	{ 0.05, 3, 4, -1 },
	{ 0.05, 7, 12, 18 },
	{ 0.01, 5, 5, 0 },
	{ 0.01, 8, 8, 7 },
	{ 0.01, 10, 10, 16 },
	{ 0.01, 20, 20, 105 },
	{ 0.01, 5, 20, 13 },
	{ 0.01, 20, 5, 13 },
	{ 0.01, 4, 5, -1 },
};

static int
near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

static void
tables(void)
{
	for (size_t i = 0; i < sizeof(critical) / sizeof(*critical); i++)
		CHECK(rank_critical(critical[i].nx, critical[i].ny,
			  critical[i].p / 2) == critical[i].u);
}

/* The chances of U for 3 and 4 values, from the table of 1947: .028 .057 ... */
static void
three_and_four(void)
{
	static const double x[] = { 10, 20, 30, 40 };
	static const struct {
		double y[3];
		double u, ways;
	} of[] = {
		{ { 1, 2, 3 }, 0, 1 },
		{ { 1, 2, 11 }, 1, 2 },
		{ { 1, 11, 12 }, 2, 4 },
		{ { 11, 12, 13 }, 3, 7 },
		{ { 11, 12, 21 }, 4, 11 },
		{ { 11, 21, 22 }, 5, 15 },
	};

	for (size_t i = 0; i < sizeof(of) / sizeof(*of); i++) {
		CHECK(rank_u(x, 4, of[i].y, 3) == of[i].u);
		CHECK(near(rank_p(x, 4, of[i].y, 3), 2 * of[i].ways / 35));
		CHECK(near(rank_p(of[i].y, 3, x, 4), 2 * of[i].ways / 35));
	}
}

/* By hand: the ranks of 1, 2, 2, 3 are 1, 2.5, 2.5, 4, and of the six ways to
 * choose two, two have the sum 3.5, two have 5, two have 6.5. */
static void
ties(void)
{
	static const double x[] = { 2, 3 }, y[] = { 1, 2 };
	static const double same[] = { 7, 7, 7 };

	CHECK(rank_u(x, 2, y, 2) == 0.5);
	CHECK(near(rank_p(x, 2, y, 2), 2 * 2.0 / 6));
	CHECK(rank_p(same, 3, same, 3) == 1);
	CHECK(rank_p(same, 1, same, 1) == 1);
}

static void
large(void)
{
	double x[200], y[200];

	for (size_t i = 0; i < 200; i++) {
		x[i] = (double)i;
		y[i] = (double)i + 0.5;
	}
	/* The exact test and the approximation meet where one takes over. */
	CHECK(
	    fabs(rank_p(x, 32, y + 8, 32) - rank_p(x, 33, y + 8, 33)) < 0.005);
	CHECK(rank_p(x, 100, y + 100, 100) < 1e-30);
	CHECK(rank_p(x, 100, y, 100) > 0.9);
	CHECK(abs(rank_critical(32, 32, 0.005) - rank_critical(33, 32, 0.005)) <
	    25);
	CHECK(near(rank_least_p(5, 5), 2.0 / 252));
	CHECK(near(rank_least_p(20, 5), 2.0 / 53130));
}

/* What is decided without counting is what counting decides. */
static void
at_most(void)
{
	static const double limit[] = { 0.01, 0.001, 0.0002 };
	uint64_t state = 42;
	double x[64];

	for (int t = 0; t < 3000; t++) {
		size_t n = 6 + unit_random(&state) % 59;
		size_t at = 3 + unit_random(&state) % (n - 5);
		size_t up = unit_random(&state) % 20;

		for (size_t i = 0; i < n; i++)
			x[i] = (double)(unit_random(&state) % 20 +
			    unit_random(&state) % 20 + (i < at ? 0 : up));
		for (int k = 0; k < 3; k++)
			CHECK(rank_at_most(x, at, x + at, n - at, limit[k]) ==
			    (rank_p(x, at, x + at, n - at) <= limit[k]));
	}
}

int
main(void)
{
	tables();
	three_and_four();
	ties();
	large();
	at_most();
	return unit_end();
}
