/* SPDX-License-Identifier: MIT */
/* Renaming of benches and metrics of a baseline. */
#ifndef DIFF_RENAMES_H
#define DIFF_RENAMES_H

#include <stdbool.h>

#include "base/map.h"

/* A zeroed struct has none. */
struct renames {
	struct map old;
	struct rename {
		struct slice name;  /* the new one */
		bool bench, metric; /* the kinds it renames */
		bool used;
	} * rename; /* owned: by index of `old' */
	size_t cap;
	struct arena text;
};

/*
 * Adds OLD=NEW for benches and metrics of that name. Fails if the text is not
 * OLD=NEW, or if OLD already has a new name.
 */
void renames_add(struct renames *, const char *text);

/*
 * Adds the rows of a TSV file: columns `old', `new' and, as wanted, `what'
 * (`bench' or `metric'). Fails with the file's name and line.
 */
void renames_load(struct renames *, const char *path);

/* Returns the new name of a bench or a metric, or the one given. */
struct slice renames_bench(struct renames *, struct slice);
struct slice renames_metric(struct renames *, struct slice);

/* Warns of old names that did not occur. */
void renames_warn(const struct renames *);

void renames_free(struct renames *);

#endif
