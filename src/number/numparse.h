/* SPDX-License-Identifier: MIT */
/* Parsing of numbers. */
#ifndef OVP_NUMPARSE_H
#define OVP_NUMPARSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "number.h"

/* Parses any text; see numparse(). */
bool numparse_any(struct slice, struct number *n);

/*
 * Parses the texts of Rust's f64::from_str: an optional sign, then digits with
 * at most one point and an optional exponent, or inf, infinity, nan in any
 * case; no blanks, no hexadecimal. Returns false and keeps *n for other text.
 * Independent of the locale; takes linear time for text of any length.
 */
static inline bool
numparse(struct slice s, struct number *n)
{
	uint64_t v = 0;
	size_t i = 0;
	unsigned d;

	/* 19 digits are surely below 2^64. */
	for (; i < s.n && i < 19 && (d = (unsigned char)s.at[i] - '0') < 10;
	     i++)
		v = v * 10 + d;
	if (i == 0 || i < s.n)
		return numparse_any(s, n);
	*n = number_whole(v);
	return true;
}

/* Parses the texts of Rust's u64::from_str: digits after an optional '+'. */
bool numparse_u64(struct slice, uint64_t *);

#endif
