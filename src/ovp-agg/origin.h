/* SPDX-License-Identifier: MIT */
/* The carried columns of each run. */
#ifndef AGG_ORIGIN_H
#define AGG_ORIGIN_H

#include "base/arena.h"
#include "stream/carried.h"
#include "stream/recout.h"

/* A zeroed struct, opened, is empty. */
struct origin {
	struct carried columns;
	struct slice *name;  /* owned: of the columns */
	struct slice *value; /* owned: columns.n of each of `runs' */
	size_t runs;
	struct arena arena;
};

void origin_open(struct origin *, const struct recin *);

/* origin_take() if there are columns. */
void origin_take_columns(struct origin *, const struct recin *, size_t run,
    const struct slice *record);

/*
 * Takes the carried values of a record for a run, an index. Ignores empty
 * fields. Fails, naming both values, if one differs from an earlier one.
 */
static inline void
origin_take(struct origin *o, const struct recin *in, size_t run,
    const struct slice *record)
{
	if (o->columns.n > 0)
		origin_take_columns(o, in, run, record);
}

/* Write the names, and the values of a run, with a tab after each. */
void origin_write_names(const struct origin *, struct recout *);
void origin_write(const struct origin *, struct recout *, size_t run);

void origin_free(struct origin *);

#endif
