/* SPDX-License-Identifier: MIT */
/* Records of single values: samples or the grouped stream. */
#ifndef RENDER_SINGLE_H
#define RENDER_SINGLE_H

#include "number/numparse.h"
#include "stream/labels.h"
#include "stream/numbers.h"
#include "stream/recin.h"

/* A reader and its last record. */
struct single {
	struct slice bench, run, metric; /* as in the stream */
	struct label *label;             /* owned array: see single_labels() */
	size_t nlabels, cap;
	/* Private to single.c. */
	struct recin *in;
	struct numbers numbers;
	const struct slice *field;
	size_t at[5];
	struct buf before; /* the labels field read last */
	struct buf plain;  /* storage of the labels */
};

/* Opens a reader, which is borrowed. */
void single_open(struct single *, struct recin *);

/*
 * Reads the next record; its slices are valid until the next call. Returns
 * false at the end. Fails, with file and line, on a bad number.
 */
bool single_next(struct single *);

/* Returns its value. */
struct number single_value(const struct single *);

/*
 * Whether a picture can show a value: it is finite, and so far from the limits
 * of a double that sums, differences and quotients stay finite.
 */
bool single_draws(struct number value);

/*
 * Reads its labels into s->label: `group' first, the others by key, bytewise;
 * if a key occurs twice, the first one. Undoes the escapes of label syntax, but
 * not those of the stream. Fails, with file and line, on bad syntax. Returns
 * false if they are the same as in the last record.
 */
bool single_labels(struct single *);

/* Returns the value of one of these labels, or an empty slice. */
struct slice single_label(const struct single *, const char *key);

void single_close(struct single *);

#endif
