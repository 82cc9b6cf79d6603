/* SPDX-License-Identifier: MIT */
/* Columns of samples, and those that are passed on. */
#ifndef GROUP_COLUMNS_H
#define GROUP_COLUMNS_H

#include "base/buf.h"
#include "promote.h"
#include "stream/recin.h"
#include "stream/recout.h"

/* The columns of samples, in order; this stage passes on all others. */
enum column { BENCH, RUN, KIND, METRIC, VALUE, LABELS, COLUMNS };

struct columns {
	size_t at[COLUMNS]; /* positions in a record */
	bool usual;         /* they are adjacent and in order */
	size_t *passed;     /* owned: positions of the other columns */
	size_t npassed;
	struct buf joined;
};

/* Finds them in a header; fails if one is also a key. */
void columns_find(struct columns *, const struct recin *,
    const struct promote *);

/* Writes the header: bench, run, the keys, the rest. */
void columns_write(const struct columns *, const struct recin *,
    const struct promote *, struct recout *);

/*
 * Returns the columns first to last of a record, separated by tabs, or its
 * passed columns. Valid until the next call; PROMOTE_BEYOND more bytes are
 * readable after columns_join().
 */
struct slice columns_join(struct columns *, const struct slice *record,
    enum column first, enum column last);
struct slice columns_passed(struct columns *, const struct slice *record);

/* The same for the last record read that columns_join() does, but faster. */
static inline struct slice
columns_span(struct columns *c, const struct recin *in,
    const struct slice *record, enum column first, enum column last)
{
	struct slice s = { NULL, 0 };

	if (c->usual)
		s = recin_span(in, c->at[first], c->at[last]);
	return s.at != NULL ? s : columns_join(c, record, first, last);
}

void columns_free(struct columns *);

#endif
