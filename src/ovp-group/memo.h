/* SPDX-License-Identifier: MIT */
/* Columns made from recent labels. */
#ifndef GROUP_MEMO_H
#define GROUP_MEMO_H

#include <stdbool.h>

#include "base/buf.h"

enum {
	MEMO_PLACES = 256,
	MEMO_LONGEST = 256, /* longer labels are not kept */
};

/* The output for a metric's records with these labels. */
struct memo_entry {
	struct buf metric, labels; /* as in a record */
	struct buf columns;        /* of the keys, a tab after each */
	bool labelled;             /* the labels follow the value */
};

/* A zeroed struct is empty. */
struct memo {
	struct memo_entry entry[MEMO_PLACES];
};

/*
 * Returns the slot of a metric and its labels; memo_has() says whether it is
 * theirs. 15 readable bytes must follow both.
 */
struct memo_entry *memo_at(struct memo *, struct slice metric,
    struct slice labels);
bool memo_has(const struct memo_entry *, struct slice metric,
    struct slice labels);

/* Gives a slot to a metric and its labels, unless these are too long. */
void memo_put(struct memo_entry *, struct slice metric, struct slice labels,
    struct slice columns, bool labelled);

void memo_free(struct memo *);

#endif
