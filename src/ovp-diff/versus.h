/* SPDX-License-Identifier: MIT */
/* Pairs of benchmarks of one stream. */
#ifndef DIFF_VERSUS_H
#define DIFF_VERSUS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* A zeroed struct has none. */
struct versus {
	struct versus_pair {
		struct slice old, new; /* borrowed, as in a stream */
		bool met[2];           /* the old one, the new one */
	} * pair;                      /* owned: n of them */
	size_t n, cap;
};

/*
 * Adds OLD=NEW, which must outlive the pairs. Fails if it is not that, or if
 * NEW already has an old one.
 */
void versus_add(struct versus *, const char *text);

/* Fails unless the benchmarks of every pair occurred. */
void versus_check(const struct versus *);

void versus_free(struct versus *);

#endif
