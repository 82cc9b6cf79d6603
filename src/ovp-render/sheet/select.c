/* SPDX-License-Identifier: MIT */
/* Selection and order of the rows of a report. */
#include <stdlib.h>

#include "base/globs.h"
#include "base/mem.h"
#include "base/sort.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "select.h"

/* More than the metrics in the domain's table. */
enum { UNRANKED = 100000 };

/* 0: not a proof time; else its rank, before the number of provers. */
static int
time_class(struct slice metric)
{
	const struct metric *m = metrics_find(metric);

	return metric_has(m, ROLE_SECONDS) ? 1 :
	    metric_has(m, ROLE_PARALLEL)   ? 2 :
	    metric_has(m, ROLE_PROVERS)    ? 3 :
					     0;
}

static int
by_time(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;
	int i = time_class(*x), j = time_class(*y);

	return i != j ? (i < j ? -1 : 1) : name_cmp(*x, *y);
}

/* Nobody reads a table with more columns. */
enum { MOST_TIMES = 64 };

/* Lists the proof times that are columns, in order; *at is by `text'. */
static void
list_times(struct sheet *s, size_t *at)
{
	size_t cap = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct slice metric = s->row[i].metric;

		if (time_class(metric) == 0 ||
		    at[map_find(&s->text, 0, metric)]++ > 0)
			continue;
		s->times = mem_grow(s->times, &cap, s->ntimes,
		    sizeof(*s->times));
		s->times[s->ntimes++] = metric;
	}
	if (s->ntimes > 0)
		qsort(s->times, s->ntimes, sizeof(*s->times), by_time);
	if (s->ntimes > MOST_TIMES)
		s->ntimes = MOST_TIMES;
}

static void
find_times(struct sheet *s)
{
	size_t *at = mem_zalloc(s->text.n, sizeof(*at));

	list_times(s, at);
	memset(at, 0, s->text.n * sizeof(*at));
	for (size_t t = 0; t < s->ntimes; t++)
		at[map_find(&s->text, 0, s->times[t])] = t + 1;
	for (size_t i = 0; i < s->n; i++)
		if (time_class(s->row[i].metric) != 0)
			s->row[i].time =
			    at[map_find(&s->text, 0, s->row[i].metric)];
	free(at);
}

static size_t
place_of(struct slice metric, const struct opts *opts,
    const struct globs *wanted)
{
	const struct metric *m = metrics_find(metric);
	size_t place = m->place < 0 ? UNRANKED : (size_t)m->place;
	size_t first = globs_first(wanted, metric);

	if (first != GLOBS_NONE)
		return first * (UNRANKED + 1) + place;
	if (opts->all_metrics)
		return opts->nmetrics * (UNRANKED + 1) + place;
	if (opts->nmetrics > 0 ||
	    !(opts->compat ? metric_in_reference(m, opts->version) :
			     (m->shown & SHOWN_OWN) != 0))
		return ROW_HIDDEN;
	return place;
}

/*
 * Finds the place of each metric only once; place[i] is 1 more than that of
 * text i, or 0.
 */
static void
place_rows(struct sheet *s, size_t from, size_t end, const struct opts *opts,
    size_t *place)
{
	struct globs wanted = { 0 };

	for (size_t i = 0; i < opts->nmetrics; i++)
		globs_add(&wanted, opts->metrics[i].at);
	for (size_t i = from; i < end; i++) {
		struct row *r = &s->row[i];
		size_t at = map_find(&s->text, 0, r->metric);

		if (place[at] == 0)
			place[at] = 1 + place_of(r->metric, opts, &wanted);
		r->place = r->time > 0 ? 0 : place[at] - 1;
	}
	globs_free(&wanted);
}

size_t
select_none(const struct sheet *s, size_t from, size_t end)
{
	size_t n = 0;

	for (size_t i = from; i < end; i++) {
		if (s->row[i].time == 0 && s->row[i].place != ROW_HIDDEN)
			return 0;
		n += s->row[i].time == 0;
	}
	return n;
}

