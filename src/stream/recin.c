/* SPDX-License-Identifier: MIT */
/* Reader of records of all streams (ovp-stream(5)). */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/seps.h"
#include "cols.h"
#include "infile.h"
#include "levels.h"
#include "recin.h"
#include "alike.h"
#include "upstream.h"

struct recin {
	char *const *file; /* borrowed: nfiles operands */
	int nfiles, next;  /* next: index of the next file */
	unsigned kinds;
	struct infile in;
	struct cols cols;    /* of the first file */
	struct cols own;     /* of a later file, if it differs */
	size_t *place;       /* own column -> column of the first */
	struct slice *field; /* of the record, in that order */
	struct slice *raw;   /* of the record, if own differs */
	struct slice *cut;   /* target of cut(): one of these */
	size_t ncut;         /* fields that the line had */
	struct seps seps;    /* from the next line on */
	struct alike alike;  /* records that were kept */
	bool taken;          /* the last one without seps */
	struct slice header; /* of the open file */
	struct slice record; /* the line read last */
	bool open;           /* in is open */
	bool pending;        /* to return: line 1 is a record */
};

static char dash[] = "-";
static char *const standard_input[] = { dash };

/* Describes the streams that are expected. */
static void
wait_for(unsigned kinds)
{
	char what[100] = "";
	size_t n = 0;

	for (int k = 0; k < STREAM_KINDS; k++)
		if ((kinds & STREAM_BIT(k)) != 0)
			n += (size_t)snprintf(what + n, sizeof(what) - n,
			    "%s%s", n > 0 ? " or " : "a stream of ",
			    stream_of((enum stream_kind)k)->name);
	diag_waits(what);
}

/* Reads the header, or the record in its place, into in->record. */
static void
open_next(struct recin *in)
{
	if (strcmp(in->file[in->next], dash) == 0)
		wait_for(in->kinds);
	infile_open(&in->in, in->file[in->next++]);
	in->open = true;
	if (!infile_next(&in->in, &in->record))
		fail("%s: empty, without even a header: the previous program "
		     "failed",
		    in->in.name);
	upstream_check(&in->in, in->record);
	seps_begin(&in->seps, line_at(&in->in.line));
}

/* Maps the columns of a later file to those of the first. */
static void
match_columns(struct recin *in)
{
	if (in->own.n != in->cols.n || in->own.kind != in->cols.kind)
		infile_fail(&in->in, "the columns differ from those of %s",
		    in->file[0]);
	free(in->place);
	in->place = mem_zalloc(in->own.n, sizeof(*in->place));
	for (size_t i = 0; i < in->own.n; i++) {
		int at = cols_find(&in->cols, in->own.name[i]);

		if (at < 0)
			infile_fail(&in->in, "column '%.*s' is not in %s",
			    SLICE_ARG(in->own.name[i]), in->file[0]);
		in->place[i] = (size_t)at;
	}
	if (in->raw == NULL)
		in->raw = mem_zalloc(in->own.n, sizeof(*in->raw));
}

/* Reads the header of a later file: equal to the first, or mapped to it. */
static void
begin_later(struct recin *in)
{
	const char *wrong = cols_read(&in->own, in->record, in->kinds);

	if (wrong != NULL)
		infile_fail(&in->in, "%s", wrong);
	in->pending = in->own.lost;
	in->cut = in->field;
	in->header = slice_str(in->cols.text);
	if (slice_eq(slice_str(in->own.text), in->header)) {
		cols_free(&in->own);
		return;
	}
	match_columns(in);
	in->cut = in->raw;
	in->header = slice_str(in->own.text);
}

struct recin *
recin_open(char *const *file, int nfiles, unsigned kinds)
{
	struct recin *in = mem_zalloc(1, sizeof(*in));
	const char *wrong;
	int dashes = 0;

	in->file = nfiles > 0 ? file : standard_input;
	in->nfiles = nfiles > 0 ? nfiles : 1;
	in->kinds = kinds;
	for (int i = 0; i < in->nfiles; i++)
		dashes += strcmp(in->file[i], dash) == 0;
	if (dashes > 1)
		fail("-: standard input can be read only once");
	open_next(in);
	wrong = cols_read(&in->cols, in->record, kinds);
	if (wrong != NULL)
		infile_fail(&in->in, "%s", wrong);
	in->pending = in->cols.lost;
	in->header = slice_str(in->cols.text);
	in->field = mem_zalloc(in->cols.n, sizeof(*in->field));
	in->cut = in->field;
	return in;
}

/* Cuts the line at `from' into fields; returns its LF. */
static inline const char *
cut(struct recin *in, const char *from)
{
	struct slice *field = in->cut;
	struct seps seps = in->seps;
	size_t n = 0, ncols = in->cols.n;

	for (;;) {
		const char *stop = seps_next(&seps);

		if (n < ncols)
			field[n] = (struct slice){ from,
				(size_t)(stop - from) };
		n++;
		if (*stop == '\n') {
			in->seps = seps;
			in->ncut = n;
			return stop;
		}
		from = stop + 1;
	}
}

/* Cuts the next record of the open file; false at its end. */
static inline bool
cut_next(struct recin *in)
{
	struct line *l = &in->in.line;

	do {
		bool more = l->start == l->whole;
		enum line_status status = line_begin(l);
		const char *at, *lf;

		if (status != LINE_OK)
			return infile_no_line(&in->in, status);
		at = line_at(l);
		if (more || in->taken)
			seps_begin(&in->seps, at);
		in->taken = false;
		lf = cut(in, at);
		in->record = (struct slice){ at, (size_t)(lf - at) };
		line_end(l, lf);
		upstream_check(&in->in, in->record);
	} while (slice_eq(in->record, in->header));
	return true;
}

