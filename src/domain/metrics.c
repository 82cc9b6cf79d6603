/* SPDX-License-Identifier: MIT */
/* Properties of metrics by name: look-ups. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/glob.h"
#include "base/globs.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/recent.h"
#include "base/sort.h"
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

/* Numbers of rows. */
struct numbers {
	const uint32_t *at; /* n of them */
	size_t n;
};

/* A row whose name is a glob. */
struct known_glob {
	const struct metric_row *row;
	struct glob plain, exported;
};

/* Rows in order of precedence. */
struct rows {
	const struct metric_row *at; /* n of them */
	size_t n;
	struct numbers named;    /* those without a glob, by name */
	struct numbers spelled;  /* of these, the exported ones, by that */
	struct numbers globbed;  /* those with a glob */
	struct known_glob *glob; /* owned: these, if asked for */
};

/* A metric as a gauge and as a counter. */
struct pair {
	struct metric as[2];
};

#define NUMBERS(a)      \
	{               \
		a, N(a) \
	}

static struct rows known = { builtin, N(builtin), NUMBERS(by_name),
	NUMBERS(by_spelling), NUMBERS(globs), NULL };

/* Those of a file, and what they own. */
static struct rows loaded;

static struct {
	struct metric_row *row;
	size_t cap;
	uint32_t *number; /* all that `loaded' has */
	struct arena text;
} own;

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

static const char *
text(const struct metric_row *row, bool spelled)
{
	return spelled ? row->exported : row->name;
}

/* The first row of that name, or exported name. */
static const struct metric_row *
find_text(const struct rows *r, bool spelled, struct slice name)
{
	struct numbers sorted = spelled ? r->spelled : r->named;
	size_t low = 0, high = sorted.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (slice_cmp(slice_str(text(&r->at[sorted.at[mid]], spelled)),
			name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < sorted.n &&
		slice_eq(slice_str(text(&r->at[sorted.at[low]], spelled)),
		    name) ?
	    &r->at[sorted.at[low]] :
	    NULL;
}

/* The row of that name, else of a name that exporters spell so; or NULL. */
static const struct metric_row *
find_row(const struct rows *r, struct slice name)
{
	const struct metric_row *row = find_text(r, false, name);

	return row != NULL ? row : find_text(r, true, name);
}

static int
by_text(const void *a, const void *b, void *spelled)
{
	const uint32_t *x = a, *y = b;

	return strcmp(text(&own.row[*x], spelled != NULL),
	    text(&own.row[*y], spelled != NULL));
}

/* Sorts out the rows of a file: rows of the same name keep their order. */
static void
sort_loaded(void)
{
	uint32_t *named, *spelled, *globbed;
	struct rows *r = &loaded;

	own.number = mem_resize(own.number, 3 * r->n, sizeof(*own.number));
	named = own.number;
	spelled = named + r->n;
	globbed = spelled + r->n;
	for (uint32_t i = 0; i < r->n; i++) {
		if (globs_is_pattern(slice_str(r->at[i].name))) {
			globbed[r->globbed.n++] = i;
			continue;
		}
		named[r->named.n++] = i;
		if (r->at[i].exported != NULL)
			spelled[r->spelled.n++] = i;
	}
	sort_with(named, r->named.n, sizeof(*named), by_text, NULL);
	sort_with(spelled, r->spelled.n, sizeof(*spelled), by_text, own.row);
	r->named.at = named;
	r->spelled.at = spelled;
	r->globbed.at = globbed;
}

static void
make_globs(struct rows *r)
{
	r->glob = mem_zalloc(r->globbed.n, sizeof(*r->glob));
	for (size_t i = 0; i < r->globbed.n; i++) {
		struct known_glob *g = &r->glob[i];

		g->row = &r->at[r->globbed.at[i]];
		glob_make(&g->plain, g->row->name);
		if (g->row->exported != NULL)
			glob_make(&g->exported, g->row->exported);
	}
}

/* Prepares searches. */
static void
set_up(void)
{
	if (known.glob == NULL)
		make_globs(&known);
	if (loaded.glob == NULL && loaded.n > 0) {
		sort_loaded();
		make_globs(&loaded);
	}
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
search_rows(struct search *s, const struct rows *r, struct slice name,
    int place)
{
	const struct metric_row *row = find_row(r, name);
	uint64_t key = glob_key(name);

	if (row != NULL)
		take(s, row, place + (int)(row - r->at));
	for (size_t i = 0; i < r->globbed.n; i++) {
		const struct known_glob *g = &r->glob[i];

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

	return slice_ends(name, end) && find_row(&known, name) == NULL &&
		find_row(&known, stem) != NULL ?
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
is_meant(const struct metric_row *row, struct slice pattern)
{
	const char *name = row->name, *exported = row->exported;

	if (!globs_is_pattern(slice_str(name)))
		return glob_match(pattern.at, slice_str(name)) ||
		    (exported != NULL &&
			glob_match(pattern.at, slice_str(exported)));
	return strchr("*?[", name[0]) == NULL &&
	    (glob_match(name, pattern) ||
		(exported != NULL && glob_match(exported, pattern)));
}

bool
metrics_exist(struct slice pattern)
{
	const struct rows *all[] = { &loaded, &known };

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
	return without_total(name);
}

struct slice
metrics_original(struct slice name)
{
	const struct metric_row *row = find_row(&known, name);

	return row == NULL ? name : slice_str(row->name);
}

struct slice
metrics_exported(struct slice name)
{
	const struct metric_row *row = find_text(&known, false, name);

	return row == NULL || row->exported == NULL ? name :
						      slice_str(row->exported);
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
	struct slice name = slice_str(row->name);
	struct metric_row *copy;

	own.row = mem_grow(own.row, &own.cap, loaded.n, sizeof(*own.row));
	copy = &own.row[loaded.n];
	*copy = *row;
	copy->exported = exported(&own.text, name, globs_is_pattern(name));
	free(loaded.glob);
	loaded = (struct rows){ .at = own.row, .n = loaded.n + 1 };
	forget();
}

void
metric_rows_free(void)
{
	forget();
	free(own.row);
	free(own.number);
	arena_free(&own.text);
	memset(&own, 0, sizeof(own));
	free(loaded.glob);
	loaded = (struct rows){ 0 };
	free(known.glob);
	known.glob = NULL;
}
