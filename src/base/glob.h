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
	bool plain;           /* there is no wildcard */
	bool star;            /* there is one, `*' */
};

void glob_make(struct glob *, const char *pattern);
bool glob_matches(const struct glob *, struct slice name);

/*
 * Says whether the whole name matches the pattern: `*', `?', `[...]' and `\'.
 * Bytes are literal, and none is special: `*' also matches `.' and `/'.
 */
bool glob_match(const char *pattern, struct slice name);

#endif
