/* SPDX-License-Identifier: MIT */
/* Change points of a metric's series of runs. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "changed.h"
#include "clock.h"
#include "compared.h"
#include "number/numparse.h"
#include "stats/changes.h"

struct changes {
	struct changed *all;
	size_t n, cap;
};

static bool
knows(const struct run_stats *r, enum statistic by)
{
	return (r->known & 1u << by) != 0;
}

/* Whether all runs have the same number of values. */
static bool
as_many(const struct run_stats *run, size_t n)
{
	const struct number *first = NULL;

	for (size_t i = 0; i < n; i++) {
		if (!knows(&run[i], STAT_COUNT))
			continue;
		if (first == NULL)
			first = &run[i].n[STAT_COUNT];
		else if (number_cmp(*first, run[i].n[STAT_COUNT]) != 0)
			return false;
	}
	return true;
}

bool
changed_by(const struct run_stats *run, size_t n, const struct metric *m,
    bool app, enum statistic *by)
{
	bool sum = compared_by_sum(m, app, as_many(run, n));
	const enum statistic list[] = {
		sum ? STAT_SUM : STAT_AVG,
		sum ? STAT_AVG : STAT_SUM,
		STAT_MAX,
		STAT_MIN,
	};
	unsigned known = 0;

	for (size_t i = 0; i < n; i++)
		known |= run[i].known;
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if ((known & 1u << list[i]) != 0) {
			*by = list[i];
			return true;
		}
	return false;
}

static enum verdict
verdict_of(const struct metric *m, double change)
{
	if (change == 0 || m->better == METRIC_NEITHER)
		return VERDICT_CHANGED;
	return (change < 0) == (m->better == METRIC_LOWER) ? VERDICT_BETTER :
							     VERDICT_WORSE;
}

static void
add(struct changes *c, const struct metric *m, struct changed found)
{
	found.verdict = verdict_of(m, found.change);
	c->all = mem_grow(c->all, &c->cap, c->n, sizeof(*c->all));
	c->all[c->n++] = found;
}

/* With an equal value, the work may still be distributed differently. */
static bool
differs(const struct run_stats *a, const struct run_stats *b, enum statistic by)
{
	unsigned both = a->known & b->known;

	/* The sum and the count mean nothing for values that don't add up. */
	if (by == STAT_AVG)
		both &= ~(1u << STAT_SUM | 1u << STAT_COUNT);
	for (size_t i = 0; i < STATS; i++)
		if ((both & 1u << i) != 0 && number_cmp(a->n[i], b->n[i]) != 0)
			return true;
	return false;
}

static double
difference(struct number a, struct number b)
{
	if (!a.is_whole || !b.is_whole)
		return a.real - b.real;
	return a.whole >= b.whole ? (double)(a.whole - b.whole) :
				    -(double)(b.whole - a.whole);
}

static void
find_exact(struct changes *c, const struct run_stats *run, size_t n,
    const struct metric *m, enum statistic by)
{
	const struct run_stats *last = NULL;

	for (size_t i = 0; i < n; i++) {
		struct changed f = { .at = i, .last = i };

		if (!knows(&run[i], by))
			continue;
		if (last != NULL) {
			f.before = last->n[by];
			f.now = run[i].n[by];
			f.change = difference(f.now, f.before);
			if (number_cmp(f.before, f.now) == 0 ?
				differs(last, &run[i], by) :
				fabs(f.change) >= m->floor)
				add(c, m, f);
		}
		last = &run[i];
	}
}

/* A clock step in the metric's unit; 0 if the values are not rounded. */
static double
step_of(const struct run_stats *run, size_t n, const struct metric *m)
{
	double step = clock_step(m);

	for (size_t i = 0; i < n && step > 0; i++)
		if (!clock_has_whole(run[i].n, run[i].known, step))
			return 0;
	return step;
}

static void
find_noisy(struct changes *c, const struct run_stats *run, size_t n,
    const struct metric *m, enum statistic by, double alpha)
{
	double *x = mem_zalloc(n + 1, sizeof(*x));
	size_t *at = mem_zalloc(n + 1, sizeof(*at)), known = 0, k;
	struct level_change *found;

	for (size_t i = 0; i < n; i++)
		if (knows(&run[i], by)) {
			x[known] = run[i].n[by].real;
			at[known++] = i;
		}
	found = changes_find(x, known, step_of(run, n, m), m->floor, alpha, &k);
	for (size_t i = 0; i < k; i++) {
		const struct level_change *l = &found[i];

		add(c, m,
		    (struct changed){
			.at = at[l->at],
			.last = at[l->last],
			.drift = l->drift,
			.noisy = true,
			.before = number_rounded(l->before, 6),
			.now = number_rounded(l->now, 6),
			.change = l->now - l->before,
			.low = l->low,
			.high = l->high,
			.p = l->p,
		    });
	}
	free(found);
	free(at);
	free(x);
}

size_t
changed_find(const struct run_stats *run, size_t n, const struct metric *m,
    enum statistic by, double alpha, struct changed **all)
{
	struct changes c = { 0 };

	if (m->class == METRIC_EXACT)
		find_exact(&c, run, n, m, by);
	else
		find_noisy(&c, run, n, m, by, alpha);
	*all = c.all;
	return c.n;
}
