/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#ifndef OVP_GLOB_H
#define OVP_GLOB_H

#include <stdbool.h>

#include "slice.h"

/*
 * A pattern of which the bytes before its first and after its last wildcard are
 * known: most names are refused, or decided, by these.
 */
struct glob {
	const char *text;     /* borrowed */
	const char *end;      /* the last bytes: `after' */
	size_t before, after; /* of these bytes */
	char first, last;     /* of these, or NUL */
	bool plain;           /* there is no wildcard */
	bool stars;           /* ... but `*' */
};

void glob_make(struct glob *, const char *pattern);

/* Whether a name may match, by its first and last byte. */
static inline bool
glob_may_match(const struct glob *g, struct slice name)
{
	if (name.n == 0)
		return g->first == '\0' && g->last == '\0';
	return (g->last == '\0' || g->last == name.at[name.n - 1]) &&
	    (g->first == '\0' || g->first == name.at[0]);
}

bool glob_matches(const struct glob *, struct slice name);

/*
 * Says whether the whole name matches the pattern: `*', `?', `[...]' and `\'.
 * Bytes are literal, and none is special: `*' also matches `.' and `/'.
 */
bool glob_match(const char *pattern, struct slice name);

#endif
