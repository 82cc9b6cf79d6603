/* SPDX-License-Identifier: MIT */
/* Checks of the verdict's statistics: order, families, shifts, noise. */
#include <math.h>

#include "stats/best.h"
#include "stats/change.h"
#include "stats/family.h"
#include "stats/order.h"
#include "stats/shift.h"
#include "stats/spread.h"
#include "unit.h"

/* Noise of one per cent or so, made once by hand. */
static const double quiet[20] = { 1003, 998, 1007, 991, 1001, 1012, 996, 1000,
	988, 1004, 999, 1009, 994, 1002, 985, 1006, 997, 1001, 1015, 993 };

static const struct change_ask ask = { .least = 0.01 };

static void
order(void)
{
	double x[] = { 5, 1, 4, 1, 3 };

	CHECK(order_median(x, 5) == 3);
	CHECK(order_median(x, 4) == 2.5);
	CHECK(order_median(x, 1) == 5);
	CHECK(order_nth(x, 5, 0) == 1);
	CHECK(order_nth(x, 5, 3) == 4);
	order_sort(x, 5);
	CHECK(x[0] == 1 && x[1] == 1 && x[2] == 3 && x[4] == 5);
}

/* The example of Benjamini and Hochberg's paper: 15 tests, 4 discoveries. */
static void
families(void)
{
	static const double p[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
		0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
		0.7590, 1.0000 };

	CHECK(family_discoveries(p, 15, 0.05) == 4);
	CHECK(family_discoveries(p, 15, 0.0001) == 0);
	CHECK(family_discoveries(p + 14, 1, 0.05) == 0);
	CHECK(family_discoveries(p, 0, 0.05) == 0);
}

static size_t
stretches(const double *x, size_t n, size_t *last)
{
	bool begins[64];
	size_t count = 0;

	shift_find(x, n, begins);
	for (size_t i = 0; i < n; i++)
		if (begins[i]) {
			count++;
			*last = i;
		}
	return count;
}

/* A level that shifts by an eighth, `after' runs ago. */
static void
shifts(void)
{
	static const double turmoil[] = { 3.5, 3.6, 4.3, 2.2, 2.4, 2, 0.66,
		0.66, 0.67, 0.66 };
	double x[20];
	size_t last = 99;
	struct noise s;

	CHECK(stretches(quiet, 20, &last) == 1 && last == 0);
	for (size_t after = 3; after <= 17; after++) {
		for (size_t i = 0; i < 20; i++)
			x[i] = quiet[i] * (i >= 20 - after ? 1.125 : 1);
		CHECK(stretches(x, 20, &last) == 2 && last == 20 - after);
	}
	/* Up and down again. */
	for (size_t i = 0; i < 20; i++)
		x[i] = quiet[i] * (i >= 7 && i < 14 ? 1.3 : 1);
	CHECK(stretches(x, 20, &last) == 3 && last == 14);
	/* Turmoil on both sides of a level must not hide the newest. */
	for (size_t i = 0; i < 20; i++)
		x[i] = quiet[i] * (i < 10 ? 1 : turmoil[i - 10]);
	noise_of(&s, x, 20, 0);
	CHECK(fabs(s.level - 660) < 20);
	CHECK(stretches(x, 1, &last) == 1);
	CHECK(stretches(x, 5, &last) == 1);
}

static double
p_of(const double *base, size_t n, const double *now, size_t k)
{
	struct change c;

	change_of(&c, base, n, now, k, &ask);
	return c.p;
}

/* Six of 20 runs, or of those before a stretch of one mode, take twice. */
static void
modes(void)
{
	static const size_t slow[] = { 1, 4, 5, 9, 13, 17 };
	static const double now[] = { 2015, 1998, 1004 };
	double x[30], low, high;
	struct change c;

	for (size_t i = 0; i < 30; i++)
		x[i] = quiet[i % 20];
	for (size_t i = 0; i < 6; i++)
		x[slow[i]] *= 2;
	CHECK(p_of(x, 20, now, 1) == 0.3);
	/* The median of three is one of the slow runs, if ranks can't tell. */
	change_of(&c, x, 20, now, 3, &(struct change_ask){ .least = 1e-9 });
	CHECK(!c.ranks && fabs(c.p - 0.216) < 1e-12);
	change_of(&c, x, 20, now, 1, &ask);
	change_interval(&c, 0.01, &low, &high);
	CHECK(low < 0 && high > 0);
	CHECK(change_seen(&c, 0.01) > 1000);
	/* No run was four times as slow. */
	x[20] = 4000;
	CHECK(p_of(x, 20, x + 20, 1) < 0.01);
	/* A mode that the last stretch did not visit. */
	for (size_t i = 0; i < 6; i++)
		x[i + 6] = 2 * quiet[i];
	x[15] = x[16] = x[17] = 2 * quiet[0];
	for (size_t i = 18; i < 30; i++)
		x[i] = quiet[i - 18];
	CHECK(p_of(x, 30, now, 1) > 0.3);
	/* One visit is a shift that was taken back. */
	for (size_t i = 0; i < 30; i++)
		x[i] = quiet[i % 20] * (i >= 8 && i < 18 ? 2 : 1);
	CHECK(p_of(x, 30, now, 1) < 0.01);
}

