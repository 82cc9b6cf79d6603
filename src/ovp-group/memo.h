/* SPDX-License-Identifier: MIT */
/* Output for records like recent ones. */
#ifndef GROUP_MEMO_H
#define GROUP_MEMO_H

#include <stdbool.h>

#include "base/block.h"
#include "base/recent.h"

enum {
	MEMO_PLACES = 512,
	MEMO_LONGEST = 256, /* longer texts are not kept */
};

/* What is written for the records of one beginning with these labels. */
struct memo_entry {
	size_t like;         /* number of the beginning */
	struct slice labels; /* as in a record, in the text */
	struct slice before; /* what is written before the value, too */
	bool labelled;       /* the labels are written after it */
	char text[MEMO_LONGEST + 32];
};

/* A zeroed struct is empty. */
struct memo {
	/* owned: MEMO_PLACES, of which the first `used' hold one; or NULL */
	struct memo_entry *entry;
	size_t used;
	struct memo_entry *slot[MEMO_PLACES]; /* by hash; may be NULL */
	size_t asked[MEMO_PLACES];            /* the last hash of each slot */
};

static inline size_t
memo_hash(size_t like, struct slice labels)
{
	return like * 31 + recent_mix(labels);
}

/*
 * Returns the entry of a beginning's number and labels, or NULL. 15 readable
 * bytes must follow the labels; as many follow the texts of an entry.
 */
static inline const struct memo_entry *
memo_find(const struct memo *m, size_t like, struct slice labels)
{
	const struct memo_entry *e =
	    m->slot[memo_hash(like, labels) % MEMO_PLACES];

	return e != NULL && e->like == like && e->labels.n == labels.n &&
		(labels.n == 0 ||
		    block_same(e->labels.at, labels.at, labels.n)) ?
	    e :
	    NULL;
}

/*
 * Makes an entry for a beginning and labels that come for the second time,
 * unless the texts are too long: most texts of a small file come once.
 */
void memo_put(struct memo *, size_t like, struct slice labels,
    struct slice before, bool labelled);

void memo_free(struct memo *);

#endif
