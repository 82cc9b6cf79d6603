/* SPDX-License-Identifier: MIT */
/* Parser of a header: kind of the stream, positions of its columns. */
#ifndef OVP_COLS_H
#define OVP_COLS_H

#include <stdbool.h>

#include "base/map.h"
#include "base/slice.h"
#include "stream.h"

/* The most columns of a stream: bounds the memory for a header. */
#define COLS_MAX ((size_t)1 << 20)

struct cols {
	enum stream_kind kind;
	char *text;         /* owned: the header line */
	struct slice *name; /* owned array: its n fields */
	size_t n;
	struct map place; /* of the names */
	size_t key, end;  /* KEY columns: [key, end) */
	bool lost;        /* the first line is a record */
};

/*
 * Reads the first line of a stream of one of the kinds (STREAM_BIT()s). A line
 * that is not a header counts as a record of the default layout with as many
 * fields (lost). Returns NULL, or an error message that is valid until the next
 * call; *c need not be freed then.
 */
const char *cols_read(struct cols *c, struct slice line, unsigned kinds);

/* Returns a column's position, or -1. */
int cols_find(const struct cols *, struct slice name);

void cols_free(struct cols *);

/* Splits a line at its tabs into at most max fields; returns their number. */
size_t cols_split(struct slice line, struct slice *field, size_t max);

#endif
