/* SPDX-License-Identifier: MIT */
/* Reading small tables that people write: TSV, columns by name. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"
#include "table.h"

enum { TABLE_COLUMNS = 64 };

static noreturn void
fail_line(const struct table *t, const char *what)
{
	fail("%s:%llu: %s", t->path, (unsigned long long)t->line.number, what);
}

/* The next line that holds something. Returns false at the end. */
static bool
read_line(struct table *t, struct slice *s)
{
	for (;;) {
		switch (line_next(&t->line, s)) {
		case LINE_OK:
			if (s->n == 0 || s->at[0] == '#')
				continue;
			return true;
		case LINE_END:
			return false;
		case LINE_CUT:
			fail_line(t, "the last line has no LF");
		case LINE_LONG:
			fail_line(t, "a line longer than 64 MiB");
		case LINE_NUL:
			fail_line(t, "a NUL byte");
		case LINE_CR:
			fail_line(t, "a carriage return: lines end with LF "
			    "alone (dos2unix)");
		case LINE_FAILED:
			fail("%s: %s", t->path, strerror(errno));
		}
	}
}

static void
read_header(struct table *t, struct slice line)
{
	t->nraw = cols_split(line, t->raw, TABLE_COLUMNS);
	if (t->nraw > TABLE_COLUMNS)
		fail_line(t, "too many columns");
	for (size_t c = 0; c < t->n; c++)
		t->place[c] = SIZE_MAX;
	for (size_t i = 0; i < t->nraw; i++) {
		size_t c = 0;

		while (c < t->n && !slice_eq(t->raw[i],
		    slice_str(t->column[c].name)))
			c++;
		if (c == t->n)
			fail("%s:%llu: unknown column '%.*s'", t->path,
			    (unsigned long long)t->line.number,
			    SLICE_ARG(t->raw[i]));
		if (t->place[c] != SIZE_MAX)
			table_fail(t, c, "stands twice in the header");
		t->place[c] = i;
	}
	for (size_t c = 0; c < t->n; c++)
		if (t->column[c].required && t->place[c] == SIZE_MAX)
			table_fail(t, c, "missing from the header");
}

void
table_open(struct table *t, const char *path,
    const struct table_column *column, size_t n)
{
	struct slice line;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		fail("%s: %s", path, strerror(errno));
	*t = (struct table){ .path = path, .column = column, .n = n };
	t->raw = mem_zalloc(TABLE_COLUMNS, sizeof(*t->raw));
	t->place = mem_zalloc(n, sizeof(*t->place));
	t->field = mem_zalloc(n, sizeof(*t->field));
	line_open(&t->line, fd);
	if (!read_line(t, &line))
		fail("%s: empty, without even a header", path);
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
		fail("%s:%llu: %zu fields, where the header names %zu",
		    t->path, (unsigned long long)t->line.number, n, t->nraw);
	for (size_t c = 0; c < t->n; c++)
		t->field[c] = t->place[c] == SIZE_MAX ?
		    (struct slice){ "", 0 } : t->raw[t->place[c]];
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
	fail("%s:%llu: %s: %s", t->path, (unsigned long long)t->line.number,
	    t->column[column].name, what);
}

void
table_close(struct table *t)
{
	line_close(&t->line);
	free(t->raw);
	free(t->place);
	free(t->field);
}
