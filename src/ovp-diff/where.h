/* SPDX-License-Identifier: MIT */
/* Selection of a history's runs by their carried columns. */
#ifndef DIFF_WHERE_H
#define DIFF_WHERE_H

#include <stdbool.h>

#include "stream/recin.h"

/* Rules, all of which a run must match. A zeroed struct has none. */
struct where {
	struct where_rule {
		const char *text; /* KEY=GLOB, borrowed */
		struct slice key; /* of it */
		const char *glob; /* of it */
		size_t at;        /* the column in the open file */
	} * rule;                 /* owned: n of them */
	size_t n, cap;
	size_t taken; /* records of the open file */
};

/* Adds KEY=GLOB, which must outlive the rules. Fails if it is not that. */
void where_add(struct where *, const char *text);

/*
 * Begins a file. Fails unless each KEY is a column that it carries, or `bench'
 * or `run'.
 */
void where_open(struct where *, const struct recin *, const char *file);

bool where_takes(struct where *, const struct slice *record);

/* Ends the file: warns if no record of it was taken. */
void where_close(const struct where *, const char *file);

void where_free(struct where *);

#endif
