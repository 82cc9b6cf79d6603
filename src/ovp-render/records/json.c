/* SPDX-License-Identifier: MIT */
/* The records of a stream as JSON objects, one a line. */
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "columns.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/format/format.h"
#include "stream/numbers.h"

/* The text before a column's value: `{"bench":'. */
static struct slice
name_before(struct recout *o, struct arena *kept, size_t column,
    struct slice name)
{
	size_t from = o->n;
	struct slice s;

	recout_char(o, column == 0 ? '{' : ',');
	escape_json(o, name);
	recout_char(o, ':');
	s = arena_copy(kept, (struct slice){ o->at + from, o->n - from });
	o->n = from;
	return s;
}

static void
put_number(struct recout *o, const struct recin *in, size_t column,
    struct slice field)
{
	struct number n;

	if (!columns_number(in, column, field, &n))
		recout_str(o, "null");
	else if (isfinite(n.real))
		columns_put_number(o, field, n);
	else
		escape_json(o, field);
}

static void
put(struct recout *o, const struct recin *in, size_t column, enum column holds,
    struct slice field)
{
	switch (holds) {
	case COLUMN_TEXT:
		escape_json(o, field);
		break;
	case COLUMN_WHOLE:
	case COLUMN_NUMBER:
		put_number(o, in, column, field);
		break;
	case COLUMN_LABELS:
		columns_put_labels(o, in, column, field);
		break;
	}
}

void
render_json(struct recin *in, struct recout *o, const struct opts *opts)
{
	enum column *column = columns_of(in);
	struct arena names = { 0 };
	struct numbers numbers;
	const struct slice *field;
	struct slice *name;
	size_t n;

	(void)opts;
	field = recin_columns(in, &n);
	name = mem_zalloc(n, sizeof(*name));
	for (size_t i = 0; i < n; i++)
		name[i] = name_before(o, &names, i, field[i]);
	numbers_open(&numbers, in);
	while ((field = recin_next(in)) != NULL) {
		numbers_check(&numbers, in, field);
		for (size_t i = 0; i < n; i++) {
			recout_slice(o, name[i]);
			put(o, in, i, column[i], field[i]);
		}
		recout_str(o, "}\n");
		recout_mark(o);
	}
	numbers_close(&numbers);
	free(name);
	arena_free(&names);
	free(column);
}
