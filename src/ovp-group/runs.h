/* SPDX-License-Identifier: MIT */
/* The runs of the records. */
#ifndef GROUP_RUNS_H
#define GROUP_RUNS_H

#include "base/arena.h"
#include "base/block.h"
#include "base/map.h"
#include "columns.h"

/* A zeroed struct is empty. */
struct runs {
	struct map names; /* bench<TAB>run, in input order */
	struct buf name;  /* that of the last record; see PROMOTE_BEYOND */
	size_t run;       /* its index */
	/* owned: the passed columns of each run's first record, or NULL */
	struct slice *origin;
	size_t cap;
	struct arena arena; /* of their bytes */
};

/* Changes to the run `name' of a record; fails if its number is none. */
void runs_change(struct runs *, struct columns *, const struct recin *,
    const struct slice *record, struct slice name);

/*
 * Finds the run of the last record read. Most records have that of the
 * previous one.
 */
static inline void
runs_find(struct runs *r, struct columns *cols, const struct recin *in,
    const struct slice *record)
{
	struct slice name = columns_span(cols, in, record, BENCH, RUN);

	if (name.n != r->name.n || !block_same(name.at, r->name.at, name.n))
		runs_change(r, cols, in, record, name);
}

void runs_free(struct runs *);

#endif
