/* SPDX-License-Identifier: MIT */
/* Number to canonical text (DESIGN section 2). */
#ifndef OVP_NUMFMT_H
#define OVP_NUMFMT_H

#include <stddef.h>

#include "numparse.h"

/* Room for any text: the longest is a tiny double, with 340 characters. */
enum { NUMFMT_MAX = 360 };

/*
 * Writes the canonical text, not NUL-terminated, and returns its length: whole
 * numbers as they are, doubles from 2^53 to 2^64 too; else the shortest decimal
 * that reads back to the same double, `.' whatever the locale, no exponent below
 * 1e21 (from there on like 1.5e21); `NaN', `inf', `-inf'; zero of either sign is
 * `0'.
 */
size_t numfmt(char *out, struct number);

/*
 * Writes for people: rounded half away from zero to `decimals' places (0 to
 * 300) of the shortest decimal text, thousands parted by commas (`-1,234.50').
 * From 1e21 on it is the canonical text; what rounds to zero has no sign. out
 * holds NUMFMT_MAX bytes. Returns the length.
 */
size_t numfmt_grouped(char *out, struct number, int decimals);

#endif
