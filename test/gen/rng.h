/* SPDX-License-Identifier: MIT */
/* Numbers that look random, the same on every machine. */
#ifndef GEN_RNG_H
#define GEN_RNG_H

#include <stdint.h>

/* A stream of numbers; its state may be any value. */
struct rng {
	uint64_t state;
};

/* Mixes a number into a state: states of different numbers are unrelated. */
static inline uint64_t
rng_mix(uint64_t state, uint64_t number)
{
	uint64_t z = state + (number + 1) * 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

static inline uint64_t
rng_next(struct rng *r)
{
	r->state += 0x9e3779b97f4a7c15;
	return rng_mix(r->state, 0);
}

/* From 0 to n - 1; n is at most 2^32. */
static inline uint64_t
rng_below(struct rng *r, uint64_t n)
{
	return ((rng_next(r) >> 32) * n) >> 32;
}

/* From low to high. */
static inline uint64_t
rng_between(struct rng *r, uint64_t low, uint64_t high)
{
	return low + rng_below(r, high - low + 1);
}

#endif
