/* SPDX-License-Identifier: MIT */
/* Reading records of the four streams. */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cols.h"
#include "diag.h"
#include "line.h"
#include "mem.h"
#include "recin.h"

struct recin {
	char *const	*file;		/* borrowed: nfiles operands */
	int		 nfiles, next;	/* next: the file to open then */
	const char	*name;		/* of the open file, for messages */
	unsigned	 kinds;
	struct line	 line;
	struct cols	 cols;		/* of the first file */
	struct cols	 own;		/* of a later file, where it differs */
	size_t		*place;		/* own column -> column of the first */
	struct slice	*field;		/* of the record, in the first's order */
	struct slice	*raw;		/* of the record, where own differs */
	struct slice	 record;	/* the line read last */
	bool		 open;		/* line is open */
	bool		 pending;	/* the first line was a record: give it */
	char		*where;		/* of recin_place */
};

static char dash[] = "-";
static char *const standard_input[] = { dash };

static noreturn void
fail_line(const struct recin *in, const char *what)
{
	fail("%s:%llu: %s", in->name, (unsigned long long)in->line.number,
	    what);
}

/* Whether the stage before this one runs beside it, and so told its user. */
static bool
in_pipeline(const struct recin *in)
{
	struct stat st;

	return in->line.fd == STDIN_FILENO && fstat(in->line.fd, &st) == 0 &&
	    S_ISFIFO(st.st_mode);
}

/* Passes on what an earlier stage said of its failure. */
static noreturn void
fail_upstream(const struct recin *in)
{
	struct slice field[3] = { { "", 0 }, { "", 0 }, { "", 0 } };
	char stage[64], message[4096];

	cols_split(in->record, field, 3);
	snprintf(stage, sizeof(stage), "%.*s", SLICE_ARG(field[1]));
	snprintf(message, sizeof(message), "%.*s", SLICE_ARG(field[2]));
	if (!in_pipeline(in))
		warn("%s:%llu: %s failed: %s", in->name,
		    (unsigned long long)in->line.number, stage, message);
	fail_as(stage, message);
}

/* The next line into in->record. Returns false at the end of the file. */
static inline bool
read_line(struct recin *in)
{
	enum line_status status = line_next(&in->line, &in->record);

	if (__builtin_expect(status == LINE_OK, 1)) {
		if (__builtin_expect(in->record.n >= 7 &&
		    in->record.at[0] == '!' &&
		    memcmp(in->record.at, "!error\t", 7) == 0, 0))
			fail_upstream(in);
		return true;
	}
	switch (status) {
	case LINE_OK:
	case LINE_END:
		break;
	case LINE_CUT:
		fail_line(in, "the last line has no LF: the input was cut");
	case LINE_LONG:
		fail_line(in, "a line longer than 64 MiB");
	case LINE_NUL:
		fail_line(in, "a NUL byte, which no stream holds");
	case LINE_CR:
		fail_line(in, "a carriage return: lines end with LF alone "
		    "(dos2unix)");
	case LINE_FAILED:
		fail("%s: %s", in->name, strerror(errno));
	}
	return false;
}

static void
open_next(struct recin *in)
{
	const char *name = in->file[in->next++];
	int fd = STDIN_FILENO;

	in->name = strcmp(name, "-") == 0 ? "standard input" : name;
	if (strcmp(name, "-") != 0)
		fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		fail("%s: %s", name, strerror(errno));
	line_open(&in->line, fd);
	in->open = true;
	if (!read_line(in))
		fail("%s: empty, without even a header: the stage before "
		    "this one failed", in->name);
}

/* Finds where a later file has the columns of the first. */
static void
match_columns(struct recin *in)
{
	if (in->own.n != in->cols.n || in->own.kind != in->cols.kind)
		fail("%s:1: other columns than in %s", in->name, in->file[0]);
	free(in->place);
	in->place = mem_zalloc(in->own.n, sizeof(*in->place));
	for (size_t i = 0; i < in->own.n; i++) {
		int at = cols_find(&in->cols, in->own.name[i]);

		if (at < 0)
			fail("%s:1: column '%.*s' is not in %s", in->name,
			    SLICE_ARG(in->own.name[i]), in->file[0]);
		in->place[i] = (size_t)at;
	}
	if (in->raw == NULL)
		in->raw = mem_zalloc(in->own.n, sizeof(*in->raw));
}

