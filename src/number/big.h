/* SPDX-License-Identifier: MIT */
/* Exact binary numbers, wide enough for squares of sums of doubles. */
#ifndef OVP_BIG_H
#define OVP_BIG_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The square of a sum of 2^64 doubles has at most 4,324 bits, and 64 more
 * multiplied by their number.
 */
enum { BIG_DIGITS = 160 };

/* A number that is not negative: digit i is worth 2^(32 (low + i)). */
struct big {
	int low, n; /* the highest digit is not 0 */
	bool rest;  /* a part below digit 0 was lost */
	uint32_t digit[BIG_DIGITS];
};

void big_multiply(struct big *, uint64_t by);
void big_square(struct big *square, const struct big *);

/* Subtracts b from a; b must not be larger. */
void big_subtract(struct big *a, const struct big *b);

/*
 * Divides. The quotient of an exact number has at least 160 bits; `rest' says
 * that more were lost. It can be divided once more, to 96 bits.
 */
void big_divide(struct big *, uint64_t by);

/* Says whether the number is whole and below 2^64, and stores it then. */
bool big_whole(const struct big *, uint64_t *);

/*
 * Rounds to m times 2^*exponent, ties to even, and returns m, which has at most
 * 53 bits (or is 2^53). *exponent is at least `least'. The number must not be
 * 0.
 */
uint64_t big_round(const struct big *, int least, int *exponent);

#endif
