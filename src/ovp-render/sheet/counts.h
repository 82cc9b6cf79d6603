/* SPDX-License-Identifier: MIT */
/* Numbers of rows by verdict. */
#ifndef RENDER_COUNTS_H
#define RENDER_COUNTS_H

#include "sheet.h"

struct counts {
	size_t shown[VERDICTS];  /* rows of the report, except those */
	size_t follow[VERDICTS]; /* ... that follow another one */
	size_t hidden;           /* changes in hidden rows */
	size_t new_benches;      /* without any row in the baseline */
	size_t gone_benches;     /* without any current row */
};

/*
 * Adds the rows of a bench. If the whole bench is new or gone, it counts as one
 * and its rows do not.
 */
void counts_add(struct counts *, const struct sheet *, size_t from, size_t end);

/* Adds the rows of all benches, each as counts_add() does. */
void counts_add_all(struct counts *, const struct sheet *);

/*
 * Returns VERDICT_NEW or VERDICT_GONE if all rows of the bench are, else NONE.
 */
enum verdict counts_whole(const struct sheet *, size_t from, size_t end);

/* Whether a bench, one of several, has no changed row. */
bool counts_unchanged(const struct sheet *, size_t from, size_t end);

/* `2 regressions, 1 improvement, 214 unchanged, 3 new' */
void counts_put(struct recout *, const struct counts *);

#endif
