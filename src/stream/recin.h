/* SPDX-License-Identifier: MIT */
/* Reading records of the four streams (ovp-stream(5)). */
#ifndef OVP_RECIN_H
#define OVP_RECIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "stream.h"

/*
 * A reader of one stream that may stand in several files, one after the other.
 * It skips headers equal to the first, maps a later file's columns to the
 * order of the first, and fails, with file and line, on what ovp-stream(5)
 * forbids: no byte at all, a last line without LF, NUL, CR, a wrong number of
 * fields, a line longer than 64 MiB, columns that are missing or differ
 * between files. On an `!error' line it fails as the stage that wrote it
 * (fail_as), after a note on standard error where the line came from a file:
 * a stage before it in a pipeline has told its user already.
 */
struct recin;

/*
 * Opens the files (`-' is standard input, at most once; none at all means
 * standard input) and reads the first header. kinds is a set of STREAM_BIT()s: any other kind
 * of stream fails with a message that names the missing stage.
 */
struct recin *recin_open(char *const *file, int nfiles, unsigned kinds);

enum stream_kind recin_kind(const struct recin *);

/* The columns of the first header, in its order; ncols of them. */
const struct slice *recin_columns(const struct recin *, size_t *ncols);

/* A column's position; -1 when the stream has none of that name. */
int recin_column(const struct recin *, const char *name);

/* The positions of the first and behind the last KEY column. */
void recin_keys(const struct recin *, size_t *first, size_t *end);

/* Whether the KEY columns are those of a levelled stream (levels.h). */
bool recin_is_levelled(const struct recin *);

/*
 * The next record: ncols fields in the order of the first header, as they
 * stand (escaped), valid until the next call. NULL at the end.
 */
const struct slice *recin_next(struct recin *);

/*
 * The fields of the columns first to last in one piece, the tabs between them
 * in it; at is NULL where the record's file has its columns in another order.
 */
struct slice recin_span(const struct recin *, size_t first, size_t last);

/* Whether the record read last may hold a backslash. */
bool recin_may_escape(const struct recin *);

/*
 * Fails with `FILE:LINE: COLUMN: ' and the message, for a bad field of the
 * record read last.
 */
_Noreturn void recin_fail(const struct recin *, size_t column,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

void recin_close(struct recin *);

#endif
