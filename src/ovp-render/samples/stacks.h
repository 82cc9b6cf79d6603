/* SPDX-License-Identifier: MIT */
/* Values summed up by stacks of labels. */
#ifndef RENDER_STACKS_H
#define RENDER_STACKS_H

#include "base/arena.h"
#include "cube.h"
#include "ovp-render/format/format.h"
#include "stacks_ways.h"
#include "stream/recin.h"
#include "symbols.h"

/*
 * A stack is a text in the form of tabs.h, outermost frame first. Each frame is
 * a letter for its label (`a' for the first one of a stack), then its name.
 */
struct stacks {
	const struct opts *opts;
	struct stacks_ways ways;
	const struct stacks_way *way; /* the first one with values */
	struct map benches;           /* in input order */
	struct cube cube;             /* stacks, below a bench */
	size_t measured;              /* way's metric in the cube */
	size_t *row;                  /* n of them, sorted */
	size_t n;
	struct stacks_own {
		double of[2];
	} * own;                   /* by row: times less parts, */
	bool parted;               /* ... if this is set */
	bool compares;             /* there is a baseline */
	enum side side;            /* that is being read */
	struct symbols symbols[2]; /* by side */
	size_t recounted;          /* number of omitted rows */
	/* by row: innermost frame first; NULL without --reverse */
	struct slice *turned;
	struct arena arena; /* for turned */
};

/*
 * Reads all records, or with opts->from_folded the lines of the files, whose
 * bench has no name, then those of the baseline. Sorts rows by bench, then
 * bytewise, so that equal frames are neighbours. Leaves out rows that are 0 on
 * both sides and records without a frame. With opts->reverse, stacks begin with
 * their innermost frame.
 */
void stacks_read(struct stacks *, struct recin *, const struct opts *);

/* Fails, naming the missing values, if there is no row. */
void stacks_check(const struct stacks *);

/*
 * Returns the value of a row on a side, 0 or more; for times, without that of
 * their parts.
 */
struct number stacks_value(struct stacks *, size_t row, enum side);

size_t stacks_bench(const struct stacks *, size_t row);

/* Returns the first of the sorted rows of a bench, or of a later one. */
size_t stacks_first(const struct stacks *, size_t bench);

/* Returns the text of a row. */
struct slice stacks_frames(const struct stacks *, size_t row);

void stacks_free(struct stacks *);

#endif
