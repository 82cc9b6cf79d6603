/* SPDX-License-Identifier: MIT */
/* Reader of small hand-written tables: TSV with columns by name. */
#ifndef OVP_TABLE_H
#define OVP_TABLE_H

#include <stdbool.h>

#include "cols.h"
#include "infile.h"

/* A column that the reader knows. */
struct table_column {
	const char *name;
	bool required;
};

/*
 * Empty lines and those that begin with `#' are skipped. Errors name file and
 * line.
 */
struct table {
	struct infile in;
	const struct table_column *column; /* borrowed: n of them */
	size_t n;
	struct slice *raw;   /* owned: fields of the line */
	size_t nraw;         /* as many as the header has */
	size_t *place;       /* owned: column -> raw, or none */
	struct slice *field; /* owned: n of them */
};

/*
 * Opens the file and reads its header. Fails on a missing required column, on
 * an unknown one, and on `-', because standard input is the stream.
 */
void table_open(struct table *, const char *path, const struct table_column *,
    size_t n);

/*
 * Reads the next row: n fields in the order of the given columns, "" for a
 * missing column; valid until the next call. Returns NULL at the end.
 */
const struct slice *table_next(struct table *);

/* Fails with `PATH:LINE: COLUMN: ' and the message. */
_Noreturn void table_fail(const struct table *, size_t column, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

void table_close(struct table *);

#endif
