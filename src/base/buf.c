/* SPDX-License-Identifier: MIT */
/* Growable buffer. A zeroed struct is empty. */
#include "buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"

enum { BUF_FIRST = 64 };

void
buf_free(struct buf *b)
{
	free(b->at);
	*b = (struct buf){ 0 };
}

char *
buf_room(struct buf *b, size_t n)
{
	size_t need;

	if (n <= b->cap - b->n && b->at != NULL)
		return b->at + b->n;
	if (n > SIZE_MAX / 2 - b->n)
		fail("out of memory");
	need = b->n + n;
	/* At least doubled, so that n appends cost O(n) copied bytes. */
	if (need < 2 * b->cap)
		need = 2 * b->cap;
	if (need < BUF_FIRST)
		need = BUF_FIRST;
	b->at = mem_resize(b->at, need, 1);
	b->cap = need;
	return b->at + b->n;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	memcpy(buf_room(b, n), p, n);
	b->n += n;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	size_t room;
	int n;

	buf_room(b, BUF_FIRST);
	room = b->cap - b->n;
	va_start(ap, fmt);
	n = vsnprintf(b->at + b->n, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		fail("text too long");
	if ((size_t)n >= room) {
		/* vsnprintf also needs a byte for its NUL. */
		buf_room(b, (size_t)n + 1);
		va_start(ap, fmt);
		vsnprintf(b->at + b->n, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->n += (size_t)n;
}
