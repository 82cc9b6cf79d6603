/* SPDX-License-Identifier: MIT */
/* Comparison of runs with a history of runs. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "best.h"
#include "change.h"
#include "order.h"
#include "rank.h"
#include "shift.h"
#include "spread.h"

enum {
	LATE = 5, /* latest runs that may explain it */
	DRAWS = 64,
	SEEN = 56, /* of them: seven of eight */
};

/* The share of new runs that may miss the smallest detectable change. */
static const double missed = 0.125;

/* Few runs show less spread than the source they are drawn from. */
static const double widen = 6;

/* Ranks limit false alarms: the distance need only be more than a trifle. */
static const double tails_with_ranks = 0.8;

/* Runs at another level have their own noise. */
static const double nearly = 0.8;

/* Levels this many spreads apart are different. */
static const double apart = 4;

/* Seven of eight normal values are above minus this. */
static const double margin = 1.15;

/* Whether a run is off by the limit, whose sign gives the direction. */
static bool
is_off(const struct change *c, double run, double limit)
{
	double off = run - c->noise.level;

	return limit < 0 ? off <= limit : off >= limit;
}

/*
 * The share of the stable stretch that is off by the limit: in both directions
 * for medians, but only in the limit's direction for the best of runs.
 */
static double
share_off(const struct change *c, double limit)
{
	size_t far = 0;

	for (size_t i = 0; i < c->noise.n; i++)
		far += is_off(c, c->base[i], limit) ||
		    (c->by == CHANGE_MEDIAN && is_off(c, c->base[i], -limit));
	return (double)far / (double)c->noise.n;
}

/*
 * The share of runs, since the series was first at this level, that are off by
 * the limit (its sign gives the direction). Several visits there are a second
 * mode; a single one that is long enough is a shift that was reverted.
 */
static double
share_elsewhere(const struct change *c, double limit)
{
	const double *run = c->base + c->noise.n - c->noise.back;
	size_t far = 0, visits = 0;
	bool before = false;

	for (size_t i = 0; i < c->noise.back; i++) {
		bool is = is_off(c, run[i], limit);

		far += is;
		visits += is && !before;
		before = is;
	}
	if (visits == 1 && far >= SHIFT_LEAST)
		return 0;
	return (double)far / (double)c->noise.back;
}

/* The chance that at least half of k runs have a property of chance q. */
static double
half_of(size_t k, double q)
{
	double p = 0;

	if (k == 1 || q <= 0 || q >= 1)
		return q;
	for (size_t i = (k + 1) / 2; i <= k; i++)
		p += exp(lgamma((double)k + 1) - lgamma((double)i + 1) -
		    lgamma((double)(k - i) + 1) + (double)i * log(q) +
		    (double)(k - i) * log(1 - q));
	return fmin(p, 1);
}

/*
 * The chance that the compared value of k runs is as far off as each run is
 * with chance q: then half of them must be, or all, or one.
 */
static double
chance(const struct change *c, double off, double q)
{
	if (c->by == CHANGE_MEDIAN)
		return half_of(c->k, q);
	return (c->by == CHANGE_LEAST) == (off > 0) ?
	    pow(q, (double)c->m) :
	    1 - pow(1 - q, (double)c->m);
}

/*
 * The chance of such a distance from the runs themselves, whatever the shape of
 * their noise: how often the stable stretch was that far off, unless ranks
 * count that, or the series since it was first at this level.
 */
static double
own_p(const struct change *c, double off)
{
	double q = c->ranks ? 0 : share_off(c, nearly * off), limit;

	limit = copysign(fmax(nearly * fabs(off), apart * c->noise.spread),
	    off);
	if (c->noise.back > c->noise.n)
		q = fmax(q, share_elsewhere(c, limit));
	return chance(c, off, q);
}

static int
descending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x < y) - (x > y);
}

/* Whether the runs have a ratio to the level: times below 0 have none. */
static bool
has_ratio(const struct change *c)
{
	return c->noise.level > 0 && c->off > -c->noise.level;
}

/*
 * The distance of the runs from the level, as noise counts it: the logarithm of
 * their ratio, in units of the level. It is the same in both directions, so the
 * clock's step is also in proportion to both.
 */
static double
distance(struct change *c)
{
	double level = c->noise.level, ratio = 1 + c->off / level;

	if (!has_ratio(c))
		return fabs(c->off);
	c->noise.spread = hypot(c->noise.own, c->noise.step / 2 / sqrt(ratio));
	return level * fabs(log(ratio));
}

/* The change at such a distance from the level; negative: down. */
static double
change_at(const struct change *c, double far)
{
	return has_ratio(c) ? c->noise.level * expm1(far / c->noise.level) :
			      far;
}

/*
 * The least distance, up or down but at least `reach', from which on own_p() is
 * at most p.
 */
static double
own_reach(const struct change *c, double p, double reach, bool up)
{
	size_t n = c->noise.back > c->noise.n ? c->noise.back : c->noise.n;
	const double *run = c->base + c->noise.n - n;
	double *far = mem_zalloc(n + 1, sizeof(*far)), least = reach;

	for (size_t i = 0; i < n; i++)
		far[i] = fabs(run[i] - c->noise.level) / nearly * (1 + 1e-9);
	qsort(far, n, sizeof(*far), descending);
	for (size_t i = 0; i <= n; i++) {
		double at = fmax(far[i], reach);

		if (own_p(c, up ? at : -at) > p)
			break;
		least = at;
		if (at == reach)
			break;
	}
	free(far);
	return least;
}

