/* SPDX-License-Identifier: MIT */
/* Formatting of numbers (ovp-stream(5)). */
#ifndef OVP_NUMFMT_H
#define OVP_NUMFMT_H

#include <stddef.h>

#include "numparse.h"

/* Room for any text: the longest is a tiny double, with 340 characters. */
enum { NUMFMT_MAX = 360 };

/*
 * Writes the canonical text without NUL and returns its length: all digits of
 * whole numbers, including doubles from 2^53 to 2^64; else the shortest decimal
 * that reads back to the same double, with `.' in any locale and an exponent
 * from 1e21 on (1.5e21); `NaN', `inf', `-inf'; `0' for zero of either sign.
 */
size_t numfmt(char *out, struct number);

/*
 * Writes a number for people: the shortest decimal text, rounded half away from
 * zero to `decimals' places (0 to 300), with commas between thousands
 * (`-1,234.50'). From 1e21 on it is the canonical text; a number that rounds to
 * zero has no sign. out has NUMFMT_MAX bytes. Returns the length.
 */
size_t numfmt_grouped(char *out, struct number, int decimals);

#endif
