/* SPDX-License-Identifier: MIT */
/* Incremental UTF-8 validation. */
#ifndef OVP_UTF8_H
#define OVP_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* The most bytes of a character. */
enum { UTF8_MOST = 4 };

/* A zeroed struct is between two characters. */
struct utf8 {
	unsigned char left;      /* bytes that it still needs */
	unsigned char low, high; /* bounds of the next one */
};

/*
 * Takes one more byte. Returns false if RFC 3629 forbids it: stray and missing
 * continuation bytes, overlong forms, surrogates, above U+10FFFF.
 */
bool utf8_step(struct utf8 *, unsigned char);

/*
 * Returns the first byte of the character that utf8_step() rejected at `at':
 * the byte there, or the first one of a character that is cut. Reads no byte
 * before from.
 */
const char *utf8_blame(const char *from, const char *at);

/* Says whether bytes are complete characters. */
bool utf8_valid(struct slice);

/* Writes a character up to U+10FFFF; returns its number of bytes, 1 to 4. */
int utf8_put(char *out, uint32_t c);

#endif
