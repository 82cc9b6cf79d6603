/* SPDX-License-Identifier: MIT */
/* Rows of the table of metrics, and of a file: by name, by role. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/globs.h"
#include "base/mem.h"
#include "base/sort.h"
#include "metric_rows.h"
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

static struct metric_rows known = {
	.at = builtin,
	.n = N(builtin),
	.named = { by_name, N(by_name) },
	.spelled = { by_spelling, N(by_spelling) },
	.globbed = { globs, N(globs) },
};

/* Those of a file, and what they own. */
static struct metric_rows loaded;

static struct {
	struct metric_row *row;
	size_t cap;
	uint32_t *number; /* all that `loaded' has */
	struct arena text;
} own;

/* Whether exporters keep a byte; in a glob, they keep its own bytes too. */
static bool
is_exported(char c, bool glob)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == ':' ||
	    (glob && c != '\0' && strchr("*?[]\\!-^", c) != NULL);
}

/*
 * The name as exporters spell it, or NULL if that is the same; src/table does
 * this for the built-in rows.
 */
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
find_text(const struct metric_rows *r, bool spelled, struct slice name)
{
	struct metric_numbers sorted = spelled ? r->spelled : r->named;
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

const struct metric_row *
metric_rows_find(const struct metric_rows *r, struct slice name)
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
	struct metric_rows *r = &loaded;

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
make_globs(struct metric_rows *r)
{
	r->nglobs = r->globbed.n;
	r->glob = mem_zalloc(r->nglobs, sizeof(*r->glob));
	for (size_t i = 0; i < r->nglobs; i++) {
		struct metric_glob *g = &r->glob[i];

		g->row = &r->at[r->globbed.at[i]];
		glob_make(&g->plain, g->row->name);
		if (g->row->exported != NULL)
			glob_make(&g->exported, g->row->exported);
	}
}

const struct metric_rows *
metric_rows_builtin(void)
{
	if (known.glob == NULL)
		make_globs(&known);
	return &known;
}

const struct metric_rows *
metric_rows_loaded(void)
{
	if (loaded.glob == NULL && loaded.n > 0) {
		sort_loaded();
		make_globs(&loaded);
	}
	return &loaded;
}

void
metric_rows_add(const struct metric_row *row)
{
	struct slice name = slice_str(row->name);
	struct metric_row *copy;

	own.row = mem_grow(own.row, &own.cap, loaded.n, sizeof(*own.row));
	copy = &own.row[loaded.n];
	*copy = *row;
	copy->exported = exported(&own.text, name, globs_is_pattern(name));
	free(loaded.glob);
	loaded = (struct metric_rows){ .at = own.row, .n = loaded.n + 1 };
}

void
metric_rows_free(void)
{
	free(own.row);
	free(own.number);
	arena_free(&own.text);
	memset(&own, 0, sizeof(own));
	free(loaded.glob);
	loaded = (struct metric_rows){ 0 };
	free(known.glob);
	known.glob = NULL;
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
	const struct metric_rows *all[] = { &loaded, &known };

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

/* Exporters name counters NAME_total. */
struct slice
metrics_counted(struct slice name)
{
	static const struct slice end = { "_total", 6 };
	struct slice stem = { name.at, name.n - end.n };

	return slice_ends(name, end) &&
		metric_rows_find(&known, name) == NULL &&
		metric_rows_find(&known, stem) != NULL ?
	    stem :
	    name;
}

struct slice
metrics_original(struct slice name)
{
	const struct metric_row *row = metric_rows_find(&known, name);

	return row == NULL ? name : slice_str(row->name);
}

struct slice
metrics_exported(struct slice name)
{
	const struct metric_row *row = find_text(&known, false, name);

	return row == NULL || row->exported == NULL ? name :
						      slice_str(row->exported);
}
