/* SPDX-License-Identifier: MIT */
/* The order of a comparison's rows. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/sort.h"
#include "domain/stages.h"
#include "layout.h"

struct layout {
	const struct store *s;
	size_t *place_rank;
};

static int
by_number(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* In the order of the current side's input, then of the baseline's. */
static int
by_sight(const size_t *a, const size_t *b)
{
	int c = by_number(a[NOW], b[NOW]);

	return c != 0 ? c : by_number(a[BASE], b[BASE]);
}

static int
places_by_sight(const void *a, const void *b, void *ctx)
{
	const struct store *s = ((struct layout *)ctx)->s;
	const struct place *x = &s->place[*(const size_t *)a];
	const struct place *y = &s->place[*(const size_t *)b];
	int c = by_sight(s->bench[x->bench].first, s->bench[y->bench].first);

	return c != 0 ? c : by_sight(x->first, y->first);
}

static int
places_by_stage(const void *a, const void *b, void *ctx)
{
	const struct store *s = ((struct layout *)ctx)->s;
	const struct slice *x = s->place[*(const size_t *)a].key;
	const struct slice *y = s->place[*(const size_t *)b].key;

	return stage_keys_cmp(s->key, s->nkeys, x, y);
}

static int
series_by_sight(const void *a, const void *b, void *ctx)
{
	const struct layout *l = ctx;
	const struct series *x = &l->s->series[*(const size_t *)a];
	const struct series *y = &l->s->series[*(const size_t *)b];
	int c = by_number(l->place_rank[x->place], l->place_rank[y->place]);

	return c != 0 ? c : by_sight(x->first, y->first);
}

static int
series_by_metric(const void *a, const void *b, void *ctx)
{
	const struct store *s = ((struct layout *)ctx)->s;

	return slice_cmp(s->series[*(const size_t *)a].metric,
	    s->series[*(const size_t *)b].metric);
}

/* Sorts what only the baseline has, after the first `now' of n, into place. */
static void
merge(size_t *list, size_t now, size_t n,
    int (*cmp)(const void *, const void *, void *), struct layout *l)
{
	size_t from = 0;

	for (size_t i = 1; i < now; i++)
		if (cmp(&list[i - 1], &list[i], l) > 0)
			from = now;
	if (now < n)
		sort_with(list + from, n - from, sizeof(*list), cmp, l);
}

static void
merge_places(struct layout *l, size_t *list, size_t n)
{
	const struct place *p = l->s->place;

	for (size_t from = 0, end; from < n; from = end) {
		size_t now = 0;

		for (end = from;
		     end < n && p[list[end]].bench == p[list[from]].bench;
		     end++)
			now += p[list[end]].first[NOW] != NEVER;
		merge(list + from, now, end - from, places_by_stage, l);
	}
}

static void
merge_series(struct layout *l, size_t *list, size_t n)
{
	const struct series *s = l->s->series;

	for (size_t from = 0, end; from < n; from = end) {
		size_t now = 0;

		for (end = from;
		     end < n && s[list[end]].place == s[list[from]].place;
		     end++)
			now += s[list[end]].first[NOW] != NEVER;
		merge(list + from, now, end - from, series_by_metric, l);
	}
}

static size_t *
numbers(size_t n)
{
	size_t *list = mem_zalloc(n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = i;
	return list;
}

size_t *
layout_order(const struct store *s)
{
	size_t nplaces = s->places.n, n = s->metrics.n;
	size_t *place = numbers(nplaces), *series = numbers(n);
	struct layout l = { s, mem_zalloc(nplaces + 1, sizeof(size_t)) };

	sort_with(place, nplaces, sizeof(*place), places_by_sight, &l);
	merge_places(&l, place, nplaces);
	for (size_t i = 0; i < nplaces; i++)
		l.place_rank[place[i]] = i;
	sort_with(series, n, sizeof(*series), series_by_sight, &l);
	merge_series(&l, series, n);
	free(place);
	free(l.place_rank);
	return series;
}
