/* SPDX-License-Identifier: MIT */
/* Values in few bytes. */
#include <stdint.h>
#include <string.h>

#include "packed.h"

/* The first byte of a value; a higher one is SMALL plus a whole number. */
enum form { UNKNOWN, WHOLE, REAL, AGAIN, SMALL };

enum { BYTES = sizeof(uint64_t) };

static void
put(struct buf *b, enum form form, const void *bits)
{
	buf_char(b, (char)form);
	buf_add(b, bits, BYTES);
}

/* Whether both are the same number, to the bit. */
static bool
are_same(struct number a, struct number b)
{
	if (a.is_whole || b.is_whole)
		return a.is_whole && b.is_whole && a.whole == b.whole;
	return memcmp(&a.real, &b.real, sizeof(a.real)) == 0;
}

void
packed_add(struct buf *b, const struct value *v, size_t n)
{
	const struct value *last = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct number *x = &v[i].n;

		if (!v[i].known) {
			buf_char(b, UNKNOWN);
			continue;
		}
		if (x->is_whole && x->whole <= UINT8_MAX - SMALL) {
			buf_char(b, (char)(SMALL + x->whole));
			continue;
		}
		if (last != NULL && are_same(*x, last->n))
			buf_char(b, AGAIN);
		else if (x->is_whole)
			put(b, WHOLE, &x->whole);
		else
			put(b, REAL, &x->real);
		last = &v[i];
	}
}

/* at: the first byte of a value with bits. */
static struct number
get(const char *at)
{
	struct number n = { .is_whole = false };
	uint64_t whole;

	if (*at == REAL) {
		memcpy(&n.real, at + 1, BYTES);
		return n;
	}
	memcpy(&whole, at + 1, BYTES);
	return number_whole(whole);
}

struct value
packed_get(const char *at, size_t i)
{
	const char *last = at;

	if (at == NULL)
		return (struct value){ .known = false };
	for (;; i--) {
		unsigned char form = (unsigned char)*at;

		if (form == WHOLE || form == REAL) {
			last = at;
			at += BYTES;
		}
		at++;
		if (i > 0)
			continue;
		if (form == UNKNOWN)
			return (struct value){ .known = false };
		return (struct value){ form >= SMALL ?
			    number_whole(form - SMALL) :
			    get(last),
			true };
	}
}
