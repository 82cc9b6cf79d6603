/* SPDX-License-Identifier: MIT */
/* Reader of records of all streams (ovp-stream(5)). */
#ifndef OVP_RECIN_H
#define OVP_RECIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "stream.h"

/*
 * A reader of one stream in one or more files. It skips headers equal to the
 * first and maps the columns of later files to the order of the first. It
 * fails, with file and line, on what ovp-stream(5) forbids: no byte at all, a
 * last line without LF, NUL, CR, a wrong number of fields, a line longer than
 * 64 MiB, columns that are missing or differ between files. On an `!error' line
 * it fails as the stage that wrote the line (fail_as). If the line came from a
 * file, it prints a note first; an earlier stage of the pipeline has printed
 * its own.
 */
struct recin;

/*
 * Opens the files (`-' is standard input, at most once; none at all means
 * standard input) and reads the first header. kinds is a set of STREAM_BIT()s:
 * any other kind of stream fails with a message that names the missing stage.
 */
struct recin *recin_open(char *const *file, int nfiles, unsigned kinds);

enum stream_kind recin_kind(const struct recin *);

/* Returns the ncols columns of the first header, in its order. */
const struct slice *recin_columns(const struct recin *, size_t *ncols);

/* Returns a column's position, or -1. */
int recin_column(const struct recin *, const char *name);

/* Sets the positions of the first KEY column and of the end of these. */
void recin_keys(const struct recin *, size_t *first, size_t *end);

/* Says whether the KEY columns are those of a levelled stream (levels.h). */
bool recin_is_levelled(const struct recin *);

/*
 * Reads the next record: ncols escaped fields in the order of the first header,
 * valid until the next call. Returns NULL at the end.
 */
const struct slice *recin_next(struct recin *);

/* A record like an earlier one: see recin_peek(). */
struct peeked {
	size_t id;           /* of recin_keep() */
	struct slice begin;  /* the columns before the value, with its tab */
	struct slice value;  /* may be anything */
	struct slice labels; /* the last column */
	const char *lf;
	struct alike_entry *entry;
};

/*
 * Remembers the last record read by what is before its value, under a number.
 * Does nothing if the value's column is not the last but one of its file, or
 * the columns are in another order than in the first header.
 */
void recin_keep(struct recin *, size_t value, size_t id);

/*
 * Looks at the next record, which recin_take() takes, or recin_next() reads.
 * Returns false if it does not equal one that is remembered up to the value, or
 * finding that out takes time. It has no backslash. The slices are valid until
 * the next call of another function; 31 bytes after them are readable.
 */
bool recin_peek(const struct recin *, struct peeked *);
void recin_take(struct recin *, const struct peeked *);

/*
 * Returns the fields of the columns first to last in one piece, with the tabs
 * between. at is NULL if the record's file has another order of columns.
 */
struct slice recin_span(const struct recin *, size_t first, size_t last);

/* Says whether the last record read may have a backslash. */
bool recin_may_escape(const struct recin *);

/*
 * Fails with `FILE:LINE: COLUMN: ' and the message, for a bad field of the last
 * record read.
 */
_Noreturn void recin_fail(const struct recin *, size_t column, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

void recin_close(struct recin *);

#endif
