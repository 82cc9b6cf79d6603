/* SPDX-License-Identifier: MIT */
/* Arena: bytes that live until it is freed. A zeroed struct is empty. */
#ifndef OVP_ARENA_H
#define OVP_ARENA_H

#include "slice.h"

struct arena {
	struct arena_block *last;
	size_t left; /* bytes free in the last block */
};

/*
 * Returns a copy of s that lives as long as the arena. A NUL follows it, and 15
 * more bytes are readable.
 */
struct slice arena_copy(struct arena *, struct slice s);

/* Returns n zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *, size_t n);

void arena_free(struct arena *);

#endif
