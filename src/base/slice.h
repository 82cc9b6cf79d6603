/* SPDX-License-Identifier: MIT */
/* Slice: borrowed bytes in memory of another owner. */
#ifndef OVP_SLICE_H
#define OVP_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Not NUL-terminated. at may be NULL only if n is 0. */
struct slice {
	const char *at;
	size_t n;
};

/* A slice of a string literal, or of a NUL-terminated string. */
#define SLICE(lit) ((struct slice){ (lit), sizeof(lit) - 1 })

static inline struct slice
slice_str(const char *s)
{
	return (struct slice){ s, strlen(s) };
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

/* Compares by unsigned bytes; a prefix comes first. */
static inline int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n == 0 ? 0 : memcmp(a.at, b.at, n);

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

static inline bool
slice_starts(struct slice s, struct slice prefix)
{
	return s.n >= prefix.n && memcmp(s.at, prefix.at, prefix.n) == 0;
}

static inline bool
slice_ends(struct slice s, struct slice suffix)
{
	return s.n >= suffix.n &&
	    memcmp(s.at + s.n - suffix.n, suffix.at, suffix.n) == 0;
}

/* For the printf family: printf("%.*s", SLICE_ARG(s)). */
#define SLICE_ARG(s) \
	((s).n > 4096 ? 4096 : (int)(s).n), ((s).n == 0 ? "" : (s).at)

#endif
