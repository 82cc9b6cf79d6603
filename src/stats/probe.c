/* SPDX-License-Identifier: MIT */
/* Tests of two neighbouring stretches of a series. */
#include <math.h>
#include <stdlib.h>

#include "apart.h"
#include "base/mem.h"
#include "order.h"
#include "probe.h"
#include "rank.h"
#include "ranks.h"

enum {
	BLOCK = 4, /* runs sorted by insertion */
	WIDTHS = 3,
	BACK_LEAST = 4,
	BACK_MOST = 16, /* runs of a temporary level */
	FEW = 8,        /* runs on a side: rank_p() is fast */
};

static const size_t width[WIDTHS] = { 3, 5, 8 };

/* Places tried for a temporary level, per place of other tests. */
static const double more_places = 4;

static double
score_of(double p, double z)
{
	/* Below the least double: the leading term. */
	return p > 0 ? -log(p) : z * z / 2;
}

static void
add(struct probes *p, struct probe probe)
{
	p->at = mem_grow(p->at, &p->cap, p->n, sizeof(*p->at));
	p->at[p->n++] = probe;
}

/* By the normal distribution, but exact for few runs: its tails are wide. */
static double
rank_chance(const double *y, size_t n, size_t at, double z, double limit)
{
	double p = erfc(z / sqrt(2));

	if (p > limit && n <= RANK_EXACT && (at <= FEW || n - at <= FEW))
		p = rank_p(y, at, y + at, n - at);
	return p;
}

/* The probe of ranked runs from first on; score 0 if it does not pass. */
static struct probe
by_ranks(const struct ranks *r, const double *y, size_t first, double limit)
{
	struct probe probe = { .from = first, .to = first + r->n };
	double z, p;
	size_t at;

	if (r->n < (size_t)2 * PROBE_LEAST)
		return probe;
	at = ranks_split(r, PROBE_LEAST, &z);
	probe.at = first + at;
	if (at == 0)
		return probe;
	p = z < 3 ? 1 : rank_chance(y + first, r->n, at, z, limit);
	probe.score = p <= limit ? score_of(p, z) : 0;
	return probe;
}

