/* SPDX-License-Identifier: MIT */
/* Exact sums: the result does not depend on the order of the terms. */
#ifndef OVP_SUM_H
#define OVP_SUM_H

#include "base/wide.h"
#include "numparse.h"

/*
 * A fixed-point integer with as many 32-bit digits as its terms need. Digit i
 * is worth 2^(32 i) and has 64 signed bits, so that carries can wait. A zeroed
 * struct is 0. Memory: 8 bytes for each digit, rarely more than 7 digits.
 */
struct sum {
	int64_t *digit; /* owned; the first of n is `low' */
	int low, n;
	uint32_t pending; /* additions since the last carry */
	uint128 small;    /* sum of whole terms */
};

void sum_free(struct sum *);

/* Add a finite number, or its square, of any size. */
void sum_add_any(struct sum *, struct number);
void sum_add_any_square(struct sum *, struct number);

/* Adds a finite number. */
static inline void
sum_add(struct sum *s, struct number n)
{
	if (n.is_whole)
		s->small += n.whole;
	else
		sum_add_any(s, n);
}

/* Adds the square of a finite number. */
static inline void
sum_add_square(struct sum *s, struct number n)
{
	if (n.is_whole && n.whole <= UINT32_MAX)
		s->small += n.whole * n.whole;
	else
		sum_add_any_square(s, n);
}

/* Adds another sum, exactly. */
void sum_merge(struct sum *, const struct sum *other);

/* Returns the sum, correctly rounded; exact if it is whole and below 2^64. */
struct number sum_value(struct sum *);

/* Returns the sum divided by count, correctly rounded. */
struct number sum_mean(struct sum *, uint64_t count);

/*
 * Returns the sample standard deviation of `count' >= 2 numbers with this sum
 * and this sum of squares: the root of the exact variance, good to 1 ulp.
 */
double sum_stddev(struct sum *terms, struct sum *squares, uint64_t count);

#endif
