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

/* The number that 8 digits make, the first one in the lowest byte. */
static inline uint64_t
numparse_eight(uint64_t digits)
{
	const uint64_t even = 0x000000ff000000ff;

	/* Pairs of digits, in every other byte; then fours, then all. */
	digits = digits * 10 + (digits >> 8);
	return ((digits & even) * (100 + (1000000ULL << 32)) +
		   (digits >> 16 & even) * (1 + (10000ULL << 32))) >>
	    32;
}

/* Returns the number that n digits make, 1 to 16, of 16 readable bytes. */
static inline uint64_t
numparse_digits(const char *at, size_t n)
{
	uint64_t v = 0;
	size_t i = 0;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	i = n < 8 ? n : 8;
	memcpy(&v, at, sizeof(v));
	/* Zeros go before the digits; the bytes after these are dropped. */
	v = numparse_eight((v - 0x3030303030303030) << (64 - 8 * i));
#endif
	for (; i < n; i++)
		v = v * 10 + (unsigned char)at[i] - '0';
	return v;
}

/* Parses the texts of Rust's u64::from_str: digits after an optional '+'. */
bool numparse_u64(struct slice, uint64_t *);

#endif
