/* SPDX-License-Identifier: MIT */
/* Reader of small hand-written tables: TSV with columns by name. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "table.h"

enum { TABLE_COLUMNS = 64 };

/* The next line but empty ones and comments; returns false at the end. */
static bool
read_line(struct table *t, struct slice *s)
{
	do
		if (!infile_next(&t->in, s))
			return false;
	while (s->n == 0 || s->at[0] == '#');
	return true;
}

static void
read_header(struct table *t, struct slice line)
{
	if (slice_starts(line, SLICE("{")))
		infile_fail(&t->in,
		    "expected columns separated by tabs, with "
		    "a header; found JSON");
	t->nraw = cols_split(line, t->raw, TABLE_COLUMNS);
	if (t->nraw > TABLE_COLUMNS)
		infile_fail(&t->in, "too many columns");
	for (size_t c = 0; c < t->n; c++)
		t->place[c] = SIZE_MAX;
	for (size_t i = 0; i < t->nraw; i++) {
		size_t c = 0;

		while (c < t->n &&
		    !slice_eq(t->raw[i], slice_str(t->column[c].name)))
			c++;
		if (c == t->n)
			infile_fail(&t->in, "unknown column '%.*s'",
			    SLICE_ARG(t->raw[i]));
		if (t->place[c] != SIZE_MAX)
			table_fail(t, c, "duplicate column in the header");
		t->place[c] = i;
	}
	for (size_t c = 0; c < t->n; c++)
		if (t->column[c].required && t->place[c] == SIZE_MAX)
			table_fail(t, c, "missing from the header");
}

void
table_open(struct table *t, const char *path, const struct table_column *column,
    size_t n)
{
	struct slice line;

	*t = (struct table){ .column = column, .n = n };
	if (strcmp(path, "-") == 0)
		fail("-: a table is read from a file, standard input is the "
		     "stream (./- is a file named -)");
	t->raw = mem_zalloc(TABLE_COLUMNS, sizeof(*t->raw));
	t->place = mem_zalloc(n, sizeof(*t->place));
	t->field = mem_zalloc(n, sizeof(*t->field));
	infile_open(&t->in, path);
	if (!read_line(t, &line))
		fail("%s: empty (expected a header)", path);
	read_header(t, line);
}

const struct slice *
table_next(struct table *t)
{
	struct slice line;
	size_t n;

	if (!read_line(t, &line))
		return NULL;
	n = cols_split(line, t->raw, t->nraw);
	if (n != t->nraw)
		infile_fail(&t->in, "%zu fields, but the header has %zu", n,
		    t->nraw);
	for (size_t c = 0; c < t->n; c++)
		t->field[c] = t->place[c] == SIZE_MAX ?
		    (struct slice){ "", 0 } :
		    t->raw[t->place[c]];
	return t->field;
}

void
table_fail(const struct table *t, size_t column, const char *fmt, ...)
{
	char what[1500];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	infile_fail(&t->in, "%s: %s", t->column[column].name, what);
}

void
table_close(struct table *t)
{
	infile_close(&t->in);
	free(t->raw);
	free(t->place);
	free(t->field);
}
