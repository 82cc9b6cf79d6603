/* SPDX-License-Identifier: MIT */
/* A value: a whole number or a double. */
#ifndef OVP_NUMBER_H
#define OVP_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A whole number from 0 to 2^64-1 is exact; any other number is the double
 * nearest to its text, ties to even. real is always set.
 */
struct number {
	double real;
	uint64_t whole;
	bool is_whole;
};

/* Compares any two numbers; see number_cmp(). */
int number_cmp_any(struct number, struct number);

/* Compares two numbers that are not NaN: returns <0, 0 or >0. */
static inline int
number_cmp(struct number a, struct number b)
{
	return a.is_whole && b.is_whole ?
	    (a.whole > b.whole) - (a.whole < b.whole) :
	    number_cmp_any(a, b);
}

static inline struct number
number_whole(uint64_t u)
{
	return (struct number){
		.real = (double)u,
		.whole = u,
		.is_whole = true,
	};
}

/* Makes a number of a double; whole if it is an integer from 0 to 2^53. */
struct number number_real(double);

/*
 * Rounds a double to this many significant digits, as for a level or a share.
 */
struct number number_rounded(double, int digits);

#endif