/* The header of a later file: equal to the first one, or mapped to it. */
static void
begin_later(struct recin *in)
{
	const char *wrong = cols_read(&in->own, in->record, in->kinds);

	if (wrong != NULL)
		fail_line(in, wrong);
	in->pending = in->own.lost;
	if (strcmp(in->own.text, in->cols.text) == 0)
		cols_free(&in->own);
	else
		match_columns(in);
}

struct recin *
recin_open(char *const *file, int nfiles, unsigned kinds)
{
	struct recin *in = mem_zalloc(1, sizeof(*in));
	const char *wrong;

	in->file = nfiles > 0 ? file : standard_input;
	in->nfiles = nfiles > 0 ? nfiles : 1;
	in->kinds = kinds;
	open_next(in);
	wrong = cols_read(&in->cols, in->record, kinds);
	if (wrong != NULL)
		fail_line(in, wrong);
	in->pending = in->cols.lost;
	in->field = mem_zalloc(in->cols.n, sizeof(*in->field));
	return in;
}

/* Cuts in->record into in->field. */
static void
split(struct recin *in)
{
	bool mapped = in->own.text != NULL;
	struct slice *field = mapped ? in->raw : in->field;
	size_t n = cols_split(in->record, field, in->cols.n);

	if (n != in->cols.n)
		fail("%s:%llu: %zu fields, where the header names %zu",
		    in->name, (unsigned long long)in->line.number, n,
		    in->cols.n);
	if (mapped)
		for (size_t i = 0; i < n; i++)
			in->field[in->place[i]] = in->raw[i];
}

static bool
is_header(const struct recin *in)
{
	const struct cols *c = in->own.text != NULL ? &in->own : &in->cols;

	return in->record.n > 0 && in->record.at[0] == c->text[0] &&
	    slice_eq(in->record, slice_str(c->text));
}

const struct slice *
recin_next(struct recin *in)
{
	for (;;) {
		if (in->pending) {
			in->pending = false;
			break;
		}
		if (in->open && read_line(in)) {
			if (is_header(in))
				continue;
			break;
		}
		if (in->open)
			line_close(&in->line);
		in->open = false;
		cols_free(&in->own);
		if (in->next == in->nfiles)
			return NULL;
		open_next(in);
		begin_later(in);
	}
	split(in);
	return in->field;
}

enum stream_kind
recin_kind(const struct recin *in)
{
	return in->cols.kind;
}

const struct slice *
recin_columns(const struct recin *in, size_t *ncols)
{
	*ncols = in->cols.n;
	return in->cols.name;
}

int
recin_column(const struct recin *in, const char *name)
{
	return cols_find(&in->cols, slice_str(name));
}

void
recin_keys(const struct recin *in, size_t *first, size_t *end)
{
	*first = in->cols.key;
	*end = in->cols.end;
}

struct slice
recin_line(const struct recin *in)
{
	return in->record;
}

void
recin_fail(const struct recin *in, size_t column, const char *fmt, ...)
{
	char what[1500];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	fail("%s:%llu: %.*s: %s", in->name,
	    (unsigned long long)in->line.number,
	    SLICE_ARG(in->cols.name[column]), what);
}

const char *
recin_place(struct recin *in)
{
	free(in->where);
	if (asprintf(&in->where, "%s:%llu", in->name,
	    (unsigned long long)in->line.number) < 0)
		fail("out of memory");
	return in->where;
}

void
recin_close(struct recin *in)
{
	if (in->open)
		line_close(&in->line);
	cols_free(&in->cols);
	cols_free(&in->own);
	free(in->place);
	free(in->field);
	free(in->raw);
	free(in->where);
	free(in);
}
