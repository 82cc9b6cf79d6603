/* SPDX-License-Identifier: MIT */
/* Matching of names against patterns of fnmatch(3). */
#ifndef OVP_GLOB_H
#define OVP_GLOB_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/*
 * A pattern of which the bytes before its first and after its last wildcard are
 * known: most names are refused, or decided, by these.
 */
struct glob {
	const char *text;     /* borrowed */
	const char *end;      /* the last bytes: `after' */
	size_t before, after; /* of these bytes */
	uint64_t key, mask;   /* glob_key() of matching names, where known */
	bool plain;           /* there is no wildcard */
	bool stars;           /* ... but `*' */
};

void glob_make(struct glob *, const char *pattern);

/* The first and the last four bytes of a name; NULs where it is shorter. */
static inline uint64_t
glob_key(struct slice name)
{
	unsigned char ends[8] = { 0 };
	size_t n = name.n < 4 ? name.n : 4;
	uint64_t key;

	if (n > 0) {
		memcpy(ends, name.at, n);
		memcpy(ends + 8 - n, name.at + name.n - n, n);
	}
	memcpy(&key, ends, sizeof(key));
	return key;
}

/* Whether a name with that key may match. */
static inline bool
glob_may_match(const struct glob *g, uint64_t key)
{
	return ((key ^ g->key) & g->mask) == 0;
}

bool glob_matches(const struct glob *, struct slice name);

/*
 * Says whether the whole name matches the pattern: `*', `?', `[...]' and `\'.
 * Bytes are literal, and none is special: `*' also matches `.' and `/'.
 */
bool glob_match(const char *pattern, struct slice name);

#endif
