/* SPDX-License-Identifier: MIT */
/* Arena: bytes that live until it is freed. A zeroed struct is empty. */
#include "arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"

/* Blocks double up to this size, so that small arenas stay small. */
enum { BLOCK_FIRST = 1 << 10, BLOCK_MOST = 1 << 20 };

struct arena_block {
	struct arena_block *before;
	size_t size; /* of data */
	alignas(max_align_t) char data[];
};

/* Adds a last block for at least n bytes. */
static void
arena_extend(struct arena *a, size_t n)
{
	struct arena_block *b;
	size_t size = BLOCK_FIRST;

	if (a->last != NULL)
		size = a->last->size < BLOCK_MOST / 2 ? 2 * a->last->size :
							BLOCK_MOST;
	if (size < n)
		size = n;
	if (size > SIZE_MAX / 2)
		fail("out of memory");
	b = mem_alloc(sizeof(*b) + size);
	b->before = a->last;
	b->size = size;
	a->last = b;
	a->left = size;
}

struct slice
arena_copy(struct arena *a, struct slice s)
{
	char *p;

	/* Keeps the bytes after a copy readable, even at a block's end. */
	if (s.n + 16 > a->left)
		arena_extend(a, s.n + 16);
	p = a->last->data + (a->last->size - a->left);
	if (s.n > 0)
		memcpy(p, s.at, s.n);
	p[s.n] = '\0';
	a->left -= s.n + 1;
	return (struct slice){ p, s.n };
}

void *
arena_alloc(struct arena *a, size_t n)
{
	/* A copy may leave any offset: goes on at the next aligned one. */
	size_t used = a->last == NULL ? 0 : a->last->size - a->left;
	size_t pad = -used % alignof(max_align_t);
	void *p;

	if (a->last == NULL || a->left < pad || a->left - pad < n) {
		arena_extend(a, n);
		used = pad = 0;
	}
	p = a->last->data + used + pad;
	a->left -= pad + n;
	return n > 0 ? memset(p, 0, n) : p;
}

void
arena_free(struct arena *a)
{
	struct arena_block *b, *before;

	for (b = a->last; b != NULL; b = before) {
		before = b->before;
		free(b);
	}
	*a = (struct arena){ 0 };
}
