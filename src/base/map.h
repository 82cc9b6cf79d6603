/* SPDX-License-Identifier: MIT */
/* Keys to a dense index, in the order in which they were first seen. */
#ifndef OVP_MAP_H
#define OVP_MAP_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

#define MAP_NONE	SIZE_MAX

/* A zeroed struct is empty. A key is a slice and a number: a parent's index. */
struct map {
	struct map_key	*key;		/* n of them, by index */
	size_t		 n, cap;
	uint32_t	*slot;		/* index + 1, open addressing */
	size_t		 nslots;	/* a power of two, or 0 */
	struct arena	 arena;		/* the keys' bytes */
};

struct map_key {
	struct slice	bytes;		/* live as long as the map */
	uint64_t	hash;
	size_t		parent;
};

/* The key's index; MAP_NONE when it was never put. */
size_t map_find(const struct map *, size_t parent, struct slice);

/* The key's index, which is the old map->n when the key is new. */
size_t map_put(struct map *, size_t parent, struct slice);

void map_free(struct map *);

#endif
