/* SPDX-License-Identifier: MIT */
/* Output for records like recent ones. */
#include "memo.h"

enum { BEYOND = 32 };

/* Keeps a copy that is readable by blocks. */
static void
keep(struct buf *to, struct slice s)
{
	to->n = 0;
	buf_slice(to, s);
	buf_room(to, BEYOND);
}

void
memo_put(struct memo_entry *e, size_t like, struct slice labels,
    struct slice before, bool labelled)
{
	if (labels.n + before.n > MEMO_LONGEST)
		return;
	keep(&e->labels, labels);
	keep(&e->before, before);
	e->labelled = labelled;
	e->like = like;
}

void
memo_free(struct memo *m)
{
	for (size_t i = 0; i < MEMO_PLACES; i++) {
		buf_free(&m->entry[i].labels);
		buf_free(&m->entry[i].before);
	}
}
