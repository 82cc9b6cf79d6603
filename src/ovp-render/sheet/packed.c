/* SPDX-License-Identifier: MIT */
/* Values in few bytes. */
#include <stdint.h>
#include <string.h>

#include "packed.h"

/* The first byte of a value; a higher one is SMALL plus a whole number. */
enum form { UNKNOWN, WHOLE, REAL, AGAIN, SMALL };

enum { BYTES = PACKED_MOST - 1 };

/* The bits that make a number of its form. */
static uint64_t
bits_of(struct number x)
{
	uint64_t bits = x.whole;

	if (!x.is_whole)
		memcpy(&bits, &x.real, BYTES);
	return bits;
}

static enum form
form_of(const struct value *v)
{
	if (!v->known)
		return UNKNOWN;
	if (!v->n.is_whole)
		return REAL;
	return v->n.whole <= UINT8_MAX - SMALL ? SMALL : WHOLE;
}

size_t
packed_put(char *to, const struct value *v, size_t n)
{
	enum form last = UNKNOWN;
	uint64_t last_bits = 0;
	char *p = to;

	for (size_t i = 0; i < n; i++) {
		enum form form = form_of(&v[i]);
		uint64_t bits = bits_of(v[i].n);

		if (form == UNKNOWN) {
			*p++ = UNKNOWN;
		} else if (form == SMALL) {
			*p++ = (char)(SMALL + bits);
		} else if (form == last && bits == last_bits) {
			*p++ = AGAIN;
		} else {
			*p++ = (char)form;
			memcpy(p, &bits, BYTES);
			p += BYTES;
			last = form;
			last_bits = bits;
		}
	}
	return (size_t)(p - to);
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
