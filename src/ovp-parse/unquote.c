/* SPDX-License-Identifier: MIT */
/* Decoding of JSON strings. */
#include <stdint.h>

#include "base/utf8.h"
#include "unquote.h"

/* Four hexadecimal digits. */
static uint32_t
hex4(const char *p)
{
	uint32_t u = 0;

	for (int i = 0; i < 4; i++) {
		uint32_t c = (unsigned char)p[i];

		u = u << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return u;
}

/* The character of the escape whose `u' is at *p; moves *p to its last byte. */
static uint32_t
unicode(const char **p)
{
	uint32_t u = hex4(*p + 1);

	*p += 4;
	if (u >> 10 != 0xd800 >> 10)
		return u;
	*p += 6;
	return 0x10000 + ((u & 0x3ff) << 10) + (hex4(*p - 3) & 0x3ff);
}

static char
short_escape(char c)
{
	switch (c) {
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		return c;
	}
}

struct slice
unquote(struct slice in, struct buf *room)
{
	const char *p = in.at, *end = in.at + in.n;
	char *out, *to;

	if (in.n == 0 || memchr(in.at, '\\', in.n) == NULL)
		return in;
	out = to = buf_room(room, in.n);
	for (; p < end; p++) {
		if (*p != '\\')
			*to++ = *p;
		else if (*++p != 'u')
			*to++ = short_escape(*p);
		else
			to += utf8_put(to, unicode(&p));
	}
	room->n += (size_t)(to - out);
	return (struct slice){ out, (size_t)(to - out) };
}