static int
size_cmp(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int
by_place(const void *a, const void *b, void *sheet)
{
	const struct sheet *s = sheet;
	const struct row *x = a, *y = b;
	int c = size_cmp(x->bench, y->bench);

	if (c == 0)
		/* Neighbours often share their keys. */
		c = x->key == y->key ?
		    0 :
		    stage_keys_cmp(s->key, s->nkeys, x->key, y->key);
	if (c == 0)
		c = (y->time > 0) - (x->time > 0);
	if (c == 0)
		c = size_cmp(x->time, y->time);
	if (c == 0)
		c = size_cmp(x->part, y->part);
	if (c == 0)
		c = size_cmp(x->place, y->place);
	if (c == 0)
		c = slice_cmp(x->metric, y->metric);
	return c != 0 ? c : size_cmp(x->order, y->order);
}

/* Numbers the phases of each group in the order of its rows. */
static void
set_parts(struct sheet *s)
{
	/* By phase: end of the last group that has it, and its number */
	size_t *seen = mem_zalloc(s->text.n, sizeof(*seen));
	size_t *part = mem_zalloc(s->text.n, sizeof(*part));
	size_t bench_end = 0, end;

	for (size_t from = 0; from < s->n; from = end) {
		if (from == bench_end)
			bench_end = sheet_bench_end(s, from);
		end = sheet_group_end(s, from, bench_end);
		for (size_t i = from; i < end; i++) {
			struct row *r = &s->row[i];
			size_t at = map_find(&s->text, 0, r->phase);

			if (seen[at] != end)
				part[at] = 1 + i - from;
			seen[at] = end;
			r->part = r->phase.n == 0 ? 0 : part[at];
		}
	}
	free(seen);
	free(part);
}

/* Every prover writes these for its proofs; runs have more metrics. */
#define OF_EACH_PROOF                                                          \
	(1ULL << ROLE_TRACE_GEN | 1ULL << ROLE_PROVE | 1ULL << ROLE_AIR_ROWS | \
	    1ULL << ROLE_AIR_MADE | 1ULL << ROLE_AIR_MAIN)

enum { FEW_METRICS = 8 };

/*
 * Whether the rows [from, end) of a bench are a whole run, which needs a short
 * list. Otherwise somebody selected them, or they prove nothing. seen[i] is the
 * end of the last bench with text i as a metric.
 */
static bool
is_whole(const struct sheet *s, size_t from, size_t end, size_t *seen)
{
	uint64_t lacks = OF_EACH_PROOF;
	size_t n = 0;

	for (size_t i = from; i < end && (n <= FEW_METRICS || lacks != 0);
	     i++) {
		size_t at = map_find(&s->text, 0, s->row[i].metric);

		n += s->row[i].time == 0 && seen[at] != end;
		seen[at] = end;
		lacks &= ~s->row[i].is->role_set;
	}
	return n > FEW_METRICS && lacks == 0;
}

/*
 * Places the rows. A user who selected keys or metrics earlier in the pipeline
 * sees all: if the keys are unusual, or a bench is not a whole run.
 */
static void
place_all(struct sheet *s, const struct opts *opts)
{
	bool asked = opts->compat || opts->nmetrics > 0 || opts->all_metrics;
	size_t *place = mem_zalloc(s->text.n, sizeof(*place)), end;
	size_t *seen = mem_zalloc(s->text.n, sizeof(*seen));
	struct opts all = *opts;

	all.all_metrics = true;
	place_rows(s, 0, s->n, asked || s->by_group ? opts : &all, place);
	memset(place, 0, s->text.n * sizeof(*place));
	sort_with(s->row, s->n, sizeof(*s->row), by_place, s);
	for (size_t i = 0; i < s->n && !asked; i = end) {
		end = sheet_bench_end(s, i);
		if (is_whole(s, i, end, seen))
			continue;
		place_rows(s, i, end, &all, place);
		sort_with(s->row + i, end - i, sizeof(*s->row), by_place, s);
	}
	free(place);
	free(seen);
}

void
select_rows(struct sheet *s, const struct opts *opts)
{
	if (s->n == 0)
		return;
	if (s->by_group)
		find_times(s);
	place_all(s, opts);
	if (!s->by_group)
		return;
	set_parts(s);
	sort_with(s->row, s->n, sizeof(*s->row), by_place, s);
}

/* Returns the first row of an aside's group, or of a later one. */
static size_t
group_of(const struct sheet *s, const struct aside *a)
{
	size_t from = 0, to = s->n;

	while (from < to) {
		size_t middle = (from + to) / 2;
		const struct row *r = &s->row[middle];
		int c = size_cmp(r->bench, a->bench);

		if (c == 0)
			c = stage_keys_cmp(s->key, s->nkeys, r->key, a->key);
		if (c < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

const struct row *
select_metric(const struct sheet *s, const struct aside *a, struct slice metric)
{
	for (size_t i = group_of(s, a); i < s->n; i++) {
		const struct row *r = &s->row[i];

		if (r->bench != a->bench ||
		    stage_keys_cmp(s->key, s->nkeys, r->key, a->key) != 0)
			break;
		if (slice_eq(r->metric, metric))
			return r;
	}
	return NULL;
}
