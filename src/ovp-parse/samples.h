/* SPDX-License-Identifier: MIT */
/* Writing the samples stream. */
#ifndef PARSE_SAMPLES_H
#define PARSE_SAMPLES_H

#include "base/buf.h"
#include "entry.h"
#include "stream/recout.h"

struct samples {
	struct recout	 out;
	struct buf	 prefix[KINDS];	/* bench, run, kind: same in a file;
					 * 32 bytes more can be read */
	struct buf	 labels;
};

/* Opens the writer; sends the header on its way. */
void samples_open(struct samples *);

/* The order of labels: `group' first, then keys bytewise. */
int samples_key_cmp(struct slice, struct slice);

/* What follows belongs to this run of this bench, a raw name. */
void samples_bench(struct samples *, struct slice bench, unsigned long run);

/*
 * Writes an entry's record; sorts its labels. Returns false, the
 * record left unfinished, when it is longer than a line may be.
 */
bool samples_write(struct samples *, enum kind, struct entry *);

/* Writes out everything, or fails. */
void samples_close(struct samples *);

#endif
