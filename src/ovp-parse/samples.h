/* SPDX-License-Identifier: MIT */
/* Writer of the samples stream. */
#ifndef PARSE_SAMPLES_H
#define PARSE_SAMPLES_H

#include "base/buf.h"
#include "base/map.h"
#include "entry.h"
#include "stream/recout.h"
#include "needs.h"

struct samples {
	struct recout out;
	/* bench, run, kind: the same in a run; 32 more bytes are readable */
	struct buf prefix[KINDS];
	struct buf metric, labels; /* of a record */
	struct buf carried;        /* after the labels: TAB VALUE ... */
	const struct pair *set;    /* borrowed: the columns, nset */
	struct buf *own;           /* owned: values that files have */
	size_t nset;
	struct map benches;
	unsigned long *runs; /* owned: of each bench, so far */
	unsigned long run;   /* the first one's number */
	size_t cap;
	struct needs *needs; /* borrowed, or NULL: all is needed */
	bool first;          /* of a run, no record is written */
};

/*
 * Opens the writer and writes the header out. The runs of each bench are
 * numbered from `run'. The n columns of set, with raw values, follow the labels
 * of each record. What `needs' does not need is not written, except the first
 * record of each run.
 */
void samples_open(struct samples *, unsigned long run, const struct pair *set,
    size_t n, struct needs *needs);

/*
 * Sets the raw value that records carry from now on in a column of set whose
 * value is NULL; does nothing for a column with a value.
 */
void samples_carry(struct samples *, struct slice key, struct slice value);

/* Compares label keys: `group' first, then by byte. */
int samples_key_cmp(struct slice, struct slice);

/*
 * Makes the following records belong to the next run of a bench (a raw name),
 * or, if `next' is false, to its last one.
 */
void samples_bench(struct samples *, struct slice bench, bool next);

/*
 * Sorts the labels of an entry and writes its record. Returns false, the record
 * unfinished, if it is longer than a line may be.
 */
bool samples_write(struct samples *, enum kind, struct entry *);

/*
 * Returns whether `needs' needs the next record, or it is the first one of its
 * run. The labels are a field, or empty if there is no rule of -l.
 */
static inline bool
samples_needs(struct samples *s, const struct needs_metric *m, enum kind kind,
    struct slice value, struct slice labels)
{
	bool first = s->first;

	s->first = false;
	return first ||
	    needs_takes(s->needs, m,
		kind == KIND_COUNTER ? SLICE("counter") : SLICE("gauge"), value,
		labels);
}

/* Flushes the output, or fails. */
void samples_close(struct samples *);

#endif
