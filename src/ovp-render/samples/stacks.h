/* SPDX-License-Identifier: MIT */
/* Values summed up by stacks of labels. */
#ifndef RENDER_STACKS_H
#define RENDER_STACKS_H

#include "base/globs.h"
#include "cube.h"
#include "ovp-render/format/format.h"
#include "stream/recin.h"
#include "symbols.h"

/*
 * A stack is a text as of tabs.h, from the outermost frame in. Each frame is a
 * letter for its label (`a' for the first one of a stack), then its name.
 */
struct stacks {
	const struct opts	*opts;
	const struct slice	*key;		/* labels, outermost first */
	size_t			 nkeys;
	const struct slice	*metric;	/* globs: what is summed up */
	size_t			 nmetrics;
	struct globs		 wanted;
	struct slice		 usual[8];	/* ... when nobody says */
	struct map		 benches;	/* in input order */
	struct cube		 cube;		/* stacks, below a bench */
	size_t			*row;		/* n of them, sorted */
	size_t			 n;
	struct symbols		 symbols;
	size_t			 bare, odd;	/* records that are left out */
};

/*
 * Reads all records, then those of the baseline. Rows are sorted by bench, then
 * bytewise, so that what has a frame in common stands together. Rows that are 0
 * on both sides, and records without a frame, are left out.
 */
void stacks_read(struct stacks *, struct recin *, const struct opts *);

/* Warns when no record was of the metric. */
void stacks_warn_empty(const struct stacks *);

/* What is known of a row on a side: 0 or more. */
struct number stacks_value(struct stacks *, size_t row, enum side);

size_t stacks_bench(const struct stacks *, size_t row);

/* Which of the sorted rows is the first of a bench, or of one behind it. */
size_t stacks_first(const struct stacks *, size_t bench);

/* The text of a row. */
struct slice stacks_frames(const struct stacks *, size_t row);

void stacks_free(struct stacks *);

#endif
