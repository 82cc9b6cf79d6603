/* SPDX-License-Identifier: MIT */
/* Whether runs differ from a history of runs. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "change.h"
#include "mem.h"
#include "order.h"
#include "rank.h"
#include "spread.h"

enum {
	LATE = 5,		/* runs that may explain a change */
	DRAWS = 64,
	SEEN = 56,		/* of them, so that about 85 % of new runs are */
};

/* Ranks keep the false alarms down: the distance need only be no trifle. */
static const double tails_with_ranks = 0.8;

/* How much of the error is needed beyond the reach to be seen often. */
static const double margin = 0.9;

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

/*
 * What must be added to runs drawn from the stretch so that all but u of the
 * pairs have the new run above the old.
 */
static double
needed(const struct change *c, const double *run, double *pair, size_t u)
{
	size_t n = 0;

	for (size_t i = 0; i < c->noise.n; i++)
		for (size_t j = 0; j < c->k; j++)
			pair[n++] = c->base[i] - run[j];
	return order_nth(pair, n, n - 1 - u);
}

static double
seen_by_ranks(const struct change *c, double p)
{
	size_t n = c->noise.n, k = c->k;
	int critical = rank_critical(n, k, p / 2);
	size_t u = critical < 0 ? 0 : (size_t)critical;
	double reach = noise_reach(&c->noise, p, k, c->tails), need[DRAWS];
	double *run = mem_zalloc(k, sizeof(*run));
	double *pair = mem_zalloc(n * k, sizeof(*pair));
	uint64_t state = 0x9e3779b97f4a7c15ULL;

	for (size_t d = 0; d < DRAWS; d++) {
		for (size_t j = 0; j < k; j++)
			run[j] = c->base[draw(&state, n)];
		need[d] = fmax(needed(c, run, pair, u), reach +
		    c->noise.level - order_median(run, k));
	}
	free(run);
	free(pair);
	order_sort(need, DRAWS);
	/* A few runs show less spread than they are drawn from. */
	return need[SEEN] * (1 + 1.5 / (double)n);
}

double
change_seen(const struct change *c, double p)
{
	if (c->ranks)
		return seen_by_ranks(c, p);
	return noise_reach(&c->noise, p, c->k, c->tails) +
	    margin * c->noise.spread * sqrt(spread_of_median(c->k) +
	    spread_of_median(c->noise.n));
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
