/* SPDX-License-Identifier: MIT */
/* Properties of metrics by name: look-ups. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/recent.h"
#include "metric_rows.h"
#include "metrics.h"

/* A metric as a gauge and as a counter. */
struct pair {
	struct metric as[2];
};

static struct {
	struct map names;
	struct pair **found; /* by name, in the arena */
	size_t cap;
	struct arena arena;
	struct recent {
		struct slice name;
		struct pair *found;
	} recent[RECENT];
} cache;

void
metrics_forget(void)
{
	free(cache.found);
	map_free(&cache.names);
	arena_free(&cache.arena);
	cache.found = NULL;
	cache.cap = 0;
	memset(cache.recent, 0, sizeof(cache.recent));
}

/* Values from the rows so far; the rows that set class and direction. */
struct search {
	struct metric_row said;
	const struct metric_row *classed, *directed;
	int place;
	const char *maybe;
};

static void
take(struct search *s, const struct metric_row *r, int place)
{
	if (s->said.class < 0 && r->class >= 0) {
		s->said.class = r->class;
		s->classed = r;
	}
	if (s->said.better < 0 && r->better >= 0) {
		s->said.better = r->better;
		s->directed = r;
	}
	if (s->said.shown < 0 && r->shown >= 0) {
		s->said.shown = r->shown;
		s->place = place;
	}
	if (s->said.stats < 0)
		s->said.stats = r->stats;
	if (s->said.once < 0)
		s->said.once = r->once;
	if (s->said.roles < 0)
		s->said.roles = r->roles;
	if (s->said.levels < 0)
		s->said.levels = r->levels;
	if (s->said.floor < 0)
		s->said.floor = r->floor;
	if (s->said.unit == NULL)
		s->said.unit = r->unit;
	if (s->said.part_of == NULL)
		s->said.part_of = r->part_of;
	if (s->said.same_as == NULL)
		s->said.same_as = r->same_as;
	if (s->said.zero < 0)
		s->said.zero = r->zero;
	if (s->said.prover < 0)
		s->said.prover = r->prover;
}

/* Exporters may spell another pattern like this one, so it may be meant. */
static void
note_other(struct search *s, const struct metric_row *row)
{
	if (s->maybe == NULL && s->directed != NULL && row->better >= 0 &&
	    row->better != s->said.better &&
	    strcmp(row->exported, s->directed->name) == 0)
		s->maybe = row->name;
}

static bool
matches(const struct glob *g, struct slice name, uint64_t key)
{
	return glob_may_match(g, key) && glob_matches(g, name);
}

/* The row of that name comes first. place: that of row 0 in a report. */
static void
search_rows(struct search *s, const struct metric_rows *r, struct slice name,
    int place)
{
	const struct metric_row *row = metric_rows_find(r, name);
	uint64_t key = glob_key(name);

	if (row != NULL)
		take(s, row, place + (int)(row - r->at));
	for (size_t i = 0; i < r->nglobs; i++) {
		const struct metric_glob *g = &r->glob[i];

		if (!matches(&g->plain, name, key)) {
			if (g->row->exported == NULL ||
			    !matches(&g->exported, name, key))
				continue;
			note_other(s, g->row);
		}
		take(s, g->row, place + (int)(g->row - r->at));
	}
}

static struct metric
metric_of(const struct search *s, bool is_counter)
{
	const struct metric_row *said = &s->said;
	const struct metric_rows *known = metric_rows_builtin();
	/* The last row matches everything, so it knows nothing. */
	bool unknown = s->classed == &known->at[known->n - 1];

	return (struct metric){
		.class = unknown && is_counter ? METRIC_EXACT :
						 (enum metric_class)said->class,
		.better = (enum metric_direction)said->better,
		.unit = said->unit,
		.shown = (unsigned)said->shown,
		.place = said->shown == SHOWN_NO ? -1 : s->place,
		.stats = (enum metric_stats)said->stats,
		.once = (enum metric_once)said->once,
		.part_of = said->part_of,
		.same_as = said->same_as,
		.role_set = (uint64_t)said->roles,
		.levels = (unsigned)said->levels,
		.floor = said->floor,
		.zero = (enum metric_zero)said->zero,
		.provers = (unsigned)said->prover,
		.maybe = s->maybe,
	};
}

static struct pair *
resolve(struct slice name)
{
	struct search s = { .said = { .class = -1,
				.better = -1,
				.shown = -1,
				.stats = -1,
				.once = -1,
				.roles = -1,
				.levels = -1,
				.floor = -1,
				.zero = -1,
				.prover = -1 } };
	struct pair *p = arena_alloc(&cache.arena, sizeof(*p));

	search_rows(&s, metric_rows_loaded(), name,
	    (int)metric_rows_builtin()->n);
	search_rows(&s, metric_rows_builtin(), metrics_counted(name), 0);
	p->as[false] = metric_of(&s, false);
	p->as[true] = metric_of(&s, true);
	return p;
}

static void
look_up(struct recent *r, struct slice name)
{
	size_t n = cache.names.n, i = map_put(&cache.names, 0, name);

	if (i == n) {
		cache.found = mem_grow(cache.found, &cache.cap, i,
		    sizeof(*cache.found));
		cache.found[i] = resolve(cache.names.key[i].bytes);
	}
	*r = (struct recent){ cache.names.key[i].bytes, cache.found[i] };
}

const struct metric *
metrics_find_kind(struct slice name, bool is_counter)
{
	struct recent *r = &cache.recent[recent_slot(name)];

	if (r->found == NULL || !slice_eq(r->name, name))
		look_up(r, name);
	return &r->found->as[is_counter];
}

bool
metric_is_proof_time(const struct metric *m)
{
	return metric_has(m, ROLE_TOTAL) || metric_has(m, ROLE_SECONDS) ||
	    metric_has(m, ROLE_PARALLEL) || metric_has(m, ROLE_PROVERS);
}

bool
metric_adds_up(const struct metric *m, bool app)
{
	return m->stats != STATS_NOSUM && !(app && m->once == ONCE_APP);
}

bool
metrics_provers_differ(unsigned a, unsigned b, unsigned pair)
{
	/* A side with signs of both is unknown. */
	return (a & pair) != 0 && (b & pair) != 0 && (a & b & pair) == 0;
}

bool
metric_depends_on_prover(const struct metric *m)
{
	return strcmp(m->unit, "cells") == 0 ||
	    strcmp(m->unit, "ms/Mcell") == 0 || metric_has(m, ROLE_REST) ||
	    (m->stats == STATS_NOSUM && m->better == METRIC_HIGHER);
}

bool
metric_in_reference(const struct metric *m, enum version version)
{
	return (m->shown & (version == VERSION_2_0 ? SHOWN_2_0 : SHOWN_2_1)) !=
	    0;
}
