/* SPDX-License-Identifier: MIT */
/* Reading small tables that people write: TSV, columns by name. */
#ifndef OVP_TABLE_H
#define OVP_TABLE_H

#include <stdbool.h>

#include "cols.h"
#include "infile.h"

/* What a column is to the reader. */
struct table_column {
	const char	*name;
	bool		 required;
};

/*
 * Lines that are empty or begin with `#' are skipped. Every trouble fails with
 * file and line.
 */
struct table {
	struct infile		 in;
	const struct table_column *column;	/* borrowed: n of them */
	size_t			 n;
	struct slice		*raw;		/* owned: fields of the line */
	size_t			 nraw;		/* as many as the header has */
	size_t			*place;		/* owned: column -> raw, or none */
	struct slice		*field;		/* owned: n of them */
};

/*
 * Opens the file and reads its header. A required column that is missing and
 * a column that is not known are failures; so is `-', since standard input is
 * the stream's.
 */
void table_open(struct table *, const char *path,
    const struct table_column *, size_t n);

/*
 * The next row: n fields in the order of the columns given, "" where the file
 * lacks the column; valid until the next call. NULL at the end.
 */
const struct slice *table_next(struct table *);

/* Fails with `PATH:LINE: COLUMN: ' and the message. */
_Noreturn void table_fail(const struct table *, size_t column,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

void table_close(struct table *);

#endif
