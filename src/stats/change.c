/* SPDX-License-Identifier: MIT */
/* Whether runs differ from a history of runs. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "change.h"
#include "order.h"
#include "rank.h"
#include "shift.h"
#include "spread.h"

enum {
	LATE = 5,		/* runs that may explain a change */
	DRAWS = 64,
	SEEN = 56,		/* of them: seven of eight */
};

/* The share of new runs that may miss the smallest detectable change. */
static const double missed = 0.125;

/* Few runs show less spread than what they are drawn from. */
static const double widen = 6;

/* Ranks keep the false alarms down: the distance need only be no trifle. */
static const double tails_with_ranks = 0.8;

/* What seven of eight normal values are above, negated. */
static const double margin = 1.15;

void
change_of(struct change *c, const double *base, size_t n, const double *now,
    size_t k, double step, double least)
{
	size_t late = n < LATE ? n : LATE;
	double median = order_median(now, k), since;

	noise_of(&c->noise, base, n, step);
	c->base = base + n - c->noise.n;
	c->now = now;
	c->k = k;
	c->off = median - c->noise.level;
	c->ranks = k > 1 && rank_least_p(c->noise.n, k) <= least;
	c->tails = c->ranks ? tails_with_ranks : noise_tails(&c->noise, k);
	c->p = noise_p(&c->noise, fabs(c->off), k, c->tails);
	if (c->ranks)
		c->p = fmax(c->p, rank_p(c->base, c->noise.n, now, k));
	since = median - order_median(base + n - late, late);
	if (since * c->off < 0.5 * c->off * c->off)
		c->p = 1;
}

/* A xorshift generator: the same numbers everywhere, good enough for this. */
static size_t
draw(uint64_t *state, size_t n)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (size_t)((*state * 0x2545f4914f6cdd1dULL >> 32) % n);
}

/* The runs of the stretch that are noise: *n of them, the caller frees them. */
static double *
noise_runs(const struct noise *s, const double *base, size_t *n)
{
	double *run = mem_zalloc(s->n, sizeof(*run));
	double limit = s->level * spread_limit(base, s->n, s->level);

	*n = 0;
	for (size_t i = 0; i < s->n; i++)
		if (fabs(base[i] - s->level) <= limit)
			run[(*n)++] = base[i];
	return run;
}

/* A run as it might have been; what is next to nothing can't be scaled. */
static double
widened(double level, double x, size_t n)
{
	return fmax(level / 10, level + (x - level) * (1 + widen / (double)n));
}

/* The value that all but the missed of new runs are above. Sorts the runs. */
static double
low_run(double *run, size_t n, double level)
{
	double at = missed * (double)(n + 1) - 1;
	size_t low = at < 0 ? 0 : (size_t)at;

	order_sort(run, n);
	if (at < 0)
		return widened(level, run[0], n);
	return fmax(level / 10, run[low] +
	    (at - (double)low) * (run[low + 1] - run[low]));
}

/*
 * By what runs must be multiplied to be above those of the stretch in all but
 * u of the pairs.
 */
static double
needed(const struct change *c, const double *now, double *pair, size_t u)
{
	size_t n = 0;

	for (size_t i = 0; i < c->noise.n; i++)
		for (size_t j = 0; j < c->k; j++)
			pair[n++] = c->base[i] / now[j];
	return order_nth(pair, n, n - 1 - u);
}

/*
 * By what k runs, drawn from n, must be multiplied to be seen; above: where
 * their median must be.
 */
static double
needed_often(const struct change *c, const double *run, size_t n,
    double above, double p)
{
	size_t k = c->k;
	int critical = c->ranks ? rank_critical(c->noise.n, k, p / 2) : -1;
	size_t u = critical < 0 ? 0 : (size_t)critical;
	double *now = mem_zalloc(k, sizeof(*now)), need[DRAWS];
	double *pair = mem_zalloc(c->noise.n * k, sizeof(*pair));
	uint64_t state = 0x9e3779b97f4a7c15ULL;

	for (size_t d = 0; d < DRAWS; d++) {
		for (size_t j = 0; j < k; j++)
			now[j] = widened(c->noise.level,
			    run[draw(&state, n)], n);
		need[d] = above / order_median(now, k);
		if (c->ranks)
			need[d] = fmax(need[d], needed(c, now, pair, u));
	}
	free(now);
	free(pair);
	return order_nth(need, DRAWS, SEEN);
}

double
change_seen(const struct change *c, double p)
{
	double reach = noise_reach(&c->noise, p, c->k, c->tails);
	double level = c->noise.level, above = level + reach, seen, *run;
	size_t n = 0;

	run = level > 0 ? noise_runs(&c->noise, c->base, &n) : NULL;
	if (n < SHIFT_LEAST)
		seen = reach + margin * noise_error(&c->noise, c->k);
	else if (c->k > 1)
		seen = level * (needed_often(c, run, n, above, p) - 1);
	else
		seen = level * (above / low_run(run, n, level) - 1);
	free(run);
	return seen;
}

void
change_interval(const struct change *c, double p, double *low, double *high)
{
	double reach = noise_reach(&c->noise, p, c->k, c->tails), *pair;
	size_t pairs = c->noise.n * c->k, n = 0;
	int u;

	*low = c->off - reach;
	*high = c->off + reach;
	if (!c->ranks || (u = rank_critical(c->noise.n, c->k, p / 2)) < 0)
		return;
	pair = mem_zalloc(pairs, sizeof(*pair));
	for (size_t i = 0; i < c->noise.n; i++)
		for (size_t j = 0; j < c->k; j++)
			pair[n++] = c->now[j] - c->base[i];
	*low = fmin(*low, order_nth(pair, n, (size_t)u));
	*high = fmax(*high, order_nth(pair, n, n - 1 - (size_t)u));
	free(pair);
}
