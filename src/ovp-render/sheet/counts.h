/* SPDX-License-Identifier: MIT */
/* How many rows have which verdict. */
#ifndef RENDER_COUNTS_H
#define RENDER_COUNTS_H

#include "sheet.h"

struct counts {
	size_t	shown[VERDICTS];	/* rows of the report, less those */
	size_t	follow[VERDICTS];	/* ... that follow another one */
	size_t	hidden;			/* changes in rows that are not */
	size_t	new_benches;		/* without any row in the baseline */
	size_t	gone_benches;		/* without any row of their own */
};

/*
 * Adds the rows of a bench. One that is new or gone as a whole counts as that
 * and its rows do not.
 */
void counts_add(struct counts *, const struct sheet *, size_t from, size_t end);

/* Adds the rows of all benches, each as counts_add() does. */
void counts_add_all(struct counts *, const struct sheet *);

/* VERDICT_NEW or VERDICT_GONE when every row of the bench is, else NONE. */
enum verdict counts_whole(const struct sheet *, size_t from, size_t end);

/* Whether a bench, one of several, is without a change of any row. */
bool counts_unchanged(const struct sheet *, size_t from, size_t end);

/* `2 regressions, 1 improvement, 214 unchanged, 3 new' */
void counts_put(struct recout *, const struct counts *);

#endif
