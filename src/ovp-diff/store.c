/* SPDX-License-Identifier: MIT */
/* The statistics of both sides, as series of runs. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "domain/metrics.h"
#include "store.h"
#include "stream/levels.h"

struct slice
store_bench_name(const struct store *s, size_t bench)
{
	return s->benches.key[bench].bytes;
}

struct slice
store_group(const struct store *s, size_t place)
{
	if (s->nkeys == 0)
		return (struct slice){ "", 0 };
	return s->place[place].key[s->group];
}

bool
store_is_fine(const struct store *s, size_t place)
{
	return s->levelled && levels_is_fine(s->place[place].key + 1);
}

/* The place's series of a metric, in any spelling, or MAP_NONE. */
static size_t
find_spelled(const struct store *s, size_t place, struct slice metric)
{
	size_t i = map_find(&s->metrics, place, metric);

	if (i == MAP_NONE)
		i = map_find(&s->metrics, place, metrics_original(metric));
	return i != MAP_NONE ?
	    i :
	    map_find(&s->metrics, place, metrics_exported(metric));
}

struct series *
store_find(const struct store *s, size_t place, struct slice metric)
{
	size_t i = find_spelled(s, place, metric);

	return i == MAP_NONE ? NULL : &s->series[i];
}

static size_t
put_bench(struct store *s, struct slice name)
{
	size_t n = s->benches.n, i = map_put(&s->benches, 0, name);

	if (s->benches.n > n) {
		s->bench = mem_grow(s->bench, &s->bench_cap, i,
		    sizeof(*s->bench));
		s->bench[i] = (struct bench){ .first = { NEVER, NEVER } };
	}
	return i;
}

static size_t
put_place(struct store *s, size_t bench, const struct slice *key)
{
	struct buf id = { 0 };
	size_t n = s->places.n, i;
	struct place *p;

	tabs_add_all(&id, key, s->nkeys);
	i = map_put(&s->places, bench, buf_bytes(&id));
	buf_free(&id);
	if (s->places.n == n)
		return i;
	s->place = mem_grow(s->place, &s->place_cap, i, sizeof(*s->place));
	p = &s->place[i];
	*p = (struct place){ .bench = bench, .first = { NEVER, NEVER } };
	p->key = arena_alloc(&s->arena, (s->nkeys + 1) * sizeof(*p->key));
	for (size_t k = 0; k < s->nkeys; k++)
		p->key[k] = arena_copy(&s->arena, key[k]);
	return i;
}

struct series *
store_series(struct store *s, struct slice bench, const struct slice *key,
    struct slice metric)
{
	size_t place = put_place(s, put_bench(s, bench), key);
	size_t n = s->metrics.n, i = find_spelled(s, place, metric);

	if (i == MAP_NONE)
		i = map_put(&s->metrics, place, metric);

	if (s->metrics.n > n) {
		s->series = mem_grow(s->series, &s->series_cap, i,
		    sizeof(*s->series));
		s->series[i] = (struct series){
			.place = place,
			.metric = s->metrics.key[i].bytes,
			.first = { NEVER, NEVER },
			.side = { { .last = NEVER }, { .last = NEVER } },
		};
	}
	return &s->series[i];
}

static void
see(size_t *first, size_t when)
{
	if (*first == NEVER)
		*first = when;
}

void
store_run(struct store *s, struct series *of, enum side side, struct value v)
{
	struct place *p = &s->place[of->place];
	struct runs *r = &of->side[side];

	see(&of->first[side], s->nruns);
	see(&p->first[side], s->nruns);
	see(&s->bench[p->bench].first[side], s->nruns);
	s->nruns++;
	v.row = (unsigned)r->rows++;
	r->last = v.run;
	if (v.known == 0)
		return;
	/* Many series have one run. */
	if (r->n == r->cap) {
		r->cap = r->n == 0 ? 1 : 2 * r->n;
		r->at = mem_resize(r->at, r->cap, sizeof(*r->at));
	}
	r->at[r->n++] = v;
}

static void
free_index(struct store *s)
{
	map_free(&s->benches);
	map_free(&s->places);
	map_free(&s->metrics);
	free(s->bench);
	free(s->place);
	free(s->series);
}

