/* SPDX-License-Identifier: MIT */
/* Checks arena.h. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "unit.h"

enum { COPIES = 20000 };

static void
copies_stay(void)
{
	struct arena a = { 0 };
	struct slice *s = calloc(COPIES, sizeof(*s));
	char text[64];
	int i, bad = 0;

	for (i = 0; s != NULL && i < COPIES; i++) {
		memset(text, 'a' + i % 26, sizeof(text));
		s[i] = arena_copy(&a,
		    (struct slice){ text, (size_t)i % sizeof(text) });
	}
	for (i = 0; s != NULL && i < COPIES; i++) {
		memset(text, 'a' + i % 26, sizeof(text));
		if (s[i].n != (size_t)i % sizeof(text) ||
		    memcmp(s[i].at, text, s[i].n) != 0 ||
		    s[i].at[s[i].n] != '\0')
			bad++;
	}
	CHECK(s != NULL && bad == 0);
	free(s);
	arena_free(&a);
	CHECK(a.last == NULL && a.left == 0);
}

static void
blocks_are_zeroed_and_aligned(void)
{
	struct arena a = { 0 };
	size_t n, i;
	char *p;

	for (n = 0; n < 3000; n++) {
		arena_copy(&a, SLICE("xyz"));
		p = arena_alloc(&a, n);
		CHECK((uintptr_t)p % alignof(max_align_t) == 0);
		for (i = 0; i < n && p[i] == 0; i++)
			continue;
		CHECK(i == n);
		memset(p, 0xff, n);
	}
	arena_free(&a);
}

static void
takes_large_pieces(void)
{
	struct arena a = { 0 };
	size_t n = 5u << 20;
	char *big = malloc(n);
	struct slice small, s;

	CHECK(big != NULL);
	if (big == NULL)
		return;
	memset(big, 'b', n);
	small = arena_copy(&a, SLICE("first"));
	s = arena_copy(&a, (struct slice){ big, n });
	CHECK(slice_eq(s, (struct slice){ big, n }) && s.at[n] == '\0');
	CHECK(slice_eq(small, SLICE("first")));
	CHECK(arena_copy(&a, (struct slice){ NULL, 0 }).at[0] == '\0');
	CHECK(arena_alloc(&a, n) != NULL);
	free(big);
	arena_free(&a);
}

int
main(void)
{
	copies_stay();
	blocks_are_zeroed_and_aligned();
	takes_large_pieces();
	return unit_end();
}
