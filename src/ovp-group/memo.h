/* SPDX-License-Identifier: MIT */
/* Output for records like recent ones. */
#ifndef GROUP_MEMO_H
#define GROUP_MEMO_H

#include <stdbool.h>

#include "base/block.h"
#include "base/buf.h"
#include "base/recent.h"

enum {
	MEMO_PLACES = 512,
	MEMO_LONGEST = 256, /* longer texts are not kept */
};

/* What is written for the records of one beginning with these labels. */
struct memo_entry {
	size_t like;       /* number of the beginning; 0: nothing is kept */
	struct buf labels; /* as in a record */
	struct buf before; /* what is written before the value */
	bool labelled;     /* the labels are written after it */
};

/* A zeroed struct is empty. */
struct memo {
	struct memo_entry entry[MEMO_PLACES];
};

/*
 * Returns the slot of a beginning's number and labels; memo_has() says whether
 * it is theirs. 15 readable bytes must follow the labels.
 */
static inline struct memo_entry *
memo_at(struct memo *m, size_t like, struct slice labels)
{
	return &m->entry[(like * 31 + recent_mix(labels)) % MEMO_PLACES];
}

static inline bool
memo_has(const struct memo_entry *e, size_t like, struct slice labels)
{
	return e->like == like && e->labels.n == labels.n &&
	    (labels.n == 0 || block_same(e->labels.at, labels.at, labels.n));
}

/* Gives a slot to a beginning and labels, unless the texts are too long. */
void memo_put(struct memo_entry *, size_t like, struct slice labels,
    struct slice before, bool labelled);

void memo_free(struct memo *);

#endif
