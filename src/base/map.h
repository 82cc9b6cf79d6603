/* SPDX-License-Identifier: MIT */
/* Hash map from keys to dense indexes in the order of insertion. */
#ifndef OVP_MAP_H
#define OVP_MAP_H

#include <stdint.h>

#include "arena.h"
#include "slice.h"

#define MAP_NONE SIZE_MAX

/* A zeroed struct is empty. A key is a slice and a number, such as a parent. */
struct map {
	struct map_key *key; /* n of them, by index */
	size_t n, cap;
	uint32_t *slot;     /* index + 1, open addressing */
	size_t nslots;      /* a power of two, or 0 */
	struct arena arena; /* the keys' bytes */
};

struct map_key {
	struct slice bytes; /* live as long as the map */
	uint64_t hash;
	size_t parent;
};

/* Returns the key's index, or MAP_NONE. */
size_t map_find(const struct map *, size_t parent, struct slice);

/* Returns the key's index; that of a new key is the old map->n. */
size_t map_put(struct map *, size_t parent, struct slice);

void map_free(struct map *);

#endif
