/* SPDX-License-Identifier: MIT */
/* Lists of patterns of fnmatch(3), with plain names in a hash. */
#ifndef OVP_GLOBS_H
#define OVP_GLOBS_H

#include "map.h"

#define GLOBS_NONE SIZE_MAX

/* A zeroed struct is empty. */
struct globs {
	struct map names; /* patterns without wildcards */
	size_t *named;    /* place of each in the list */
	size_t named_cap;
	struct globs_pattern {
		const char *text;
		size_t place;
	} * pattern; /* npatterns others */
	size_t npatterns, cap;
	size_t n; /* the length of the list */
};

/* Says whether a text is a pattern and not a plain name. */
bool globs_is_pattern(struct slice);

/* Adds a pattern, NUL-terminated, which must outlive the list. */
void globs_add(struct globs *, const char *pattern);

/* Returns the place, from 0, of the first matching pattern, or GLOBS_NONE. */
size_t globs_first(const struct globs *, struct slice name);

void globs_free(struct globs *);

#endif
