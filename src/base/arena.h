/* SPDX-License-Identifier: MIT */
/* Bytes that live until the arena is freed. A zeroed struct is empty. */
#ifndef OVP_ARENA_H
#define OVP_ARENA_H

#include "slice.h"

struct arena {
	struct arena_block	*last;
	size_t			 left;	/* bytes free in the last block */
};

/*
 * A copy of s that lives as long as the arena; NUL-terminated beside. 15 bytes
 * more can be read.
 */
struct slice arena_copy(struct arena *, struct slice s);

/* n bytes, aligned for any type, zeroed. */
void *arena_alloc(struct arena *, size_t n);

void arena_free(struct arena *);

#endif
