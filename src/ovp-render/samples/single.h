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
	struct slice	 bench, run, metric;	/* as they stand */
	struct label	*label;		/* owned array: see single_labels() */
	size_t		 nlabels, cap;
	/* For single.c. */
	struct recin	*in;
	struct numbers	 numbers;
	const struct slice *field;
	size_t		 at[5];
	struct buf	 before;	/* the labels field read last */
	struct buf	 plain;		/* what the labels point to */
};

/* The reader is borrowed. */
void single_open(struct single *, struct recin *);

/*
 * Reads the next record, whose slices are valid until the next call. Returns
 * false at the end. Fails, with file and line, if a field should be a number
 * and is not.
 */
bool single_next(struct single *);

/* Its value. */
struct number single_value(const struct single *);

/*
 * Whether a value has a place in a picture: it is finite, and so far from the
 * ends of a double that sums, differences and quotients stay finite.
 */
bool single_draws(struct number value);

/*
 * Reads its labels into s->label: `group' first, the others by key, bytewise;
 * of a key that occurs twice, the first. The escapes of label syntax are
 * undone, those of the stream are not. Fails, with file and line, on bad
 * syntax. Returns false when all is as it was in the record read before.
 */
bool single_labels(struct single *);

/* Returns the value of one of these labels, or an empty slice. */
struct slice single_label(const struct single *, const char *key);

void single_close(struct single *);

#endif
