/* SPDX-License-Identifier: MIT */
/* Seeded hash of bytes. */
#ifndef OVP_HASH_H
#define OVP_HASH_H

#include <stdint.h>

#include "slice.h"

/*
 * A 64-bit hash keyed by 128 bits drawn once per process from arc4random(3),
 * so that nobody who writes a metrics file can choose keys that collide. No
 * output may depend on it.
 */
uint64_t hash_bytes(struct slice);

/* The hash of a pair, from that of one part and a small number. */
uint64_t hash_pair(uint64_t h, uint64_t k);

#endif
