/* SPDX-License-Identifier: MIT */
/* Statistics per bench, run, keys and metric. */
#include <math.h>
#include <stdlib.h>

#include "base/block.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/recent.h"
#include "domain/metrics.h"
#include "stats.h"
#include "stream/cols.h"
#include "stream/levels.h"

static bool
set_place(struct stats *s, size_t i, struct slice id)
{
	size_t n = s->nkeys + 2;
	struct slice *field = arena_alloc(&s->arena,
	    (n + s->nfine) * sizeof(*field));
	struct place *p = &s->place[i];

	cols_split(id, field, n);
	for (size_t f = 0; f < s->nfine; f++)
		field[n + f] = SLICE("");
	p->bench = map_put(&s->benches, 0, field[0]);
	p->run_text = field[1];
	p->of_run = map_put(&s->runs, p->bench, field[1]);
	p->key = field + 2;
	p->coarse = p->above = i;
	return numparse_u64(p->run_text, &p->run) && p->run > 0;
}

/* Parents of the keys in the map of places, by level. */
enum { COARSE, FINE };

size_t
stats_place(struct stats *s, struct slice id)
{
	size_t known = s->places.n, i = map_put(&s->places, COARSE, id);

	if (i < known)
		return i;
	s->place = mem_grow(s->place, &s->places_cap, i, sizeof(*s->place));
	if (!set_place(s, i, s->places.key[i].bytes))
		return SIZE_MAX;
	return i;
}

/* Whether two fields, which are readable by blocks, are equal. */
static inline bool
same(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || block_same(a.at, b.at, a.n));
}

static size_t put_fine(struct stats *, size_t coarse, struct slice fine);

/*
 * The place above a finer one with these fields. A value with a segment and
 * another finer key also counts for all segments.
 */
static size_t
above(struct stats *s, size_t coarse, const struct slice *field,
    struct slice fine)
{
	struct buf all = { 0 };
	size_t place;

	if ((field[FINE_SEGMENT].n == 0 && field[FINE_IDX].n == 0) ||
	    !levels_is_fine_but(field, 1u << FINE_SEGMENT | 1u << FINE_IDX))
		return coarse;
	buf_add(&all, "\t\t", 2);
	buf_slice(&all,
	    (struct slice){ field[FINE_AIR_NAME].at,
		(size_t)(fine.at + fine.n - field[FINE_AIR_NAME].at) });
	place = put_fine(s, coarse, buf_bytes(&all));
	buf_free(&all);
	return place;
}

static size_t
put_fine(struct stats *s, size_t coarse, struct slice fine)
{
	size_t known = s->places.n, over;
	size_t i = map_put(&s->places, FINE + coarse, fine);
	struct slice *field;

	if (i < known)
		return i;
	field = arena_alloc(&s->arena, (s->nkeys + s->nfine) * sizeof(*field));
	s->place = mem_grow(s->place, &s->places_cap, i, sizeof(*s->place));
	s->place[i] = s->place[coarse];
	memcpy(field, s->place[coarse].key, s->nkeys * sizeof(*field));
	fine = s->places.key[i].bytes;
	cols_split(fine, field + s->nkeys, s->nfine);
	s->place[i].key = field;
	over = above(s, coarse, field + s->nkeys, fine);
	s->place[i].above = over;
	return i;
}

size_t
stats_fine(struct stats *s, size_t coarse, struct slice fine)
{
	size_t *last;

	last = &s->recent_fine[recent_mix(fine) % STATS_RECENT];
	if (*last >= s->places.n ||
	    s->places.key[*last].parent != FINE + coarse ||
	    !same(s->places.key[*last].bytes, fine))
		*last = put_fine(s, coarse, fine);
	return *last;
}

/* The slot that remembers a recently used row. */
static size_t *
recent(struct stats *s, size_t place, struct slice metric)
{
	size_t i = metric.n + place;

	if (metric.n > 0)
		i += (unsigned char)metric.at[metric.n / 2] * (size_t)7;
	return &s->recent[i % STATS_RECENT];
}

struct row *
stats_row(struct stats *s, size_t place, struct slice metric)
{
	size_t known = s->rows.n, *last = recent(s, place, metric), i = *last;

	if (i < known && s->row[i].place == place &&
	    same(s->row[i].metric, metric))
		return &s->row[i];
	*last = i = map_put(&s->rows, place, metric);
	if (i == known) {
		s->row = mem_grow(s->row, &s->rows_cap, i, sizeof(*s->row));
		s->row[i] = (struct row){
			.place = place,
			.metric = s->rows.key[i].bytes,
		};
	}
	return &s->row[i];
}

