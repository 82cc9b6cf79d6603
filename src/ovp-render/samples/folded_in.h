/* SPDX-License-Identifier: MIT */
/* Reader of stacks in the folded format of flame graph programs. */
#ifndef RENDER_FOLDED_IN_H
#define RENDER_FOLDED_IN_H

#include "base/buf.h"
#include "number/number.h"
#include "stream/infile.h"

struct folded_in {
	struct infile in;
	size_t nvalues; /* per line: 1 or 2; 0 at first */
	struct buf scratch;
	/* From the last line. */
	struct buf frames;      /* as in stacks.h, all of label `a' */
	struct number value[2]; /* if two, the baseline's first */
};

/*
 * Opens an operand (`-' is standard input) whose lines have nvalues numbers; 0:
 * as many as the first line. Fails if it can't be opened.
 */
void folded_open(struct folded_in *, const char *operand, size_t nvalues);

/*
 * Reads the next line, `FRAME;FRAME NUMBER' or with two numbers; skips empty
 * lines. Returns false at the end. Fails with file and line if a frame or a
 * number is missing, or the count of numbers differs from the expected one.
 */
bool folded_next(struct folded_in *);

void folded_close(struct folded_in *);

#endif