/* The compared value of n runs, m of them at a time. */
static double
centre(const struct change *c, const double *x, size_t n, size_t m)
{
	return c->by == CHANGE_MEDIAN ? order_median(x, n) :
					best_of(x, n, m, c->by == CHANGE_MOST);
}

/* Replaces the level by the best of the stretch; scales the spread with it. */
static void
take_best(struct change *c)
{
	double level = c->noise.level;

	c->noise.level = centre(c, c->base, c->noise.n, c->m);
	if (level > 0 && c->noise.level > 0) {
		c->noise.own *= c->noise.level / level;
		c->noise.spread = hypot(c->noise.own, c->noise.step / 2);
	}
}

/* The error of the distance from the level, as noise counts it. */
static double
error_of(const struct change *c)
{
	double m = (double)c->m;

	if (c->by == CHANGE_MEDIAN)
		return noise_error(&c->noise, c->k);
	return c->noise.spread *
	    sqrt(best_variance(c->m) *
		(m / (double)c->k + m / (double)c->noise.n));
}

void
change_of(struct change *c, const double *base, size_t n, const double *now,
    size_t k, const struct change_ask *ask)
{
	size_t late = n < LATE ? n : LATE;
	double of_now, far, since;

	noise_of(&c->noise, base, n, ask->step);
	c->base = base + n - c->noise.n;
	c->now = now;
	c->k = k;
	c->m = k < c->noise.n ? k : c->noise.n;
	c->by = c->m > 1 ? ask->by : CHANGE_MEDIAN;
	if (c->by != CHANGE_MEDIAN)
		take_best(c);
	of_now = centre(c, now, k, c->m);
	c->off = of_now - c->noise.level;
	c->ranks = c->by == CHANGE_MEDIAN && k > 1 &&
	    rank_least_p(c->noise.n, k) <= ask->least;
	far = distance(c);
	c->error = error_of(c) *
	    (c->ranks ? tails_with_ranks : noise_tails(&c->noise, k));
	c->p = noise_p(&c->noise, far, c->error);
	if (c->ranks)
		c->p = fmax(c->p, rank_p(c->base, c->noise.n, now, k));
	if (c->off != 0)
		c->p = fmax(c->p, own_p(c, c->off));
	since = of_now -
	    centre(c, base + n - late, late, c->m < late ? c->m : late);
	if (since * c->off < 0.5 * c->off * c->off)
		c->p = 1;
}

/* A xorshift generator: the same numbers on every system, and good enough. */
static size_t
draw(uint64_t *state, size_t n)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (size_t)((*state * 0x2545f4914f6cdd1dULL >> 32) % n);
}

/* The runs of the stretch without events, *n of them; the caller frees them. */
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

/* A run with the spread of its source; values near 0 can't be scaled. */
static double
widened(double level, double x, size_t n)
{
	return fmax(level / 10, level + (x - level) * (1 + widen / (double)n));
}

/* The value that new runs exceed, except the share `missed'; sorts the runs. */
static double
low_run(double *run, size_t n, double level)
{
	double at = missed * (double)(n + 1) - 1;
	size_t low = at < 0 ? 0 : (size_t)at;

	order_sort(run, n);
	if (at < 0)
		return widened(level, run[0], n);
	return fmax(level / 10,
	    run[low] + (at - (double)low) * (run[low + 1] - run[low]));
}

/*
 * The factor that lifts the runs above those of the stretch in all but u of the
 * pairs.
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
 * The factor at which k runs, drawn from n, are seen in most draws; above:
 * where their compared value must be.
 */
static double
needed_often(const struct change *c, const double *run, size_t n, double above,
    double p)
{
	size_t k = c->k;
	int critical = c->ranks ? rank_critical(c->noise.n, k, p / 2) : -1;
	size_t u = critical < 0 ? 0 : (size_t)critical;
	double *now = mem_zalloc(k, sizeof(*now)), need[DRAWS];
	double *pair = mem_zalloc(c->noise.n * k, sizeof(*pair));
	uint64_t state = 0x9e3779b97f4a7c15ULL;

	for (size_t d = 0; d < DRAWS; d++) {
		for (size_t j = 0; j < k; j++)
			now[j] = widened(c->noise.level, run[draw(&state, n)],
			    n);
		need[d] = above / centre(c, now, k, c->m);
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
	double reach = noise_reach(&c->noise, p, c->error);
	double level = c->noise.level, above, seen, *run;
	size_t n = 0;

	run = level > 0 ? noise_runs(&c->noise, c->base, &n) : NULL;
	if (n < SHIFT_LEAST)
		reach += margin * error_of(c);
	above = own_reach(c, p, change_at(c, reach), true);
	if (n < SHIFT_LEAST)
		seen = above;
	else if (c->k > 1)
		seen = level * (needed_often(c, run, n, level + above, p) - 1);
	else
		seen = level * ((level + above) / low_run(run, n, level) - 1);
	free(run);
	return seen;
}

void
change_interval(const struct change *c, double p, double *low, double *high)
{
	double reach = noise_reach(&c->noise, p, c->error), *pair;
	double far = has_ratio(c) ?
	    c->noise.level * log(1 + c->off / c->noise.level) :
	    c->off;
	size_t pairs = c->noise.n * c->k, n = 0;
	int u;

	*low = fmin(change_at(c, far - reach),
	    c->off - own_reach(c, p, 0, true));
	*high = fmax(change_at(c, far + reach),
	    c->off + own_reach(c, p, 0, false));
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