/* The best of as many runs on either side. */
static void
bests(void)
{
	static const double now[] = { 1120, 1005, 1300 };
	static const double rates[] = { 950, 1010, 700 };
	const struct change_ask least = { 0, 0.01, CHANGE_LEAST };
	const struct change_ask most = { 0, 0.01, CHANGE_MOST };
	double x[] = { 5, 1, 4, 2 };
	struct change c;

	CHECK(best_of(x, 4, 4, false) == 1 && best_of(x, 4, 4, true) == 5);
	CHECK(best_of(x, 4, 1, false) == 3 && best_of(x, 1, 1, true) == 5);
	/* Of pairs the least is 1 three times, 2 twice, 4 once. */
	CHECK(fabs(best_of(x, 4, 2, false) - 11.0 / 6) < 1e-12);
	CHECK(fabs(best_of(x, 4, 2, true) - 25.0 / 6) < 1e-12);
	change_of(&c, quiet, 20, now, 3, &least);
	CHECK(c.by == CHANGE_LEAST && c.m == 3 && c.p > 0.1);
	CHECK(c.noise.level > 985 && c.noise.level < 1000);
	change_of(&c, quiet, 20, rates, 3, &most);
	CHECK(c.by == CHANGE_MOST && c.p > 0.1);
	change_of(&c, quiet, 20, now + 2, 1, &least);
	CHECK(c.by == CHANGE_MEDIAN && c.p < 0.01);
}

static void
changes(void)
{
	static const double one[] = { 1040, 1150 };
	static const double five[] = { 1049, 1061, 1044, 1052, 1058 };
	double shifted[20], low, high;
	struct change c;

	CHECK(p_of(quiet, 20, quiet, 20) == 1);
	/* One run: 4 % is nothing, 15 % is. */
	CHECK(p_of(quiet, 20, one, 1) > 0.05);
	CHECK(p_of(quiet, 20, one + 1, 1) < 0.001);
	/* Five runs tell 5 % at once. */
	CHECK(p_of(quiet, 20, five, 5) < 0.01);
	change_of(&c, quiet, 20, five, 5, &ask);
	CHECK(c.ranks && c.noise.n == 20 && c.noise.level == 1000.5);
	CHECK(change_seen(&c, 0.01) < 0.05 * c.noise.level);
	CHECK(change_seen(&c, 0.001) >= change_seen(&c, 0.01));
	change_interval(&c, 0.01, &low, &high);
	CHECK(low > 0 && low < c.off && high > c.off && high < 100);
	/* Fewer runs see less. */
	change_of(&c, quiet, 20, one, 1, &ask);
	low = change_seen(&c, 0.01);
	change_of(&c, quiet, 5, one, 1, &ask);
	high = change_seen(&c, 0.01);
	CHECK(low < high && !c.ranks);
	change_of(&c, quiet, 1, one, 1, &ask);
	CHECK(change_seen(&c, 0.01) > high);
	/* A shift five runs ago is the level now. */
	for (size_t i = 0; i < 20; i++)
		shifted[i] = quiet[i] * (i >= 15 ? 1.15 : 1);
	CHECK(p_of(shifted, 20, one + 1, 1) > 0.5);
	change_of(&c, shifted, 20, quiet, 1, &ask);
	CHECK(c.noise.n == 5 && c.off < 0 && c.p < 0.01);
}

/* How many of the history's own runs the verdict would see, slowed down so. */
static size_t
seen(const double *base, size_t n, double factor)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		double now = base[i] * factor;

		count += p_of(base, n, &now, 1) <= 0.01;
	}
	return count;
}

/* What is printed as detectable is seen in seven of eight runs, not in all. */
static void
honest(void)
{
	double loud[20], x;
	struct change c;

	for (size_t i = 0; i < 20; i++)
		loud[i] = 1000 + 4 * (quiet[i] - 1000);
	change_of(&c, quiet, 20, quiet, 1, &ask);
	x = 1 + change_seen(&c, 0.01) / c.noise.level;
	CHECK(seen(quiet, 20, x) == 18);
	CHECK(seen(quiet, 20, (x - 1) / 2 + 1) == 0);
	change_of(&c, loud, 20, loud, 1, &ask);
	x = 1 + change_seen(&c, 0.01) / c.noise.level;
	CHECK(seen(loud, 20, x) == 18);
	/* What is next to nothing can't be scaled. */
	loud[0] = 0;
	change_of(&c, loud, 20, loud, 5, &ask);
	x = change_seen(&c, 0.01);
	CHECK(x > 0 && isfinite(x));
}

/* Levels of nothing, steps of a clock. */
static void
edges(void)
{
	static const double zero[3], some[] = { 3, 200 };
	struct noise s;

	CHECK(p_of(zero, 3, zero, 1) == 1);
	noise_of(&s, zero, 3, 1);
	CHECK(s.level == 0 && s.spread == 0.5);
	CHECK(noise_p(&s, some[0], 2.5 * noise_error(&s, 1)) > 0.01);
	CHECK(noise_p(&s, some[1], 2.5 * noise_error(&s, 1)) < 0.01);
	CHECK(spread_of_median(1) == 1 && spread_of_median(2) == 0.5);
	/* Variances of medians as tables of order statistics have them. */
	CHECK(fabs(spread_of_median(3) - 0.4487) < 0.0005);
	CHECK(spread_of_median(4) > 0.2982 && spread_of_median(4) < 0.4);
	CHECK(spread_of_median(5) > 0.2868 && spread_of_median(5) < 0.32);
	CHECK(spread_of_median(10) > 0.1383 && spread_of_median(10) < 0.16);
	noise_of(&s, quiet, 1, 0);
	CHECK(fabs(s.spread - SPREAD_PRIOR * 1003) < 1e-9);
}

int
main(void)
{
	order();
	families();
	shifts();
	changes();
	modes();
	bests();
	honest();
	edges();
	return unit_end();
}
