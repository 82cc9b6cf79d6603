/* SPDX-License-Identifier: MIT */
/* Checks of the changes of noisy series. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/changes.h"
#include "stats/probe.h"
#include "unit.h"

enum { RUNS = 100 };

static uint64_t state = 0x9e3779b97f4a7c15ULL;

/* Nine in ten runs are normal, the tenth is three times as far off. */
static double
noise(void)
{
	double sum = -6;

	for (int i = 0; i < 12; i++)
		sum += (double)(unit_random(&state) >> 11) / 9007199254740992.0;
	return sum * (unit_random(&state) % 10 == 0 ? 3 : 1);
}

/* Runs of level 1000, 0.8 % of noise, in whole milliseconds. */
static void
make(double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] = 1000 * (1 + 0.008 * noise());
}

static void
scale(double *x, size_t from, size_t n, double by)
{
	for (size_t i = from; i < n; i++)
		x[i] *= by;
}

/*
 * What is found of a series, by one text: `s40' is a step at 40, `d' a drift.
 */
static const char *
found(const double *x, size_t n, double step)
{
	static char text[400];
	struct level_change *c;
	size_t k;

	c = changes_find(x, n, step, 0, 0.01, &k);
	text[0] = '\0';
	for (size_t i = 0; i < k && i < 40; i++) {
		size_t at = strlen(text);

		snprintf(text + at, sizeof(text) - at, "%s%s%zu",
		    i == 0 ? "" : " ", c[i].drift ? "d" : "s", c[i].at);
		CHECK(c[i].p <= 0.01 && c[i].p > 0);
		CHECK(c[i].low <= (c[i].now - c[i].before) * 0.99 + 1e-9 ||
		    c[i].now < c[i].before);
		CHECK(c[i].low < c[i].high);
		CHECK(c[i].last >= c[i].at && c[i].last < n);
	}
	free(c);
	return text;
}

static void
stationary(void)
{
	double x[RUNS];
	int false_rows = 0;

	for (int t = 0; t < 400; t++) {
		make(x, RUNS);
		for (size_t i = 0; i < RUNS; i++)
			x[i] = rint(x[i]);
		false_rows += found(x, RUNS, 1)[0] != '\0';
	}
	CHECK(false_rows <= 4);
}

/* A second mode of the noise, one run in so many, is no level. */
static void
modes(void)
{
	static const unsigned one_in[] = { 30, 10, 3, 2 };
	double x[RUNS];

	for (size_t m = 0; m < 4; m++) {
		int rows = 0;

		for (int t = 0; t < 200; t++) {
			make(x, RUNS);
			for (size_t i = 0; i < RUNS; i++)
				if (unit_random(&state) % one_in[m] == 0)
					x[i] *= 2;
			rows += found(x, RUNS, 0)[0] != '\0';
		}
		CHECK(rows <= 3);
	}
}

/* Steps of so much between runs 20 and 80: how many per cent are found. */
static int
seen(double by)
{
	double x[RUNS];
	int n = 0;

	for (size_t t = 0; t < 200; t++) {
		size_t at = 19 + t * 7 % 61;
		struct level_change *c;
		size_t k;

		make(x, RUNS);
		scale(x, at, RUNS, by);
		c = changes_find(x, RUNS, 0, 0, 0.01, &k);
		n += k == 1 && !c->drift && c->at + 1 >= at && c->at <= at + 1;
		free(c);
	}
	return n / 2;
}

static void
drifts(void)
{
	double x[RUNS];
	int n = 0;

	for (int t = 0; t < 100; t++) {
		struct level_change *c;
		size_t k;

		make(x, RUNS);
		for (size_t i = 60; i < RUNS; i++)
			x[i] *= pow(1.005, (double)i - 59);
		c = changes_find(x, RUNS, 0, 0, 0.01, &k);
		if (k == 1 && c->drift && c->at > 55 && c->at < 65 &&
		    fabs(c->now / c->before - 1.22) < 0.03)
			n++;
		free(c);
	}
	CHECK(n >= 95);
}

static void
kinds_of_series(void)
{
	static const double ends[] = { 5337, 5713, 4956, 5101, 5409, 5390, 2416,
		2243, 2099, 677, 659, 671, 679, 364, 361, 363, 360, 362, 364,
		359 };
	double x[RUNS] = { 0 };

	/* Nothing to tell. */
	CHECK(changes_find(x, 0, 0, 0, 0.01, &(size_t){ 0 }) == NULL);
	CHECK(strcmp(found(x, 1, 0), "") == 0);
	CHECK(strcmp(found(x, RUNS, 0), "") == 0);
	for (size_t i = 0; i < RUNS; i++)
		x[i] = 7;
	CHECK(strcmp(found(x, RUNS, 1), "") == 0);

	/* One step of the clock is none; two are, also from 0. */
	scale(x, 50, RUNS, 8.0 / 7);
	CHECK(strcmp(found(x, RUNS, 1), "") == 0);
	CHECK(strcmp(found(x, RUNS, 0), "s50") == 0);
	memset(x, 0, sizeof(x));
	for (size_t i = 30; i < RUNS; i++)
		x[i] = 2;
	CHECK(strcmp(found(x, RUNS, 1), "s30") == 0);

	/* Below 0. */
	make(x, RUNS);
	scale(x, 0, RUNS, -1);
	scale(x, 40, RUNS, 1.2);
	CHECK(strcmp(found(x, RUNS, 0), "s40") == 0);

	/* Levels of three runs, told by their distance. */
	CHECK(strcmp(found(ends, 20, 1), "s6 s9 s13") == 0);

	/* Lone outliers are no level; five runs are, there and back. */
	make(x, RUNS);
	x[30] *= 3;
	x[60] *= 0.5;
	x[61] *= 2;
	CHECK(strcmp(found(x, RUNS, 0), "") == 0);
	scale(x, 10, 15, 1.2);
	CHECK(strcmp(found(x, RUNS, 0), "s10 s15") == 0);
}

static void
trend(void)
{
	double y[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	struct series_of_runs s = { .n = 10, .y = y };

	/* The rank correlation is 1: z is the root of n - 1. */
	CHECK(fabs(probe_trend(&s, 0, 10) - 3) < 1e-9);
	for (size_t i = 0; i < 10; i++)
		y[i] = -y[i];
	CHECK(fabs(probe_trend(&s, 0, 10) + 3) < 1e-9);
	for (size_t i = 0; i < 10; i++)
		y[i] = 1;
	CHECK(probe_trend(&s, 0, 10) == 0);
}

int
main(void)
{
	stationary();
	modes();
	CHECK(seen(1.05) >= 97);
	CHECK(seen(0.95) >= 97);
	CHECK(seen(1.02) >= 75);
	drifts();
	kinds_of_series();
	trend();
	return unit_end();
}
