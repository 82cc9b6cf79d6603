/* SPDX-License-Identifier: MIT */
/* Allocation that fails with `out of memory' and status 2. */
#include "mem.h"

#include <stdlib.h>

#include "diag.h"

static void *
must(void *p)
{
	if (p == NULL)
		fail("out of memory");
	return p;
}

/* Size 0 may give NULL although memory is left, so these ask for 1 instead. */

void *
mem_alloc(size_t n)
{
	return must(malloc(n > 0 ? n : 1));
}

void *
mem_zalloc(size_t n, size_t size)
{
	return must(n > 0 && size > 0 ? calloc(n, size) : calloc(1, 1));
}

void *
mem_resize(void *p, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		return must(NULL);
	return must(realloc(p, bytes > 0 ? bytes : 1));
}

void *
mem_grow(void *p, size_t *cap, size_t n, size_t size)
{
	size_t more;

	if (n < *cap)
		return p;
	/* Doubling can't wrap: no array has half as many bytes as addresses. */
	more = n < 8 ? 16 : 2 * n;
	p = mem_resize(p, more, size);
	*cap = more;
	return p;
}
