/* SPDX-License-Identifier: MIT */
/* UTF-8, byte by byte. */
#ifndef OVP_UTF8_H
#define OVP_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* The most bytes of a character. */
enum { UTF8_MOST = 4 };

/* A zeroed struct stands between two characters. */
struct utf8 {
	unsigned char	left;		/* bytes that it still needs */
	unsigned char	low, high;	/* bounds of the next one */
};

/*
 * Takes one more byte. False where RFC 3629 forbids it: stray and missing
 * continuation bytes, overlong forms, surrogates, above U+10FFFF.
 */
bool utf8_step(struct utf8 *, unsigned char);

/*
 * Where the character begins that utf8_step() refused at `at': the byte there,
 * or the first one of a character that is cut. Looks at no byte before from.
 */
const char *utf8_blame(const char *from, const char *at);

/* Whether bytes are whole characters. */
bool utf8_valid(struct slice);

/* Writes a character of at most U+10FFFF, in 1 to 4 bytes; returns how many. */
int utf8_put(char *out, uint32_t c);

#endif
