/* SPDX-License-Identifier: MIT */
/* What the columns of a stream hold, for formats that programs read. */
#ifndef RENDER_COLUMNS_H
#define RENDER_COLUMNS_H

#include "number/number.h"
#include "stream/recin.h"
#include "stream/recout.h"

enum column {
	COLUMN_TEXT,		/* names; keys; columns that are not known */
	COLUMN_WHOLE,		/* numbers of things */
	COLUMN_NUMBER,
	COLUMN_LABELS,
};

/* One for each column, in the stream's order. The caller frees the array. */
enum column *columns_of(const struct recin *);

/*
 * Reads a field of a column of numbers. False when it is empty; fails when it
 * is no number.
 */
bool columns_number(const struct recin *, size_t column, struct slice field,
    struct number *);

/*
 * Writes a finite number as JSON has it, which SQL reads too: the field as it
 * stands where it is spelled so, else the canonical text.
 */
void columns_put_number(struct recout *, struct slice field, struct number);

/*
 * Writes a labels field as a JSON object. Of a key that occurs twice the first
 * counts. Fails on what is not in label syntax.
 */
void columns_put_labels(struct recout *, const struct recin *, size_t column,
    struct slice field);

#endif