/* Goes on to the next file; returns false if there is none. */
static bool
next_file(struct recin *in)
{
	if (in->open)
		infile_close(&in->in);
	in->open = false;
	cols_free(&in->own);
	if (in->next == in->nfiles)
		return false;
	open_next(in);
	begin_later(in);
	return true;
}

/* Only the last stage undoes escapes, so each stage checks them. */
static void
check_escapes(const struct recin *in)
{
	for (size_t i = 0; i < in->cols.n; i++) {
		struct slice s = in->field[i];
		const char *p = s.at, *end = s.at + s.n;

		while ((p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
			if (p + 1 == end)
				recin_fail(in, i, "ends with a backslash");
			if (memchr("\\tnr", p[1], 4) == NULL)
				recin_fail(in, i, "unknown escape '%.2s'", p);
			p += 2;
		}
	}
}

const struct slice *
recin_next(struct recin *in)
{
	while (!in->open || in->pending || !cut_next(in)) {
		if (in->pending) {
			in->pending = false;
			seps_begin(&in->seps, in->record.at);
			cut(in, in->record.at);
			break;
		}
		if (!next_file(in))
			return NULL;
	}
	if (in->ncut != in->cols.n)
		infile_fail(&in->in, "%zu fields, but the header has %zu",
		    in->ncut, in->cols.n);
	if (in->cut != in->field)
		for (size_t i = 0; i < in->ncut; i++)
			in->field[in->place[i]] = in->cut[i];
	if (in->in.line.slashes)
		check_escapes(in);
	return in->field;
}

void
recin_keep(struct recin *in, size_t value, size_t id)
{
	const char *begin = in->field[0].at;

	if (in->cut != in->field || value < 2 || value + 2 != in->cols.n)
		return;
	alike_keep(&in->alike,
	    (struct slice){ begin, (size_t)(in->field[value].at - begin) },
	    (size_t)(in->field[2].at - begin), id);
}

/* The fields of a record whose end is known, as seen from its begin. */
static inline void
set_fields(struct peeked *r, const char *at, struct alike_end end)
{
	r->lf = end.lf;
	r->begin = (struct slice){ at, (size_t)(end.value + 1 - at) };
	r->value = (struct slice){ end.value + 1,
		(size_t)(end.labels - end.value) - 1 };
	r->labels = (struct slice){ end.labels + 1,
		(size_t)(end.lf - end.labels) - 1 };
}

bool
recin_peek(const struct recin *in, struct peeked *r)
{
	const struct line *l = &in->in.line;
	const struct alike *t = &in->alike;
	const char *at = line_at(l);
	struct alike_end end;

	if (t->entry == NULL || in->pending || in->cut != in->field ||
	    l->slashes || l->whole - l->start <= t->skip)
		return false;
	r->entry = alike_next(t);
	if (alike_begins(r->entry, at, l->whole - l->start, &end)) {
		set_fields(r, at, end);
	} else {
		end = alike_find_end(at + t->skip);
		if (end.value == NULL ||
		    end.value + 1 - at < (ptrdiff_t)(t->skip + ALIKE_WORD))
			return false;
		set_fields(r, at, end);
		r->entry = alike_find(t, r->begin);
		if (r->entry == NULL)
			return false;
	}
	r->id = r->entry->id;
	return true;
}

void
recin_take(struct recin *in, const struct peeked *r)
{
	alike_take(&in->alike, r->entry);
	in->in.line.number++;
	line_end(&in->in.line, r->lf);
	in->taken = true;
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

bool
recin_is_levelled(const struct recin *in)
{
	return levels_are_keys(in->cols.name + in->cols.key,
	    in->cols.end - in->cols.key);
}

struct slice
recin_span(const struct recin *in, size_t first, size_t last)
{
	const char *at = in->field[first].at;

	if (in->cut != in->field)
		return (struct slice){ NULL, 0 };
	return (struct slice){ at,
		(size_t)(in->field[last].at - at) + in->field[last].n };
}

bool
recin_may_escape(const struct recin *in)
{
	return in->in.line.slashes;
}

/* Whether the record is the header that line 1 seemed to have lost. */
static bool
is_header(const struct recin *in)
{
	struct cols cols;
	bool is;

	if (!in->cols.lost)
		return false;
	is = cols_read(&cols, in->record, in->kinds) == NULL && !cols.lost;
	cols_free(&cols);
	return is;
}

void
recin_fail(const struct recin *in, size_t column, const char *fmt, ...)
{
	char what[1500];
	va_list ap;

	if (is_header(in))
		infile_fail(&in->in,
		    "the columns of this header differ from "
		    "the default ones, which apply because line 1 is not a "
		    "header: move the header to line 1");
	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	infile_fail(&in->in, "%.*s: %s", SLICE_ARG(in->cols.name[column]),
	    what);
}

void
recin_close(struct recin *in)
{
	if (in->open)
		infile_close(&in->in);
	cols_free(&in->cols);
	cols_free(&in->own);
	alike_free(&in->alike);
	free(in->place);
	free(in->field);
	free(in->raw);
	free(in);
}
