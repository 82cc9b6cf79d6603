/* SPDX-License-Identifier: MIT */
/* Renaming of benches and metrics of a baseline. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "renames.h"
#include "stream/table.h"

enum { COL_OLD, COL_NEW, COL_WHAT, NCOLS };

static const struct table_column columns[NCOLS] = {
	{ "old", true },
	{ "new", true },
	{ "what", false },
};

/* Returns false if the old name has a new one already. */
static bool
add(struct renames *r, struct slice old, struct slice name, bool bench,
    bool metric)
{
	size_t known = r->old.n, i = map_put(&r->old, 0, old);

	if (i < known)
		return false;
	r->rename = mem_grow(r->rename, &r->cap, i, sizeof(*r->rename));
	r->rename[i] = (struct rename){
		.name = arena_copy(&r->text, name),
		.bench = bench,
		.metric = metric,
	};
	return true;
}

void
renames_add(struct renames *r, const char *text)
{
	const char *equals = strchr(text, '=');

	if (equals == NULL || equals == text || equals[1] == '\0')
		fail("--rename: '%s' is not OLD=NEW", text);
	if (!add(r, (struct slice){ text, (size_t)(equals - text) },
		slice_str(equals + 1), true, true))
		fail("--rename: '%s': '%.*s' already has a new name", text,
		    (int)(equals - text), text);
}

void
renames_load(struct renames *r, const char *path)
{
	const struct slice *field;
	struct table t;

	table_open(&t, path, columns, NCOLS);
	while ((field = table_next(&t)) != NULL) {
		bool bench = slice_eq(field[COL_WHAT], SLICE("bench"));
		bool metric = slice_eq(field[COL_WHAT], SLICE("metric"));

		for (size_t i = COL_OLD; i <= COL_NEW; i++)
			if (field[i].n == 0)
				table_fail(&t, i, "empty");
		if (!bench && !metric && field[COL_WHAT].n > 0)
			table_fail(&t, COL_WHAT,
			    "invalid value '%.*s' "
			    "(expected bench or metric)",
			    SLICE_ARG(field[COL_WHAT]));
		if (!add(r, field[COL_OLD], field[COL_NEW], bench || !metric,
			metric || !bench))
			table_fail(&t, COL_OLD, "'%.*s' already has a new name",
			    SLICE_ARG(field[COL_OLD]));
	}
	table_close(&t);
}

static struct rename *
find(struct renames *r, struct slice name)
{
	size_t i = r->old.n == 0 ? MAP_NONE : map_find(&r->old, 0, name);

	return i == MAP_NONE ? NULL : &r->rename[i];
}

struct slice
renames_bench(struct renames *r, struct slice name)
{
	struct rename *new = find(r, name);

	if (new == NULL || !new->bench)
		return name;
	new->used = true;
	return new->name;
}

struct slice
renames_metric(struct renames *r, struct slice name)
{
	struct rename *new = find(r, name);

	if (new == NULL || !new->metric)
		return name;
	new->used = true;
	return new->name;
}

void
renames_warn(const struct renames *r)
{
	for (size_t i = 0; i < r->old.n; i++)
		if (!r->rename[i].used)
			warn("--rename: the baseline has no '%.*s'",
			    SLICE_ARG(r->old.key[i].bytes));
}

void
renames_free(struct renames *r)
{
	map_free(&r->old);
	free(r->rename);
	arena_free(&r->text);
}