static void
sooner(size_t *first, const size_t *other)
{
	for (size_t i = 0; i < SIDES; i++)
		if (other[i] < first[i])
			first[i] = other[i];
}

/* Moves a series into another store, where its bench has this name. */
static void
move(struct store *to, struct store *from, struct series *of,
    struct slice bench)
{
	const struct place *p = &from->place[of->place];
	struct series *s = store_series(to, bench, p->key, of->metric);
	struct place *q = &to->place[s->place];

	for (size_t i = 0; i < SIDES; i++)
		if (of->side[i].rows > 0)
			s->side[i] = of->side[i];
	if (s->phase.at == NULL || of->side[NOW].rows > 0) {
		s->phase = of->phase;
		s->kind = of->kind;
	}
	sooner(s->first, of->first);
	sooner(q->first, p->first);
	sooner(to->bench[q->bench].first, from->bench[p->bench].first);
}

/* A store without series; it takes over what their pointers refer to. */
static struct store
emptied(const struct store *s)
{
	return (struct store){
		.nkeys = s->nkeys,
		.key = s->key,
		.group = s->group,
		.levelled = s->levelled,
		.nruns = s->nruns,
		.arena = s->arena,
		.history = { s->history[BASE], s->history[NOW] },
		.recent = s->recent,
		.carried = s->carried,
		.ncarried = s->ncarried,
	};
}

/* Gives runs the bench indexes of the new store; `base' has this name there. */
static void
move_runs(struct store *to, const struct store *from, size_t base,
    struct slice name)
{
	for (enum side side = BASE; side < SIDES; side++)
		for (size_t i = 0; i < to->history[side].n; i++) {
			struct run *r = &to->history[side].run[i];

			r->bench = map_find(&to->benches, 0,
			    r->bench == base ?
				name :
				store_bench_name(from, r->bench));
		}
}

size_t
store_join(struct store *s, size_t base, size_t now)
{
	struct slice name = store_bench_name(s, now);
	struct store joined = emptied(s);
	size_t at;

	for (size_t i = 0; i < s->metrics.n; i++) {
		size_t bench = s->place[s->series[i].place].bench;

		move(&joined, s, &s->series[i],
		    bench == base ? name : store_bench_name(s, bench));
	}
	at = map_find(&joined.benches, 0, name);
	move_runs(&joined, s, base, name);
	free_index(s);
	*s = joined;
	return at;
}

void
store_drop_fine(struct store *s)
{
	struct store kept = emptied(s);

	for (size_t i = 0; i < s->metrics.n; i++) {
		struct series *of = &s->series[i];

		if (!store_is_fine(s, of->place)) {
			move(&kept, s, of,
			    store_bench_name(s, s->place[of->place].bench));
			continue;
		}
		free(of->side[BASE].at);
		free(of->side[NOW].at);
	}
	move_runs(&kept, s, NEVER, SLICE(""));
	free_index(s);
	*s = kept;
}

void
store_list_carried(struct store *s)
{
	const struct history *h = s->history;

	s->carried = mem_zalloc(h[BASE].ncolumns + h[NOW].ncolumns + 1,
	    sizeof(*s->carried));
	for (enum side side = BASE; side < SIDES; side++)
		for (size_t i = 0; i < h[side].ncolumns; i++) {
			struct carried_column *c = s->carried;

			while (c < s->carried + s->ncarried &&
			    !slice_eq(c->name, h[side].column[i]))
				c++;
			if (c == s->carried + s->ncarried) {
				*c = (struct carried_column){
					h[side].column[i],
					{ NEVER, NEVER },
				};
				s->ncarried++;
			}
			c->at[side] = i;
		}
}

struct slice
store_carried(const struct store *s, const struct series *of, enum side side,
    size_t column)
{
	size_t run = of->side[side].last, at = s->carried[column].at[side];

	return run == NEVER || at == NEVER ?
	    SLICE("") :
	    history_carried(&s->history[side], run, at);
}

void
store_free(struct store *s)
{
	for (size_t i = 0; i < s->metrics.n; i++) {
		free(s->series[i].side[BASE].at);
		free(s->series[i].side[NOW].at);
	}
	free_index(s);
	free(s->key);
	free(s->carried);
	history_free(&s->history[BASE]);
	history_free(&s->history[NOW]);
	arena_free(&s->arena);
}
