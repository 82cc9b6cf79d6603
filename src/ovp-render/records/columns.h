/* SPDX-License-Identifier: MIT */
/* Columns of a stream and their values, for machine-readable formats. */
#ifndef RENDER_COLUMNS_H
#define RENDER_COLUMNS_H

#include "number/number.h"
#include "stream/recin.h"
#include "stream/recout.h"

enum column {
	COLUMN_TEXT,  /* names; keys; unknown columns */
	COLUMN_WHOLE, /* counts */
	COLUMN_NUMBER,
	COLUMN_LABELS,
};

/*
 * Returns a kind for each column, in the stream's order. The caller frees it.
 */
enum column *columns_of(const struct recin *);

/*
 * Reads a field of a column of numbers. Returns false if it is empty; fails if
 * it is not a number.
 */
bool columns_number(const struct recin *, size_t column, struct slice field,
    struct number *);

/*
 * Writes a finite number in JSON, which SQL also reads: the field itself if it
 * is valid JSON, else the canonical text.
 */
void columns_put_number(struct recout *, struct slice field, struct number);

/*
 * Writes a labels field as a JSON object. If a key occurs twice, the first one
 * counts. Fails on a syntax error.
 */
void columns_put_labels(struct recout *, const struct recin *, size_t column,
    struct slice field);

#endif