struct row *
stats_find(struct stats *s, size_t place, struct slice metric)
{
	size_t i = map_find(&s->rows, place, metric);

	if (i == MAP_NONE)
		i = map_find(&s->rows, place, metrics_exported(metric));
	return i == MAP_NONE ? NULL : &s->row[i];
}

struct row *
stats_known(struct stats *s, size_t place, struct slice metric)
{
	struct row *r = stats_find(s, place, metric);

	return r != NULL && r->count > 0 ? r : NULL;
}

/* Keeps the first text in byte order, ignoring empty ones. */
static inline void
keep_first(struct stats *s, struct slice *kept, struct slice text)
{
	if (text.n == 0 || same(*kept, text))
		return;
	if (kept->n == 0 || slice_cmp(text, *kept) < 0)
		*kept = arena_copy(&s->arena, text);
}

void
stats_add_value(struct stats *s, struct row *r, struct number n)
{
	if (!isfinite(n.real)) {
		r->others++;
		return;
	}
	if (r->count == 0 || number_cmp(n, r->min) < 0)
		r->min = n;
	if (r->count == 0 || number_cmp(n, r->max) > 0)
		r->max = n;
	if (s->keep) {
		r->value = mem_grow(r->value, &r->cap, r->count,
		    sizeof(*r->value));
		r->value[r->count] = n;
	}
	sum_add(&r->sum, n);
	sum_add_square(&r->squares, n);
	r->count++;
}

void
stats_add(struct stats *s, struct row *r, struct slice phase, struct slice kind,
    struct number n)
{
	keep_first(s, &r->phase, phase);
	keep_first(s, &r->kind, kind);
	stats_add_value(s, r, n);
}

static void
merge(struct stats *s, struct row *into, struct row *r)
{
	keep_first(s, &into->phase, r->phase);
	keep_first(s, &into->kind, r->kind);
	into->others += r->others;
	if (r->count == 0)
		return;
	if (into->count == 0 || number_cmp(r->min, into->min) < 0)
		into->min = r->min;
	if (into->count == 0 || number_cmp(r->max, into->max) > 0)
		into->max = r->max;
	for (size_t i = 0; s->keep && i < r->count; i++) {
		into->value = mem_grow(into->value, &into->cap, into->count + i,
		    sizeof(*into->value));
		into->value[into->count + i] = r->value[i];
	}
	sum_merge(&into->sum, &r->sum);
	sum_merge(&into->squares, &r->squares);
	into->count += r->count;
}

void
stats_merge(struct stats *s, size_t into, size_t from)
{
	merge(s, &s->row[into], &s->row[from]);
}

/* Merges rows of finer places whose place above is fine, or is not. */
static void
merge_rows(struct stats *s, size_t n, bool above_is_fine)
{
	for (size_t i = 0; i < n; i++) {
		const struct place *p = &s->place[s->row[i].place];
		struct row *into;

		if (!stats_is_fine(s, s->row[i].place) ||
		    (p->above != p->coarse) != above_is_fine)
			continue;
		into = stats_row(s, p->above, s->row[i].metric);
		merge(s, into, &s->row[i]);
	}
}

void
stats_merge_levels(struct stats *s)
{
	merge_rows(s, s->rows.n, true);
	merge_rows(s, s->rows.n, false);
}

static int
compare(const void *a, const void *b)
{
	return number_cmp(*(const struct number *)a, *(const struct number *)b);
}

void
stats_sort(struct row *r)
{
	if (r->count > 0)
		qsort(r->value, r->count, sizeof(*r->value), compare);
}

struct number
stats_percentile(const struct row *r, double p)
{
	double rank = p / 100 * (double)(r->count - 1);
	size_t i = (size_t)rank;
	double part = rank - (double)i;

	if (part == 0)
		return r->value[i];
	return number_real(
	    r->value[i].real * (1 - part) + r->value[i + 1].real * part);
}

void
stats_free(struct stats *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		sum_free(&s->row[i].sum);
		sum_free(&s->row[i].squares);
		free(s->row[i].value);
	}
	map_free(&s->benches);
	map_free(&s->runs);
	map_free(&s->places);
	map_free(&s->rows);
	free(s->place);
	free(s->row);
	arena_free(&s->arena);
}
