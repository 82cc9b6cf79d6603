/* SPDX-License-Identifier: MIT */
/* Change points of a noisy series: steps and drifts. */
#include <math.h>
#include <stdlib.h>

#include "apart.h"
#include "base/mem.h"
#include "changes.h"
#include "cuts.h"
#include "order.h"
#include "probe.h"
#include "ramp.h"
#include "student.h"

struct search {
	struct series_of_runs series;
	double alpha;
	const struct cut *cut;
	size_t *begin; /* of each stretch; the last end */
	double *level; /* of each stretch */
	struct ramp_sums sums;
	struct level_change *found; /* on the scale until the end */
	size_t n;
};

/* The median of few runs has wider tails than that of many. */
static double
tails(size_t a, size_t b)
{
	return 1 + 1.5 / (double)(a < b ? a : b);
}

/* The change from stretch i - 1 to i. */
static struct level_change
step_at(const struct search *s, size_t i)
{
	const size_t *b = &s->begin[i - 1];
	struct apart d = apart_of(&s->series, b[0], b[1], b[2]);
	double reach = d.error * tails(b[1] - b[0], b[2] - b[1]) *
	    student_t(s->alpha, d.freedom);

	return (struct level_change){
		.at = b[1],
		.last = b[1],
		.before = s->level[i - 1],
		.now = s->level[i],
		.low = d.off - reach,
		.high = d.off + reach,
		.p = s->cut[i - 1].p,
	};
}

/* Whether the steps into stretches first to last are one drift. */
static bool
is_drift(const struct search *s, size_t first, size_t last,
    struct level_change *c)
{
	struct ramp r;
	double reach, trend, up = s->level[last] - s->level[first - 1];

	if (!ramp_fits(&s->sums, s->begin + first - 1, last - first + 2, &r))
		return false;
	trend = probe_trend(&s->series, r.from, r.last + 1);
	if ((r.now - r.before) * up <= 0 || trend * up <= 0 ||
	    erfc(fabs(trend) / sqrt(2)) > s->alpha)
		return false;
	reach = r.error * student_t(s->alpha, fmax(r.freedom, 1));
	*c = (struct level_change){
		.drift = true,
		.at = r.from,
		.last = r.last,
		.before = r.before + s->level[0],
		.now = r.now + s->level[0],
		.low = r.now - r.before - reach,
		.high = r.now - r.before + reach,
		.p = s->cut[first - 1].p,
	};
	for (size_t i = first; i <= last; i++)
		c->p = fmin(c->p, s->cut[i - 1].p);
	return true;
}

/* Adds steps of one direction, into stretches first to last: drifts first. */
static void
add_steps(struct search *s, size_t first, size_t last)
{
	size_t most = first;

	if (first > last)
		return;
	if (is_drift(s, first, last, &s->found[s->n])) {
		s->n++;
		return;
	}
	for (size_t i = first; i <= last; i++)
		if (fabs(s->level[i] - s->level[i - 1]) >
		    fabs(s->level[most] - s->level[most - 1]))
			most = i;
	add_steps(s, first, most - 1);
	if (first == last)
		s->found[s->n++] = step_at(s, most);
	else
		add_steps(s, most, most);
	add_steps(s, most + 1, last);
}

static void
find(struct search *s, size_t k)
{
	for (size_t i = 1, j; i <= k; i = j) {
		double up = s->level[i] - s->level[i - 1];

		for (j = i + 1;
		     j <= k && (s->level[j] - s->level[j - 1]) * up > 0; j++)
			;
		add_steps(s, i, j - 1);
	}
}

/* The level beside a drift is the drift's, not its stretch's median. */
static void
join_levels(struct search *s)
{
	for (size_t i = 1; i < s->n; i++) {
		struct level_change *a = &s->found[i - 1], *b = &s->found[i];

		if (a->drift)
			b->before = a->now;
		else if (b->drift)
			a->now = b->before;
	}
}

/* Converts from the scale to the metric's unit. */
static void
convert(const struct search *s, struct level_change *c)
{
	double low = c->before + c->low, high = c->before + c->high;

	c->before = scale_value(&s->series.scale, c->before);
	c->now = scale_value(&s->series.scale, c->now);
	c->low = scale_value(&s->series.scale, low) - c->before;
	c->high = scale_value(&s->series.scale, high) - c->before;
}

/* Sets levels between steps to medians of values, which logarithms round. */
static void
set_medians(const struct search *s, const double *x, size_t n)
{
	for (size_t i = 0; i <= s->n; i++) {
		struct level_change *a = i > 0 ? &s->found[i - 1] : NULL;
		struct level_change *b = i < s->n ? &s->found[i] : NULL;
		size_t from = a == NULL ? 0 : a->at, to = b == NULL ? n : b->at;
		double median;

		if ((a != NULL && a->drift) || (b != NULL && b->drift))
			continue;
		median = order_median(x + from, to - from);
		if (a != NULL)
			a->now = median;
		if (b != NULL)
			b->before = median;
	}
}

struct level_change *
changes_find(const double *x, size_t n, double step, double floor, double alpha,
    size_t *k)
{
	struct scale scale = { .step = step, .floor = floor };
	struct search s = { .alpha = alpha };
	struct cut *cut;
	size_t cuts;

	*k = 0;
	if (n < (size_t)2 * PROBE_LEAST)
		return NULL;
	series_open(&s.series, x, n, &scale);
	s.cut = cut = cuts_find(&s.series, alpha, &cuts);
	s.begin = mem_zalloc(cuts + 2, sizeof(*s.begin));
	s.level = mem_zalloc(cuts + 1, sizeof(*s.level));
	s.found = mem_zalloc(cuts + 1, sizeof(*s.found));
	s.begin[cuts + 1] = n;
	for (size_t i = 1; i <= cuts; i++)
		s.begin[i] = cut[i - 1].at;
	for (size_t i = 0; i <= cuts; i++)
		s.level[i] = order_median(s.series.y + s.begin[i],
		    s.begin[i + 1] - s.begin[i]);
	ramp_sums_of(&s.sums, s.series.y, s.begin, cuts + 1, &s.series.scale);
	find(&s, cuts);
	join_levels(&s);
	for (size_t i = 0; i < s.n; i++)
		convert(&s, &s.found[i]);
	set_medians(&s, x, n);
	ramp_sums_free(&s.sums);
	free(cut);
	free(s.begin);
	free(s.level);
	series_close(&s.series);
	*k = s.n;
	return s.found;
}
