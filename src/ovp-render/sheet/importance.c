/* SPDX-License-Identifier: MIT */
/* Weights of rows by importance to a reader. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/sort.h"
#include "domain/metrics.h"
#include "importance.h"
#include "statistic.h"
#include "times.h"

/* The sort keys of a row, the largest first. */
struct worth {
	size_t row;
	int tier;   /* changed, new, gone; 0: unchanged */
	int family; /* by metric, if it changed */
	double impact;
};

/* An unchanged row: proof times come first, then by place. */
struct unchanged {
	size_t place, row;
};

/* The total comes first, changed or not. */
enum { TIER_TOTAL = 4 };

/* Settings and estimates are neither better nor worse. */
enum { FAMILY_SETTING, FAMILY_OTHER, FAMILY_MEMORY, FAMILY_WORK, FAMILY_TIME };

static double
moved(const struct row *r, enum statistic stat)
{
	double d = row_now(r, stat).n.real - row_base(r, stat).n.real;

	return row_now(r, stat).known && row_base(r, stat).known && !isnan(d) ?
	    fabs(d) :
	    0;
}

static double
moved_percent(const struct row *r, enum statistic stat)
{
	double base = row_base(r, stat).known ? fabs(row_base(r, stat).n.real) :
						0;

	return base > 0 && isfinite(base) ? 100 * moved(r, stat) / base :
					    HUGE_VAL;
}

static bool
is_time_unit(const char *unit)
{
	return strcmp(unit, "ms") == 0 || strcmp(unit, "s") == 0;
}

/* The number of segments, and their reasons, are work. */
static bool
is_setting(const struct metric *m)
{
	return m->better == METRIC_NEITHER && !metric_has(m, ROLE_SEGMENTS) &&
	    !metric_has(m, ROLE_TRIGGER);
}

static int
family_of(const struct row *r)
{
	const struct metric *m = r->is;

	if (is_setting(m))
		return FAMILY_SETTING;
	if (r->time > 0 || is_time_unit(m->unit))
		return FAMILY_TIME;
	if (strcmp(m->unit, "bytes") == 0)
		return FAMILY_MEMORY;
	return m->class == METRIC_EXACT ? FAMILY_WORK : FAMILY_OTHER;
}

static struct worth
worth_of(const struct sheet *s, size_t row)
{
	static const int tier[VERDICTS] = {
		[VERDICT_WORSE] = 3,
		[VERDICT_CHANGED] = 3,
		[VERDICT_BETTER] = 3,
		[VERDICT_NEW] = 2,
		[VERDICT_GONE] = 1,
	};
	const struct row *r = &s->row[row];
	const struct metric *m = r->is;
	struct worth w = { .row = row, .tier = tier[r->verdict] };

	if (r->time > 0 && times_is_total(r))
		w.tier = TIER_TOTAL;
	if (!verdict_is_change(r->verdict))
		return w;
	w.family = family_of(r);
	if (w.family == FAMILY_TIME)
		w.impact =
		    moved(r, row_now(r, STAT_SUM).known ? STAT_SUM : STAT_AVG) *
		    (strcmp(m->unit, "s") == 0 ? 1000 : 1);
	else
		w.impact = moved_percent(r, statistic_judged(s, r));
	return w;
}

static int
by_worth(const void *a, const void *b, void *sheet)
{
	const struct worth *x = a, *y = b;
	const struct row *row = ((const struct sheet *)sheet)->row;
	const struct row *r = &row[x->row], *q = &row[y->row];

	if (x->tier != y->tier)
		return y->tier - x->tier;
	if (x->family != y->family)
		return y->family - x->family;
	if (x->impact != y->impact)
		return x->impact > y->impact ? -1 : 1;
	if ((r->time > 0) != (q->time > 0))
		return r->time > 0 ? -1 : 1;
	if (r->place != q->place)
		return r->place < q->place ? -1 : 1;
	return x->row < y->row ? -1 : 1;
}

static int
by_place(const void *a, const void *b, void *unused)
{
	const struct unchanged *x = a, *y = b;

	(void)unused;
	return (x->place > y->place) - (x->place < y->place);
}

/* Weighs the unchanged rows, which follow the m others. */
static void
weigh_unchanged(struct sheet *s, size_t m)
{
	struct unchanged *u = mem_alloc((s->n - m + 1) * sizeof(*u));
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct row *r = &s->row[i];

		/* The others have a weight. */
		if (r->weight == 0)
			u[n++] = (struct unchanged){ r->time > 0 ? 0 :
								   1 + r->place,
				i };
	}
	sort_with(u, n, sizeof(*u), by_place, NULL);
	for (size_t i = 0; i < n; i++)
		s->row[u[i].row].weight = (double)(n - i);
	free(u);
}

void
importance_weigh(struct sheet *s)
{
	struct worth *worth = NULL;
	size_t cap = 0, n = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct worth w = worth_of(s, i);

		if (w.tier == 0)
			continue;
		worth = mem_grow(worth, &cap, n, sizeof(*worth));
		worth[n++] = w;
	}
	sort_with(worth, n, sizeof(*worth), by_worth, s);
	for (size_t i = 0; i < n; i++)
		s->row[worth[i].row].weight = (double)(s->n - i);
	free(worth);
	weigh_unchanged(s, n);
}

static int
by_weight(const void *a, const void *b)
{
	const struct row *x = *(const struct row *const *)a;
	const struct row *y = *(const struct row *const *)b;

	return x->weight > y->weight ? -1 : x->weight < y->weight;
}

const struct row **
importance_changes(const struct sheet *s, size_t from, size_t end, size_t *n,
    size_t *settings)
{
	const struct row **r = mem_zalloc(end - from, sizeof(*r));

	*n = 0;
	for (size_t i = from; i < end; i++)
		if (verdict_is_change(s->row[i].verdict) &&
		    s->row[i].place != ROW_HIDDEN && s->row[i].time == 0)
			r[(*n)++] = &s->row[i];
	qsort(r, *n, sizeof(*r), by_weight);
	*settings = *n;
	while (*settings > 0 && is_setting(r[*settings - 1]->is))
		--*settings;
	return r;
}
