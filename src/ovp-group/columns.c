/* SPDX-License-Identifier: MIT */
/* Columns of samples, and those that are passed on. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "columns.h"

static struct slice
column_name(size_t column)
{
	return slice_str(stream_of(STREAM_SAMPLES)->column[column]);
}

void
columns_find(struct columns *cols, const struct recin *in,
    const struct promote *promote)
{
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	cols->passed = mem_zalloc(n, sizeof(*cols->passed));
	for (size_t i = 0; i < n; i++) {
		size_t c = 0;

		while (c < COLUMNS && !slice_eq(name[i], column_name(c)))
			c++;
		if (c < COLUMNS)
			cols->at[c] = i;
		else if (promote_find(promote, name[i]) < promote->nkeys)
			fail("'%.*s' is a column of the input and a key: "
			     "choose other keys with -k",
			    SLICE_ARG(name[i]));
		else
			cols->passed[cols->npassed++] = i;
	}
	cols->usual = true;
	for (size_t c = 1; c < COLUMNS; c++)
		cols->usual = cols->usual && cols->at[c] == cols->at[c - 1] + 1;
}

void
columns_write(const struct columns *cols, const struct recin *in,
    const struct promote *promote, struct recout *o)
{
	size_t n;
	const struct slice *name = recin_columns(in, &n);

	for (size_t c = BENCH; c <= RUN; c++)
		recout_field(o, column_name(c));
	for (size_t i = 0; i < promote->nkeys; i++)
		recout_field(o, promote->key[i]);
	for (size_t c = KIND; c <= LABELS; c++)
		recout_field(o, column_name(c));
	for (size_t i = 0; i < cols->npassed; i++)
		recout_field(o, name[cols->passed[i]]);
	recout_end(o);
}

struct slice
columns_join(struct columns *cols, const struct slice *record,
    enum column first, enum column last)
{
	struct buf *b = &cols->joined;

	b->n = 0;
	for (size_t c = first; c <= last; c++) {
		buf_slice(b, record[cols->at[c]]);
		buf_char(b, '\t');
	}
	buf_room(b, PROMOTE_BEYOND);
	return (struct slice){ b->at, b->n - 1 };
}

struct slice
columns_passed(struct columns *cols, const struct slice *record)
{
	struct buf *b = &cols->joined;

	b->n = 0;
	for (size_t i = 0; i < cols->npassed; i++) {
		if (i > 0)
			buf_char(b, '\t');
		buf_slice(b, record[cols->passed[i]]);
	}
	return buf_bytes(b);
}

void
columns_free(struct columns *cols)
{
	buf_free(&cols->joined);
	free(cols->passed);
}
