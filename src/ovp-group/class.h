/* SPDX-License-Identifier: MIT */
/* Classes of names: a key derived from a label by a table. */
#ifndef GROUP_CLASS_H
#define GROUP_CLASS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/slice.h"

/* A zeroed struct has no rows. */
struct class
{
	struct class_row {
		struct slice label;
		const char *glob;   /* matched against the label's raw value */
		struct slice class; /* a field; 32 more readable bytes */
	} * row;                    /* n of them, in the file's order */
	size_t n, cap;
	struct map known; /* values looked up, below a row */
	bool *match;      /* of each: it matches the row */
	size_t known_cap;
	struct arena arena;
};

/*
 * Reads a table with the columns `glob', `class' and `label', which may be
 * missing or empty: `air_name' then. Fails with file and line on a bad row.
 */
void class_load(struct class *, const char *path);

/* Returns the class of the first row whose label matches, or empty. */
struct slice class_of(struct class *, struct slice labels);

void class_free(struct class *);

#endif
