/* SPDX-License-Identifier: MIT */
/* Text to number. */
#ifndef OVP_NUMPARSE_H
#define OVP_NUMPARSE_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/*
 * A whole number from 0 to 2^64-1 is held exactly; any other number is the
 * double nearest to its text, ties to even. real is always set.
 */
struct number {
	double		real;
	uint64_t	whole;
	bool		is_whole;
};

/*
 * Reads what Rust's f64::from_str reads: an optional sign, then digits with at
 * most one point and an optional exponent, or inf, infinity, nan in any case.
 * No blanks, no hexadecimal. Returns false, leaving *n alone, for other text.
 * Locale-free; time linear in the text; text of any length.
 */
bool numparse(struct slice, struct number *n);

/* Reads what Rust's u64::from_str reads: digits, an optional '+' before them. */
bool numparse_u64(struct slice, uint64_t *);

/* The order of two numbers that are not NaN: <0, 0, >0. */
int number_cmp(struct number, struct number);

static inline struct number
number_whole(uint64_t u)
{
	return (struct number){ .real = (double)u, .whole = u, .is_whole = true };
}

/* A number of a double; whole when it is an integer from 0 to 2^53. */
struct number number_real(double);

#endif
