/* SPDX-License-Identifier: MIT */
/* Properties of metrics by name: look-ups. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/glob.h"
#include "base/globs.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/recent.h"
#include "metric_row.h"
#include "metrics.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

/* Names are readable by blocks, like the fields of a record. */
#define NUL_15 "\0\0\0\0\0\0\0\0\0\0\0\0\0\0"

/* A name with a role. */
struct metric_role_of {
	enum metric_role role;
	const char *name;
};

#include "domain/metrics_table.h"

/* A row, and its name as exporters spell it if that differs. */
struct known_row {
	const struct metric_row *row;
	const char *exported;
};

/* A row whose name is a glob. */
struct known_glob {
	size_t row;
	struct glob plain, exported;
};

/* Names, or their exported spellings, and the row of each. */
struct index {
	struct map names;
	size_t *row;
	size_t cap;
};

/* Rows in order of precedence. */
struct rows {
	struct known_row *at; /* n of them */
	size_t n, cap;
	struct index named, spelled; /* rows without a glob */
	struct known_glob *glob;     /* the other rows: nglobs */
	size_t nglobs, glob_cap;
	struct arena text; /* exported names */
};

/* A metric as a gauge and as a counter. */
struct pair {
	struct metric as[2];
};

static struct rows loaded, known;

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

/* Whether exporters keep a byte: a letter, a digit, a colon or `_'. */
static inline bool
is_kept(char c)
{
	/* Either case of a letter; the colon comes after the digits. */
	return (unsigned)((c | 0x20) - 'a') < 26 || (unsigned)(c - '0') <= 10 ||
	    c == '_';
}

/* In a glob, they keep its own bytes too. */
static inline bool
is_exported(char c, bool glob)
{
	return is_kept(c) ||
	    (glob && c != '\0' && strchr("*?[]\\!-^", c) != NULL);
}

/* The name as exporters spell it, or NULL if that is the same. */
static const char *
exported(struct arena *a, struct slice name, bool glob)
{
	char *out;
	size_t i = 0;

	while (i < name.n && is_exported(name.at[i], glob))
		i++;
	if (i == name.n)
		return NULL;
	out = arena_alloc(a, name.n + 1);
	memcpy(out, name.at, i);
	for (; i < name.n; i++)
		out[i] = is_exported(name.at[i], glob) ? name.at[i] : '_';
	return out;
}

/* If two rows have the same name, the first counts. */
static void
put_name(struct index *x, struct slice name, size_t row)
{
	size_t i = x->names.n;

	if (map_put(&x->names, 0, name) != i)
		return;
	x->row = mem_grow(x->row, &x->cap, i, sizeof(*x->row));
	x->row[i] = row;
}

static size_t
find_name(const struct index *x, struct slice name)
{
	size_t i = map_find(&x->names, 0, name);

	return i == MAP_NONE ? MAP_NONE : x->row[i];
}

/* The row of that name, else of a name that exporters spell so. */
static size_t
find_row(const struct rows *r, struct slice name)
{
	size_t i = find_name(&r->named, name);

	return i != MAP_NONE ? i : find_name(&r->spelled, name);
}

static void
put_glob(struct rows *r, size_t row)
{
	const struct known_row *k = &r->at[row];
	struct known_glob *g;

	r->glob = mem_grow(r->glob, &r->glob_cap, r->nglobs, sizeof(*r->glob));
	g = &r->glob[r->nglobs++];
	*g = (struct known_glob){ .row = row };
	glob_make(&g->plain, k->row->name);
	if (k->exported != NULL)
		glob_make(&g->exported, k->exported);
}

static void
put_row(struct rows *r, const struct metric_row *row)
{
	struct slice name = slice_str(row->name);
	bool glob = globs_is_pattern(name);
	const char *spelled = exported(&r->text, name, glob);

	r->at = mem_grow(r->at, &r->cap, r->n, sizeof(*r->at));
	r->at[r->n] = (struct known_row){ row, spelled };
	if (glob) {
		put_glob(r, r->n);
	} else {
		put_name(&r->named, name, r->n);
		if (spelled != NULL)
			put_name(&r->spelled, slice_str(spelled), r->n);
	}
	r->n++;
}

static void
set_up(void)
{
	for (size_t i = known.n; i < N(builtin); i++)
		put_row(&known, &builtin[i]);
}

static void
free_index(struct index *x)
{
	map_free(&x->names);
	free(x->row);
}

static void
free_rows(struct rows *r)
{
	free(r->at);
	free(r->glob);
	free_index(&r->named);
	free_index(&r->spelled);
	arena_free(&r->text);
	*r = (struct rows){ 0 };
}

static void
forget(void)
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
note_other(struct search *s, const struct known_row *k)
{
	if (s->maybe == NULL && s->directed != NULL && k->row->better >= 0 &&
	    k->row->better != s->said.better &&
	    strcmp(k->exported, s->directed->name) == 0)
		s->maybe = k->row->name;
}

