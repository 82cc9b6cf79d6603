/* SPDX-License-Identifier: MIT */
/* Exact binary numbers, wide enough for squares of sums of doubles. */
#ifndef OVP_BIG_H
#define OVP_BIG_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The square of a sum of 2^64 doubles has 4,324 bits or fewer, 64 more when it
 * is multiplied by their number.
 */
enum { BIG_DIGITS = 160 };

/* A number that is not negative: digit i is worth 2^(32 (low + i)). */
struct big {
	int		low, n;		/* n is 0 or the highest digit is not */
	bool		rest;		/* part of a unit of digit 0 is lost */
	uint32_t	digit[BIG_DIGITS];
};

void big_multiply(struct big *, uint64_t by);
void big_square(struct big *square, const struct big *);

/* Takes b off a, which is no smaller. */
void big_subtract(struct big *a, const struct big *b);

/*
 * Divides. The quotient of an exact number has 160 bits or more; what is not
 * in them is the rest. It can be divided once more: 96 bits remain.
 */
void big_divide(struct big *, uint64_t by);

/* Whether the number is whole and below 2^64; then it is stored. */
bool big_whole(const struct big *, uint64_t *);

/*
 * The nearest m times 2^*exponent, ties to even, with m of at most 53 bits (or
 * 2^53 itself) and *exponent no smaller than `least'. The number is not 0.
 */
uint64_t big_round(const struct big *, int least, int *exponent);

#endif
