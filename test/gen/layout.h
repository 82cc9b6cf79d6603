/* SPDX-License-Identifier: MIT */
/* A metrics file on standard output, in one of three layouts. */
#ifndef GEN_LAYOUT_H
#define GEN_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "entry.h"
#include "stream/recout.h"
#include "shuffle.h"

enum layout {
	LAYOUT_PRETTY,   /* the producer's: two spaces a level */
	LAYOUT_COMPACT,  /* no white space */
	LAYOUT_SHUFFLED, /* any order, any white space */
};

struct metrics_file {
	enum layout layout;
	bool dry;       /* counts bytes, writes nothing */
	uint64_t bytes; /* so far; of the shuffled layout 0 */
	int narrays;
	bool empty; /* no entry yet in this array */
	struct recout out;
	struct buf scratch; /* an entry of a dry file */
	struct shuffle shuffle;
};

/* The seed is that of the shuffle; other layouts ignore it. */
void file_open(struct metrics_file *, enum layout, uint64_t seed, bool dry);

/* Begins an array, ending the one before; two of them at the most. */
void file_array(struct metrics_file *, const char *name);

void file_entry(struct metrics_file *, const struct entry *);

/* Ends the file; fails when not all of it could be written. */
void file_close(struct metrics_file *);

#endif