/* place: that of the first row in a report. */
static void
search_globs(struct search *s, const struct rows *r, struct slice name,
    int place)
{
	for (size_t i = 0; i < r->nglobs; i++) {
		const struct known_glob *g = &r->glob[i];
		const struct known_row *k = &r->at[g->row];

		if (glob_may_match(&g->plain, name) &&
		    glob_matches(&g->plain, name))
			take(s, k->row, place + (int)g->row);
		else if (k->exported != NULL &&
		    glob_may_match(&g->exported, name) &&
		    glob_matches(&g->exported, name)) {
			note_other(s, k);
			take(s, k->row, place + (int)g->row);
		}
	}
}

/* The same; the row with that name comes first. */
static void
search_rows(struct search *s, const struct rows *r, struct slice name,
    int place)
{
	size_t i = find_row(r, name);

	if (i != MAP_NONE)
		take(s, r->at[i].row, place + (int)i);
	search_globs(s, r, name, place);
}

static struct metric
metric_of(const struct search *s, bool is_counter)
{
	const struct metric_row *said = &s->said;
	/* The last row matches everything, so it knows nothing. */
	bool unknown = s->classed == &builtin[N(builtin) - 1];

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

/* Exporters name counters NAME_total. */
static struct slice
without_total(struct slice name)
{
	static const struct slice end = { "_total", 6 };
	struct slice stem = { name.at, name.n - end.n };

	return slice_ends(name, end) && find_row(&known, name) == MAP_NONE &&
		find_row(&known, stem) != MAP_NONE ?
	    stem :
	    name;
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

	search_rows(&s, &loaded, name, (int)N(builtin));
	search_rows(&s, &known, without_total(name), 0);
	p->as[false] = metric_of(&s, false);
	p->as[true] = metric_of(&s, true);
	return p;
}

static void
look_up(struct recent *r, struct slice name)
{
	size_t n = cache.names.n, i = map_put(&cache.names, 0, name);

	if (i == n) {
		set_up();
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

/* Whether the pattern may mean metrics of this row. */
static bool
is_meant(const struct known_row *k, struct slice pattern)
{
	const char *name = k->row->name;

	if (!globs_is_pattern(slice_str(name)))
		return glob_match(pattern.at, slice_str(name)) ||
		    (k->exported != NULL &&
			glob_match(pattern.at, slice_str(k->exported)));
	return strchr("*?[", name[0]) == NULL &&
	    (glob_match(name, pattern) ||
		(k->exported != NULL && glob_match(k->exported, pattern)));
}

bool
metrics_exist(struct slice pattern)
{
	const struct rows *all[] = { &loaded, &known };

	set_up();
	for (size_t i = 0; i < N(all); i++)
		for (size_t k = 0; k < all[i]->n; k++)
			if (is_meant(&all[i]->at[k], pattern))
				return true;
	return false;
}

struct slice
metrics_with(enum metric_role role, size_t i)
{
	size_t k = role < N(role_first) ? role_first[role] + i : N(role_of);

	/* A role that no row has begins at 0. */
	return k < N(role_of) && role_of[k].role == role ?
	    slice_str(role_of[k].name) :
	    SLICE("");
}

struct slice
metrics_named(enum metric_role role)
{
	return metrics_with(role, 0);
}

struct slice
metrics_part(struct slice whole, size_t i)
{
	for (size_t k = 0; k < N(builtin); k++)
		if (builtin[k].part_of != NULL &&
		    slice_eq(whole, slice_str(builtin[k].part_of)) && i-- == 0)
			return slice_str(builtin[k].name);
	return SLICE("");
}

struct slice
metrics_same(size_t i)
{
	for (size_t k = 0; k < N(builtin); k++)
		if (builtin[k].same_as != NULL && *builtin[k].same_as != '\0' &&
		    i-- == 0)
			return slice_str(builtin[k].name);
	return SLICE("");
}

struct slice
metrics_counted(struct slice name)
{
	set_up();
	return without_total(name);
}

struct slice
metrics_original(struct slice name)
{
	size_t i;

	set_up();
	if (find_name(&known.named, name) != MAP_NONE)
		return name;
	i = find_name(&known.spelled, name);
	return i == MAP_NONE ? name : slice_str(known.at[i].row->name);
}

struct slice
metrics_exported(struct slice name)
{
	size_t i;

	set_up();
	i = find_name(&known.named, name);
	return i == MAP_NONE || known.at[i].exported == NULL ?
	    name :
	    slice_str(known.at[i].exported);
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

void
metric_row_add(const struct metric_row *row)
{
	put_row(&loaded, row);
	forget();
}

void
metric_rows_free(void)
{
	forget();
	free_rows(&loaded);
	free_rows(&known);
}
