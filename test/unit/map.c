/* SPDX-License-Identifier: MIT */
/* Checks map.h with hash.h below it. */
#include "base/map.h"

#include <stdlib.h>

#include "base/hash.h"
#include "unit.h"

enum { MANY = 200000 };

static struct slice
name(char *text, size_t size, unsigned i)
{
	int n = snprintf(text, size, "label_%u%s", i,
	    i % 3 == 0 ? "_with_a_longer_tail_behind" : "");

	return (struct slice){ text, (size_t)n };
}

static void
indexes_are_dense(void)
{
	struct map m = { 0 };
	char text[64];
	unsigned i, bad = 0;

	CHECK(map_find(&m, 0, SLICE("a")) == MAP_NONE);
	for (i = 0; i < MANY; i++)
		bad += map_put(&m, i % 5, name(text, sizeof(text), i)) != i;
	CHECK(bad == 0 && m.n == MANY);
	for (i = 0; i < MANY; i++) {
		struct slice s = name(text, sizeof(text), i);

		bad += map_put(&m, i % 5, s) != i;
		bad += map_find(&m, i % 5, s) != i;
		bad += map_find(&m, i % 5 + 1, s) != MAP_NONE;
		bad += !slice_eq(m.key[i].bytes, s);
		bad += m.key[i].parent != i % 5;
		s.n--;
		s.at++;
		bad += map_find(&m, i % 5, s) != MAP_NONE;
	}
	CHECK(bad == 0 && m.n == MANY);
	map_free(&m);
	CHECK(m.n == 0 && m.key == NULL && m.nslots == 0);
}

static void
keys_are_bytes_and_parent(void)
{
	struct map m = { 0 };

	CHECK(map_put(&m, 0, SLICE("")) == 0);
	CHECK(map_put(&m, 0, (struct slice){ NULL, 0 }) == 0);
	CHECK(map_put(&m, 1, SLICE("")) == 1);
	CHECK(map_put(&m, MAP_NONE, SLICE("")) == 2);
	CHECK(map_put(&m, 0, SLICE("\0")) == 3);
	CHECK(map_put(&m, 0, SLICE("\0\0")) == 4);
	CHECK(map_put(&m, 0, SLICE("a\0b")) == 5);
	CHECK(map_put(&m, 0, SLICE("a\0c")) == 6);
	CHECK(map_put(&m, 0, SLICE("a")) == 7);
	CHECK(map_find(&m, 1, SLICE("a")) == MAP_NONE);
	CHECK(map_find(&m, 0, SLICE("a\0b")) == 5);
	CHECK(map_find(&m, MAP_NONE, SLICE("")) == 2);
	map_free(&m);
}

/* A key outlives the bytes that it was put with. */
static void
keys_are_copied(void)
{
	struct map m = { 0 };
	char text[] = "first";

	map_put(&m, 0, slice_str(text));
	memset(text, 'x', sizeof(text) - 1);
	CHECK(map_find(&m, 0, SLICE("first")) == 0);
	CHECK(map_find(&m, 0, SLICE("xxxxx")) == MAP_NONE);
	CHECK(strcmp(m.key[0].bytes.at, "first") == 0);
	map_free(&m);
}

/*
 * Every length up to 80, every byte of it flipped: the hash sees it. Buckets
 * of 1/64 get their share of similar keys.
 */
static void
hash_sees_every_byte(void)
{
	char text[80] = { 0 };
	unsigned bucket[64] = { 0 };
	uint64_t h;
	size_t n, i;
	unsigned k;

	for (n = 0; n <= sizeof(text); n++) {
		h = hash_bytes((struct slice){ text, n });
		CHECK(h == hash_bytes((struct slice){ text, n }));
		if (n > 0)
			CHECK(h != hash_bytes((struct slice){ text, n - 1 }));
		for (i = 0; i < n; i++) {
			text[i] ^= 1;
			CHECK(h != hash_bytes((struct slice){ text, n }));
			text[i] ^= 1;
		}
	}
	h = hash_bytes(SLICE("x"));
	CHECK(hash_pair(h, 0) != hash_pair(h, 1));
	CHECK(hash_pair(h, 1) != hash_pair(h + 1, 1));
	for (k = 0; k < 64000; k++)
		bucket[hash_pair(hash_bytes(name(text, sizeof(text), k)),
			   k % 4) %
		    64]++;
	for (k = 0; k < 64; k++)
		CHECK(bucket[k] > 800 && bucket[k] < 1200);
}

/* Memory whose end is the slice's end: a sanitizer sees any read behind. */
static void
hash_reads_no_further(void)
{
	char *p;
	size_t n;

	for (n = 1; n < 70; n++) {
		p = malloc(n);
		CHECK(p != NULL);
		if (p == NULL)
			return;
		memset(p, 'q', n);
		CHECK(hash_bytes((struct slice){ p, n }) != 0);
		free(p);
	}
}

int
main(void)
{
	indexes_are_dense();
	keys_are_bytes_and_parent();
	keys_are_copied();
	hash_sees_every_byte();
	hash_reads_no_further();
	return unit_end();
}
