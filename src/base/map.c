/* SPDX-License-Identifier: MIT */
/* Hash map from keys to dense indexes in the order of insertion. */
#include "map.h"

#include <stdlib.h>

#include "diag.h"
#include "hash.h"
#include "mem.h"

enum { SLOTS_FIRST = 16 };

/*
 * The slot of the key, or the empty slot for it. At most half of the slots are
 * taken: each wrong slot costs a look at a key, likely a cache miss.
 */
static size_t
seek(const struct map *m, size_t parent, struct slice s, uint64_t hash)
{
	size_t mask = m->nslots - 1;
	size_t i = (size_t)hash & mask;
	const struct map_key *k;

	for (; m->slot[i] != 0; i = (i + 1) & mask) {
		k = &m->key[m->slot[i] - 1];
		if (k->hash == hash && k->parent == parent &&
		    slice_eq(k->bytes, s))
			break;
	}
	return i;
}

static void
widen(struct map *m)
{
	size_t nslots = m->nslots > 0 ? 2 * m->nslots : SLOTS_FIRST;
	size_t i, k;

	free(m->slot);
	m->slot = mem_zalloc(nslots, sizeof(*m->slot));
	m->nslots = nslots;
	for (k = 0; k < m->n; k++) {
		i = (size_t)m->key[k].hash & (nslots - 1);
		while (m->slot[i] != 0)
			i = (i + 1) & (nslots - 1);
		m->slot[i] = (uint32_t)(k + 1);
	}
}

size_t
map_find(const struct map *m, size_t parent, struct slice s)
{
	size_t i;

	if (m->n == 0)
		return MAP_NONE;
	i = seek(m, parent, s, hash_pair(hash_bytes(s), parent));
	return m->slot[i] != 0 ? m->slot[i] - 1 : MAP_NONE;
}

size_t
map_put(struct map *m, size_t parent, struct slice s)
{
	uint64_t hash = hash_pair(hash_bytes(s), parent);
	size_t i;

	if (2 * (m->n + 1) > m->nslots)
		widen(m);
	i = seek(m, parent, s, hash);
	if (m->slot[i] != 0)
		return m->slot[i] - 1;
	if (m->n == UINT32_MAX)
		fail("more than %u keys", UINT32_MAX);
	m->key = mem_grow(m->key, &m->cap, m->n, sizeof(*m->key));
	m->key[m->n] = (struct map_key){
		.bytes = arena_copy(&m->arena, s),
		.hash = hash,
		.parent = parent,
	};
	m->slot[i] = (uint32_t)++m->n;
	return m->n - 1;
}

void
map_free(struct map *m)
{
	free(m->key);
	free(m->slot);
	arena_free(&m->arena);
	*m = (struct map){ 0 };
}
