/* SPDX-License-Identifier: MIT */
/* History of a bench, from statistics. */
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "domain/stages.h"
#include "history_list.h"
#include "history_of.h"
#include "stream/runids.h"

/* The chance of a change in a series that has none. */
static const double alpha = 0.01;

/* A row of a run, with the index of its row in the bench. */
struct item {
	size_t at, nth, run;
};

static int
by_input(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

/* The rows of all runs, in input order. */
static struct item *
items_of(const struct sheet *s, size_t from, size_t end, size_t *n)
{
	struct item *item = mem_alloc(sizeof(*item));
	size_t cap = 1;

	*n = 0;
	for (size_t i = from; i < end; i++)
		for (size_t at = s->row[i].first; at != SIZE_MAX;
		     at = s->run[at].next) {
			item = mem_grow(item, &cap, *n, sizeof(*item));
			item[(*n)++] = (struct item){ at, i - from, 0 };
		}
	qsort(item, *n, sizeof(*item), by_input);
	return item;
}

/* The identity of a run: its number and carried fields. */
static void
identify(const struct sheet *s, const struct row *r, struct buf *id)
{
	id->n = 0;
	tabs_add(id, r->runs->number);
	tabs_add_all(id, r->runs->origin, s->ncarried);
}

/* Finds the run of each row; returns the first row of each run, as a list. */
static size_t *
find_runs(const struct sheet *s, struct item *item, size_t n, size_t rows,
    size_t *nruns)
{
	size_t *last = mem_zalloc(rows, sizeof(*last)), cap = 1;
	size_t *first = mem_alloc(sizeof(*first));
	struct run_ids ids = { 0 };
	struct buf id = { 0 };

	for (size_t i = 0; i < rows; i++)
		last[i] = SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		const struct row *r = &s->run[item[i].at];
		size_t known = ids.n;

		identify(s, r, &id);
		item[i].run = run_ids_put(&ids, 0, buf_bytes(&id),
		    last[item[i].nth]);
		last[item[i].nth] = item[i].run;
		if (item[i].run < known)
			continue;
		first = mem_grow(first, &cap, known, sizeof(*first));
		first[known] = item[i].at;
	}
	*nruns = ids.n;
	run_ids_free(&ids);
	buf_free(&id);
	free(last);
	return first;
}

/* Sorts the runs; returns the position of each. */
static size_t *
order_runs(struct history *h, const size_t *first)
{
	struct run_item *item = mem_zalloc(h->nruns + 1, sizeof(*item));
	size_t *place = mem_zalloc(h->nruns + 1, sizeof(*place));

	for (size_t i = 0; i < h->nruns; i++) {
		item[i] = (struct run_item){ .run = i };
		(void)numparse(h->s->run[first[i]].runs->number,
		    &item[i].number);
	}
	run_items_order(item, h->nruns);
	h->run = mem_zalloc(h->nruns, sizeof(*h->run));
	for (size_t i = 0; i < h->nruns; i++) {
		const struct row *r = &h->s->run[first[item[i].run]];
		struct buf text = { 0 };

		buf_printf(&text, "%zu", i + 1);
		h->run[i] = (struct history_run){
			.number = item[i].counted ?
			    arena_copy(&h->arena, buf_bytes(&text)) :
			    r->runs->number,
			.carried = r->runs->origin,
		};
		place[item[i].run] = i;
		buf_free(&text);
	}
	free(item);
	return place;
}

static struct run_stats
stats_of(const struct row *r)
{
	struct run_stats v = { .known = 0 };

	/* Such runs are not of all values: see ovp-agg(1). */
	if (row_now(r, STAT_STDDEV).known &&
	    isnan(row_now(r, STAT_STDDEV).n.real))
		return v;
	for (size_t i = 0; i < STATS; i++) {
		struct value x = packed_get(r->now, i);

		if (!value_is_finite(x))
			continue;
		v.n[i] = x.n;
		v.known |= 1u << i;
	}
	return v;
}

