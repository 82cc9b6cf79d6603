/* SPDX-License-Identifier: MIT */
/* Lists of patterns of fnmatch(3), names in a hash. */
#ifndef OVP_GLOBS_H
#define OVP_GLOBS_H

#include "map.h"

#define GLOBS_NONE	SIZE_MAX

/* A zeroed struct is empty. */
struct globs {
	struct map	 names;		/* patterns that match themselves alone */
	size_t		*named;		/* the place in the list of each */
	size_t		 named_cap;
	struct globs_pattern {
		const char	*text;
		size_t		 place;
	}		*pattern;	/* npatterns others */
	size_t		 npatterns, cap;
	size_t		 n;		/* the length of the list */
};

/* Whether a text is a pattern, and not the one name that it matches. */
bool globs_is_pattern(struct slice);

/* Adds a pattern, NUL-terminated, which must outlive the list. */
void globs_add(struct globs *, const char *pattern);

/* Returns the place, from 0, of the first pattern that matches; GLOBS_NONE. */
size_t globs_first(const struct globs *, struct slice name);

void globs_free(struct globs *);

#endif
