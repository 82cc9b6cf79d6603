/* SPDX-License-Identifier: MIT */
/* Seeded hash of bytes. */
#include "hash.h"

#include <stdlib.h>

#include "wide.h"

static struct {
	uint64_t key[2];
	bool drawn;
} secret;

static void
draw_secret(void)
{
	arc4random_buf(secret.key, sizeof(secret.key));
	secret.drawn = true;
}

/* Every bit of either factor reaches the middle of the product. */
static inline uint64_t
fold(uint64_t a, uint64_t b)
{
	uint128 product = (uint128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t
load8(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

static inline uint64_t
load4(const char *p)
{
	uint32_t v;

	memcpy(&v, p, sizeof(v));
	return v;
}

/*
 * Reads the last bytes as two words, which may overlap each other or bytes
 * hashed before, and so needs no loop. Only the length is ambiguous then; the
 * caller folds it in.
 */
static inline uint64_t
hash_tail(const char *p, size_t n, uint64_t h)
{
	uint64_t a = 0, b = 0;

	if (n >= 8) {
		a = load8(p);
		b = load8(p + n - 8);
	} else if (n >= 4) {
		a = load4(p);
		b = load4(p + n - 4);
	} else if (n > 0) {
		a = (uint64_t)(unsigned char)p[0] << 16 |
		    (uint64_t)(unsigned char)p[n / 2] << 8 |
		    (unsigned char)p[n - 1];
	}
	return fold(a ^ secret.key[1], b ^ h);
}

uint64_t
hash_bytes(struct slice s)
{
	const char *p = s.at;
	size_t n = s.n;
	uint64_t h;

	if (!secret.drawn)
		draw_secret();
	h = secret.key[0];
	for (; n > 16; p += 16, n -= 16)
		h = fold(load8(p) ^ secret.key[1], load8(p + 8) ^ h);
	h = hash_tail(p, n, h);
	return fold(h ^ secret.key[0], s.n ^ secret.key[1]);
}

uint64_t
hash_pair(uint64_t h, uint64_t k)
{
	if (!secret.drawn)
		draw_secret();
	/*
	 * The number is in both factors: if only one had it, hashes of numbers
	 * in a row would be steps of the other, and some steps fall together.
	 */
	return fold((h ^ secret.key[0]) + k * 0x9e3779b97f4a7c15u,
	    k ^ secret.key[1]);
}
