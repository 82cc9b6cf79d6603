/* SPDX-License-Identifier: MIT */
/* Columns made from recent labels. */
#include "base/block.h"
#include "base/recent.h"
#include "memo.h"

enum { BEYOND = 32 };

struct memo_entry *
memo_at(struct memo *m, struct slice metric, struct slice labels)
{
	size_t i = recent_slot(metric) + recent_mix(labels);

	return &m->entry[i % MEMO_PLACES];
}

static inline bool
same(const struct buf *kept, struct slice s)
{
	return kept->n == s.n && (s.n == 0 || block_same(kept->at, s.at, s.n));
}

bool
memo_has(const struct memo_entry *e, struct slice metric, struct slice labels)
{
	return e->columns.n > 0 && same(&e->labels, labels) &&
	    same(&e->metric, metric);
}

/* Keeps a copy that is readable by blocks. */
static void
keep(struct buf *to, struct slice s)
{
	to->n = 0;
	buf_slice(to, s);
	buf_room(to, BEYOND);
}

void
memo_put(struct memo_entry *e, struct slice metric, struct slice labels,
    struct slice columns, bool labelled)
{
	if (metric.n + labels.n + columns.n > MEMO_LONGEST)
		return;
	keep(&e->metric, metric);
	keep(&e->labels, labels);
	keep(&e->columns, columns);
	e->labelled = labelled;
}

void
memo_free(struct memo *m)
{
	for (size_t i = 0; i < MEMO_PLACES; i++) {
		buf_free(&m->entry[i].metric);
		buf_free(&m->entry[i].labels);
		buf_free(&m->entry[i].columns);
	}
}