/* A row of a series, at the position of its run. */
struct point {
	size_t place;
	const struct row *row;
};

static int
by_place(const void *a, const void *b)
{
	const struct point *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

static void
set_values(struct history *h, struct history_series *s, struct point *point,
    size_t n)
{
	struct run_stats *run = mem_zalloc(n + 1, sizeof(*run));
	struct changed *found = NULL;
	bool app = h->s->by_group && stage_of(s->key[0]) == STAGE_APP;
	enum statistic by;

	qsort(point, n, sizeof(*point), by_place);
	for (size_t i = 0; i < n; i++)
		run[i] = stats_of(point[i].row);
	s->run = arena_alloc(&h->arena, n * sizeof(*s->run));
	s->value = arena_alloc(&h->arena, n * sizeof(*s->value));
	if (changed_by(run, n, s->of, app, &by)) {
		for (size_t i = 0; i < n; i++)
			if ((run[i].known & 1u << by) != 0) {
				s->run[s->n] = point[i].place;
				s->value[s->n++] = run[i].n[by].real;
			}
		s->nchanges = changed_find(run, n, s->of, by, alpha, &found);
	}
	s->change = arena_alloc(&h->arena, s->nchanges * sizeof(*s->change));
	for (size_t i = 0; i < s->nchanges && found != NULL; i++) {
		s->change[i] = found[i];
		s->change[i].at = point[found[i].at].place;
		s->change[i].last = point[found[i].last].place;
	}
	free(found);
	free(run);
}

/* The role of the proof times in charts: by proof, else in all. */
static enum metric_role
time_role(const struct sheet *s, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (metric_has(metrics_find(s->row[i].metric), ROLE_TOTAL))
			return ROLE_TOTAL;
	return ROLE_SECONDS;
}

static void
add_series(struct history *h, const struct row *r, enum metric_role time,
    struct point *point, size_t n)
{
	const struct metric *m = metrics_find_kind(r->metric, r->counts);
	struct history_series *s = &h->series[h->nseries];

	*s = (struct history_series){
		.key = r->key,
		.metric = r->metric,
		.of = m,
		.time = metric_has(m, time),
		.shown = r->place != ROW_HIDDEN,
	};
	if (!s->time && !s->shown)
		return;
	h->nseries++;
	set_values(h, s, point, n);
}

static int
by_row(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->nth != y->nth ? (x->nth > y->nth) - (x->nth < y->nth) :
				  by_input(a, b);
}

static void
find_series(struct history *h, size_t from, size_t end, struct item *item,
    size_t n, const size_t *place)
{
	struct point *point = mem_zalloc(n + 1, sizeof(*point));
	enum metric_role time = time_role(h->s, from, end);

	h->series = mem_zalloc(end - from, sizeof(*h->series));
	qsort(item, n, sizeof(*item), by_row);
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 0; i + k < n && item[i + k].nth == item[i].nth; k++)
			point[k] = (struct point){ place[item[i + k].run],
				&h->s->run[item[i + k].at] };
		add_series(h, &h->s->row[from + item[i].nth], time, point, k);
	}
	free(point);
}

bool
history_of(struct history *h, const struct sheet *s, size_t from, size_t end)
{
	struct item *item;
	size_t n, *first, *place;
	uint64_t most = 0;

	*h = (struct history){ .s = s, .bench = s->row[from].bench };
	for (size_t i = from; i < end; i++)
		most = s->row[i].runs->now > most ? s->row[i].runs->now : most;
	if (s->run == NULL || most < HISTORY_LEAST)
		return false;
	item = items_of(s, from, end, &n);
	first = find_runs(s, item, n, end - from, &h->nruns);
	place = order_runs(h, first);
	find_series(h, from, end, item, n, place);
	history_list(h);
	free(item);
	free(first);
	free(place);
	return true;
}