static void
sort_blocks(const double *y, size_t n, size_t *order)
{
	for (size_t i = 0; i < n; i++) {
		size_t j = i;

		for (; j > i / BLOCK * BLOCK && y[order[j - 1]] > y[i]; j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
}

/*
 * Merges each block with the next one: every pair is an interval, every second
 * pair a block of twice the length.
 */
static void
probe_pairs(struct probes *p, const double *y, size_t n, size_t len,
    struct ranks *r, const size_t *order, size_t *merged, size_t *other)
{
	for (size_t from = 0; from < n; from += len) {
		size_t na = len < n - from ? len : n - from;
		size_t second = from + na;
		size_t nb = len < n - second ? len : n - second;
		struct probe probe;

		r->order = from / len % 2 == 0 ? merged + from : other;
		r->n = na + nb;
		ranks_merge(y, order + from, na, order + second, nb, r->order);
		if (nb == 0)
			continue;
		ranks_set(r, y, from);
		probe = by_ranks(r, y, from, p->limit);
		if (probe.score > 0)
			add(p, probe);
	}
}

static void
probe_ranks(struct probes *p, const double *y, size_t n)
{
	size_t *order = mem_zalloc(n, sizeof(*order));
	size_t *merged = mem_zalloc(n, sizeof(*merged));
	size_t *other = mem_zalloc(n, sizeof(*other));
	struct ranks r = {
		.low = mem_zalloc(n, sizeof(*r.low)),
		.high = mem_zalloc(n, sizeof(*r.high)),
	};

	sort_blocks(y, n, order);
	for (size_t len = BLOCK; len < n; len *= 2) {
		size_t *blocks = order;

		probe_pairs(p, y, n, len, &r, order, merged, other);
		order = merged;
		merged = blocks;
	}
	free(order);
	free(merged);
	free(other);
	free(r.low);
	free(r.high);
}

/* The levels of all windows of w runs: n - w + 1 of them. */
static struct apart_side *
window_sides(const double *y, size_t n, size_t w)
{
	struct apart_side *all = mem_zalloc(n + 1, sizeof(*all));

	for (size_t i = 0; i + w <= n; i++) {
		struct apart_side *s = &all[i];

		s->median = order_median(y + i, w);
		s->freedom = (double)w - 1;
		for (size_t j = i; j < i + w; j++)
			s->squares += (y[j] - s->median) * (y[j] - s->median);
	}
	return all;
}

static void
probe_windows(struct probes *p, const struct series_of_runs *s,
    struct apart_side *const *side, size_t a, size_t b)
{
	for (size_t at = width[a]; at + width[b] <= s->n; at++) {
		size_t from = at - width[a], to = at + width[b];
		const struct apart_side *left = &side[a][from];
		const struct apart_side *right = &side[b][at];
		struct apart d = apart_sides(s, left, width[a], right,
		    width[b]);
		double chance;

		/* Too near to pass. */
		if (fabs(d.off) < 10 * d.error)
			continue;
		chance = apart_p(&d);
		if (chance <= p->limit)
			chance = apart_surprise(s, from, at, to, left, right,
			    chance);
		if (chance <= p->limit)
			add(p,
			    (struct probe){ .from = from,
				.at = at,
				.to = to,
				.score = score_of(chance, d.off / d.error) });
	}
}

static int
by_score(const void *a, const void *b)
{
	const struct probe *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

void
probes_find(struct probes *p, const struct series_of_runs *s)
{
	struct apart_side *side[WIDTHS];

	probe_ranks(p, s->y, s->n);
	for (size_t a = 0; a < WIDTHS; a++)
		side[a] = window_sides(s->y, s->n, width[a]);
	for (size_t a = 0; a < WIDTHS; a++)
		for (size_t b = 0; b < WIDTHS; b++)
			probe_windows(p, s, side, a, b);
	for (size_t a = 0; a < WIDTHS; a++)
		free(side[a]);
	if (p->n > 0)
		qsort(p->at, p->n, sizeof(*p->at), by_score);
}

void
probes_free(struct probes *p)
{
	free(p->at);
}

static struct probe
by_distance(const struct series_of_runs *s, size_t from, size_t at, size_t to,
    double limit)
{
	double z, p = apart_chance(s, from, at, to, limit, &z);

	return (struct probe){ .from = from,
		.at = at,
		.to = to,
		.score = p <= limit ? score_of(p, z) : 0 };
}

/*
 * The logarithm of the chance that w of n ranks are all among the r highest,
 * or all among the r lowest.
 */
static double
log_extreme(double r, double w, double n)
{
	return log(2) + lgamma(r + 1) - lgamma(r - w + 1) + lgamma(n - w + 1) -
	    lgamma(n + 1);
}

/* Finds the best temporary level that begins at i, by ranks. */
static void
try_back(const struct ranks *r, size_t i, size_t first, double limit,
    struct probe *best)
{
	size_t low = r->n, high = 0, n = r->n;

	for (size_t w = 1; w <= BACK_MOST && i + w <= n && 2 * w <= n; w++) {
		size_t k = i + w - 1, extreme;
		double score;

		low = r->low[k] < low ? r->low[k] : low;
		high = r->high[k] > high ? r->high[k] : high;
		extreme = high < n + 1 - low ? high : n + 1 - low;
		if (2 * extreme > n)
			return;
		if (w < BACK_LEAST)
			continue;
		score = -log_extreme((double)extreme, (double)w, (double)n) -
		    log(more_places);
		if (score < -log(limit) || score <= best->score)
			continue;
		*best = (struct probe){ .from = first,
			.at = first + i,
			.to = first + n,
			.back = first + i + w,
			.score = score };
	}
}

static struct probe
by_extremes(const struct ranks *r, size_t first, double limit)
{
	struct probe best = { 0 };

	for (size_t i = 0; i < r->n; i++)
		try_back(r, i, first, limit, &best);
	/* At an end of the stretch, a temporary level is one change. */
	if (best.score > 0 && best.at < first + PROBE_LEAST) {
		best.at = best.back;
		best.back = 0;
	} else if (best.back + PROBE_LEAST > best.to)
		best.back = 0;
	return best;
}

struct probe
probe_stretch(const struct series_of_runs *s, size_t from, size_t to,
    double limit)
{
	struct probe best;
	struct ranks r;

	ranks_of(&r, s->y + from, to - from);
	best = by_ranks(&r, s->y, from, limit);
	if (best.score == 0 && best.at > from)
		best = by_distance(s, from, best.at, to, limit);
	if (best.score == 0)
		best = by_extremes(&r, from, limit);
	ranks_free(&r);
	return best;
}

double
probe_between(const struct series_of_runs *s, size_t from, size_t at, size_t to,
    double limit)
{
	double z, p = apart_chance(s, from, at, to, limit, &z);
	struct ranks r;

	if (p <= limit)
		return p;
	ranks_of(&r, s->y + from, to - from);
	p = fmin(p,
	    rank_chance(s->y + from, r.n, at - from, ranks_z(&r, at - from),
		limit));
	ranks_free(&r);
	return p;
}

double
probe_trend(const struct series_of_runs *s, size_t from, size_t to)
{
	double n = (double)(to - from), sum = 0, spread;
	struct ranks r;

	ranks_of(&r, s->y + from, to - from);
	for (size_t i = 0; i < r.n; i++)
		sum += ((double)i - (n - 1) / 2) *
		    ((double)(r.low[i] + r.high[i]) - n - 1) / 2;
	/* The variance of places, and of ranks by the formula of U. */
	spread = n * (n + 1) / 12 * (n - 1) * r.variance * n;
	ranks_free(&r);
	return spread > 0 ? sum / sqrt(spread) : 0;
}
