/* SPDX-License-Identifier: MIT */
/* Statistics per bench, run, keys and metric. */
#include <math.h>
#include <stdlib.h>

#include "base/block.h"
#include "base/mem.h"
#include "stats.h"
#include "stream/cols.h"

static bool
set_place(struct stats *s, struct place *p, struct slice id)
{
	size_t n = s->nkeys + 2;
	struct slice *field = arena_alloc(&s->arena, n * sizeof(*field));

	cols_split(id, field, n);
	p->bench = map_put(&s->benches, 0, field[0]);
	p->run_text = field[1];
	p->key = field + 2;
	return numparse_u64(p->run_text, &p->run) && p->run > 0;
}

size_t
stats_place(struct stats *s, struct slice id)
{
	size_t known = s->places.n, i = map_put(&s->places, 0, id);

	if (i < known)
		return i;
	s->place = mem_grow(s->place, &s->places_cap, i, sizeof(*s->place));
	if (!set_place(s, &s->place[i], s->places.key[i].bytes))
		return SIZE_MAX;
	return i;
}

/* Whether fields are the same, of which blocks can be read. */
static inline bool
same(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || block_same(a.at, b.at, a.n));
}

/* Where a row is remembered that was used not long ago. */
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
			.place = place, .metric = s->rows.key[i].bytes,
		};
	}
	return &s->row[i];
}

struct row *
stats_find(struct stats *s, size_t place, const char *metric)
{
	size_t i = map_find(&s->rows, place, slice_str(metric));

	return i == MAP_NONE ? NULL : &s->row[i];
}

/* Keeps the first in byte order; an empty one counts as none. */
static inline void
keep_first(struct stats *s, struct slice *kept, struct slice text)
{
	if (text.n == 0 || same(*kept, text))
		return;
	if (kept->n == 0 || slice_cmp(text, *kept) < 0)
		*kept = arena_copy(&s->arena, text);
}

void
stats_add(struct stats *s, struct row *r, struct slice phase,
    struct slice kind, struct number n)
{
	keep_first(s, &r->phase, phase);
	keep_first(s, &r->kind, kind);
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

static int
compare(const void *a, const void *b)
{
	return number_cmp(*(const struct number *)a,
	    *(const struct number *)b);
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
	return number_real(r->value[i].real * (1 - part) +
	    r->value[i + 1].real * part);
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
	map_free(&s->places);
	map_free(&s->rows);
	free(s->place);
	free(s->row);
	arena_free(&s->arena);
}
