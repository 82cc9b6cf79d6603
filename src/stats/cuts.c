/* SPDX-License-Identifier: MIT */
/* Change points of the level of a series. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cuts.h"
#include "order.h"
#include "probe.h"

enum {
	PASSES = 3, /* that neighbours need to settle */
	MOVES = 6,
};

/*
 * Tests for each run: several intervals end at every place. Simulated: at alpha
 * 0.01, one stationary series in 500 has a cut.
 */
static const double places = 6;

struct cuts {
	const struct series_of_runs *s;
	double alpha, limit;
	double *p;      /* of the cut at a run, or 0 */
	double *off;    /* scratch */
	struct cut *at; /* [0] and [k + 1]: the ends */
	size_t k;
};

/* Minus the logarithm of the density, up to a constant. */
static double
misfit(double z)
{
	return 2 * log1p(z * z / 3);
}

/* The best place to cut [from, to), given the present one. */
static size_t
place(struct cuts *c, size_t from, size_t at, size_t to)
{
	const double *y = c->s->y;

	for (int move = 0; move < MOVES; move++) {
		double a = order_median(y + from, at - from), sum = 0;
		double b = order_median(y + at, to - at), spread;
		double least = INFINITY;
		size_t best = at;

		for (size_t i = from; i < to; i++)
			c->off[i] = fabs(y[i] - (i < at ? a : b));
		spread = fmax(1.4826 * order_median(c->off + from, to - from),
		    fabs(a - b) / 50);
		if (spread == 0)
			return at;
		for (size_t i = from; i + PROBE_LEAST <= to; i++) {
			if (i >= from + PROBE_LEAST && sum < least) {
				least = sum;
				best = i;
			}
			sum += misfit((y[i] - a) / spread) -
			    misfit((y[i] - b) / spread);
		}
		if (best == at)
			break;
		at = best;
	}
	return at;
}

static void
cut(struct cuts *c, size_t from, size_t at, size_t to, double score)
{
	double p = fmin(1, exp(-score) * places * (double)c->s->n);

	/* 0 means no cut. */
	c->p[place(c, from, at, to)] = fmax(p, 1e-300);
}

/* Cuts by the probe; a temporary level is cut at its end first. */
static void
cut_probe(struct cuts *c, const struct probe *p)
{
	if (p->back > 0)
		cut(c, p->at, p->back, p->to, p->score);
	cut(c, p->from, p->at, p->back > 0 ? p->back : p->to, p->score);
}

/* Whether no cut splits the runs [from, to). */
static bool
is_whole(const struct cuts *c, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (c->p[i] > 0)
			return false;
	return true;
}

static void
cut_stretch(struct cuts *c, size_t from, size_t to)
{
	struct probe p;

	if (to - from < (size_t)2 * PROBE_LEAST)
		return;
	p = probe_stretch(c->s, from, to, c->limit);
	if (p.score == 0)
		return;
	cut_probe(c, &p);
	for (size_t i = from + 1; i <= to; i++)
		if (i == to || c->p[i] > 0) {
			cut_stretch(c, from, i);
			from = i;
		}
}

static void
cut_all(struct cuts *c)
{
	struct probes probes = { .limit = c->limit };
	size_t from = 0;

	probes_find(&probes, c->s);
	for (size_t i = 0; i < probes.n; i++)
		if (is_whole(c, probes.at[i].from, probes.at[i].to))
			cut_probe(c, &probes.at[i]);
	probes_free(&probes);
	for (size_t i = 1; i <= c->s->n; i++)
		if (i == c->s->n || c->p[i] > 0) {
			cut_stretch(c, from, i);
			from = i;
		}
}

static void
list(struct cuts *c)
{
	for (size_t i = 1; i < c->s->n; i++)
		c->k += c->p[i] > 0;
	c->at = mem_zalloc(c->k + 2, sizeof(*c->at));
	c->k = 0;
	for (size_t i = 1; i < c->s->n; i++)
		if (c->p[i] > 0)
			c->at[++c->k] = (struct cut){ i, c->p[i] };
	c->at[c->k + 1].at = c->s->n;
}

static void
settle(struct cuts *c, size_t first, size_t last)
{
	for (int pass = 0; pass < PASSES; pass++)
		for (size_t i = first; i <= last; i++)
			c->at[i].at = place(c, c->at[i - 1].at, c->at[i].at,
			    c->at[i + 1].at);
}

/* The p-value of the two levels beside a cut. */
static double
own_p(const struct cuts *c, size_t i)
{
	size_t from = c->at[i - 1].at, at = c->at[i].at, to = c->at[i + 1].at;
	double a = order_median(c->s->y + from, at - from);
	double b = order_median(c->s->y + at, to - at);

	if (!scale_apart(&c->s->scale, a, b))
		return INFINITY;
	return probe_between(c->s, from, at, to, c->alpha / (double)c->k);
}

static void
remove_cut(struct cuts *c, double *own, size_t i)
{
	memmove(c->at + i, c->at + i + 1, (c->k + 1 - i) * sizeof(*c->at));
	memmove(own + i, own + i + 1, (c->k - i) * sizeof(*own));
	c->k--;
}

/* Drops cuts that their neighbours explain, the worst first. */
static void
drop(struct cuts *c)
{
	double *own = mem_zalloc(c->k + 1, sizeof(*own));
	size_t first = 1, last = c->k, worst;

	while (c->k > 0) {
		settle(c, first, last);
		for (size_t i = first > 1 ? first - 1 : 1;
		     i <= last + 1 && i <= c->k; i++)
			own[i] = own_p(c, i);
		worst = 1;
		for (size_t i = 2; i <= c->k; i++)
			if (own[i] > own[worst])
				worst = i;
		if (own[worst] <= c->alpha / (double)c->k)
			break;
		remove_cut(c, own, worst);
		first = worst > 1 ? worst - 1 : 1;
		last = worst <= c->k ? worst : c->k;
	}
	free(own);
}

struct cut *
cuts_find(const struct series_of_runs *s, double alpha, size_t *k)
{
	struct cuts c = {
		.s = s,
		.alpha = alpha,
		.limit = alpha / (places * (double)s->n),
		.p = mem_zalloc(s->n, sizeof(*c.p)),
		.off = mem_zalloc(s->n, sizeof(*c.off)),
	};

	cut_all(&c);
	list(&c);
	drop(&c);
	free(c.p);
	free(c.off);
	memmove(c.at, c.at + 1, c.k * sizeof(*c.at));
	*k = c.k;
	return c.at;
}
