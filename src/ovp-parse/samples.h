/* SPDX-License-Identifier: MIT */
/* Writing the samples stream. */
#ifndef PARSE_SAMPLES_H
#define PARSE_SAMPLES_H

#include "base/buf.h"
#include "base/map.h"
#include "entry.h"
#include "stream/recout.h"

struct samples {
	struct recout	 out;
	struct buf	 prefix[KINDS];	/* bench, run, kind: same in a file;
					 * 32 bytes more can be read */
	struct buf	 labels;
	struct buf	 carried;	/* behind the labels: TAB VALUE ... */
	const struct pair *set;		/* borrowed: the columns, nset */
	struct buf	*own;		/* owned: values that files have */
	size_t		 nset;
	struct map	 benches;
	unsigned long	*runs;		/* owned: of each bench, so far */
	unsigned long	 run;		/* the first one's number */
	size_t		 cap;
};

/*
 * Opens the writer; sends the header on its way. Each bench's runs are counted
 * from run on. The columns of set, names and raw values, n of them, follow the
 * labels of each record.
 */
void samples_open(struct samples *, unsigned long run, const struct pair *set,
    size_t n);

/*
 * Records carry this raw value from now on, in a column that has no value of
 * its own (at is NULL in set); else nothing changes.
 */
void samples_carry(struct samples *, struct slice key, struct slice value);

/* The order of labels: `group' first, then keys bytewise. */
int samples_key_cmp(struct slice, struct slice);

/*
 * What follows belongs to the next run of this bench, a raw name; without
 * `next', to the run that it had last.
 */
void samples_bench(struct samples *, struct slice bench, bool next);

/*
 * Writes an entry's record; sorts its labels. Returns false, the
 * record left unfinished, when it is longer than a line may be.
 */
bool samples_write(struct samples *, enum kind, struct entry *);

/* Writes out everything, or fails. */
void samples_close(struct samples *);

#endif
