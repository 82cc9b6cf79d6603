/* SPDX-License-Identifier: MIT */
/* Classes of names: a key derived from a label by a table. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/field.h"
#include "base/glob.h"
#include "base/mem.h"
#include "class.h"
#include "promote.h"
#include "stream/labels.h"
#include "stream/table.h"

enum { COL_GLOB, COL_CLASS, COL_LABEL, NCOLS };

static const struct table_column columns[NCOLS] = {
	{ "glob", true },
	{ "class", true },
	{ "label", false },
};

/* A copy of a raw name as a field that is readable by blocks. */
static struct slice
copy_field(struct arena *arena, struct slice raw)
{
	struct buf field = { 0 };
	size_t n;
	char *at;

	field_escape(&field, raw);
	n = field.n;
	at = arena_alloc(arena, n + PROMOTE_BEYOND);
	memset(at, 0, n + PROMOTE_BEYOND);
	if (n > 0)
		memcpy(at, field.at, n);
	buf_free(&field);
	return (struct slice){ at, n };
}

static void
load_row(struct class *c, const struct table *t, const struct slice *field)
{
	struct class_row *r;

	for (size_t i = COL_GLOB; i <= COL_CLASS; i++)
		if (field[i].n == 0)
			table_fail(t, i, "empty");
	c->row = mem_grow(c->row, &c->cap, c->n, sizeof(*c->row));
	r = &c->row[c->n++];
	r->glob = copy_field(&c->arena, field[COL_GLOB]).at;
	r->class = copy_field(&c->arena, field[COL_CLASS]);
	r->label = SLICE("air_name");
	if (field[COL_LABEL].n > 0)
		r->label = arena_copy(&c->arena, field[COL_LABEL]);
}

void
class_load(struct class *c, const char *path)
{
	const struct slice *field;
	struct table t;

	table_open(&t, path, columns, NCOLS);
	while ((field = table_next(&t)) != NULL)
		load_row(c, &t, field);
	table_close(&t);
}

/* Whether the value of a row's label matches the row. */
static bool
matches(const struct class_row *r, struct slice value)
{
	struct buf plain = { 0 }, raw = { 0 };
	struct slice field = labels_plain(value, &plain);
	bool match;

	if (!field_unescape(&raw, field))
		buf_slice(&raw, field);
	match = glob_match(r->glob, buf_bytes(&raw));
	buf_free(&plain);
	buf_free(&raw);
	return match;
}

/* Whether a row matches a value; each value is matched once. */
static bool
is_of(struct class *c, size_t row, struct slice value)
{
	size_t n = c->known.n, i = map_put(&c->known, row, value);

	c->match = mem_grow(c->match, &c->known_cap, i, sizeof(*c->match));
	if (i == n)
		c->match[i] = matches(&c->row[row], value);
	return c->match[i];
}

struct slice
class_of(struct class *c, struct slice labels)
{
	struct slice value;

	for (size_t i = 0; i < c->n; i++)
		if (labels_find(labels, c->row[i].label, &value) &&
		    is_of(c, i, value))
			return c->row[i].class;
	return (struct slice){ "", 0 };
}

void
class_free(struct class *c)
{
	free(c->row);
	free(c->match);
	map_free(&c->known);
	arena_free(&c->arena);
}
