/* SPDX-License-Identifier: MIT */
/* Seeded hash of bytes. */
#ifndef OVP_HASH_H
#define OVP_HASH_H

#include <stdint.h>

#include "slice.h"

/*
 * Returns a 64-bit hash, keyed by 128 bits of arc4random(3) drawn once for each
 * process, so that the author of a metrics file can't choose keys that collide.
 * No output may depend on it.
 */
uint64_t hash_bytes(struct slice);

/* Returns the hash of a pair from the hash of one part and a small number. */
uint64_t hash_pair(uint64_t h, uint64_t k);

#endif
