/* SPDX-License-Identifier: MIT */
/* Exact sums: the result does not depend on the order of the terms. */
#include "sum.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/wide.h"
#include "big.h"
#include "quotient.h"

enum {
	/* An addition changes a digit by less than 2^32: 2^63 is far. */
	MOST_PENDING = 1 << 30,
	LEAST_EXPONENT = -1074, /* of a double's lowest bit */
};

void
sum_free(struct sum *s)
{
	free(s->digit);
	*s = (struct sum){ 0 };
}

/* Widens the window so that it holds the digits from first to last. */
static void
cover(struct sum *s, int first, int last)
{
	int below, n;

	if (s->n == 0)
		s->low = first;
	below = first < s->low ? s->low - first : 0;
	n = last - s->low + 1 > s->n ? last - s->low + 1 : s->n;
	n += below;
	s->digit = mem_resize(s->digit, (size_t)n, sizeof(*s->digit));
	memmove(s->digit + below, s->digit, (size_t)s->n * sizeof(*s->digit));
	memset(s->digit, 0, (size_t)below * sizeof(*s->digit));
	memset(s->digit + below + s->n, 0,
	    (size_t)(n - below - s->n) * sizeof(*s->digit));
	s->low -= below;
	s->n = n;
}

/*
 * Carries, so that all digits are from 0 to 2^32-1 except the highest, which
 * has the sign of the sum and is at least -2^32.
 */
static void
settle(struct sum *s)
{
	int64_t carry = 0, top;
	int i;

	s->pending = 0;
	if (s->n == 0)
		return;
	for (i = 0; i < s->n - 1; i++) {
		s->digit[i] += carry;
		carry = s->digit[i] >> 32;
		s->digit[i] &= UINT32_MAX;
	}
	top = s->digit[i] += carry;
	if (top >> 32 != 0 && top >> 32 != -1) {
		cover(s, s->low, s->low + s->n);
		s->digit[i] = top & UINT32_MAX;
		s->digit[i + 1] = top >> 32;
	}
}

/* Adds or subtracts v times 2^exponent. */
static inline void
add(struct sum *s, uint64_t v, int exponent, bool negative)
{
	int place = exponent >> 5; /* rounded down */
	uint128 bits = (uint128)v << (exponent & 31);
	int64_t sign = negative ? -1 : 1, *digit;

	if (v == 0)
		return;
	if (s->pending == MOST_PENDING)
		settle(s);
	s->pending++;
	if (place < s->low || place + 3 > s->low + s->n)
		cover(s, place, place + 2);
	digit = s->digit + (place - s->low);
	digit[0] += sign * (uint32_t)bits;
	digit[1] += sign * (uint32_t)(bits >> 32);
	digit[2] += sign * (uint32_t)(bits >> 64);
}

/* Adds the separate small sum to the digits; settles the carries. */
static void
gather(struct sum *s)
{
	uint128 small = s->small;

	s->small = 0;
	add(s, (uint64_t)small, 0, false);
	add(s, (uint64_t)(small >> 64), 64, false);
	settle(s);
}

/* The parts of a finite double: its value is m times 2^*exponent. */
static inline uint64_t
split(double x, int *exponent)
{
	const uint64_t one = (uint64_t)1 << (DBL_MANT_DIG - 1);
	uint64_t bits;
	int e;

	memcpy(&bits, &x, sizeof(bits));
	e = (int)(bits >> (DBL_MANT_DIG - 1)) & 0x7ff;
	*exponent = LEAST_EXPONENT + (e > 0 ? e - 1 : 0);
	return (bits & (one - 1)) | (e > 0 ? one : 0);
}

void
sum_add_any(struct sum *s, struct number n)
{
	uint64_t m = n.whole;
	int exponent = 0;

	if (!n.is_whole)
		m = split(n.real, &exponent);
	add(s, m, exponent, !n.is_whole && n.real < 0);
}

void
sum_add_any_square(struct sum *s, struct number n)
{
	uint64_t m = n.whole;
	int exponent = 0;
	uint128 square;

	if (!n.is_whole)
		m = split(n.real, &exponent);
	square = (uint128)m * m;
	add(s, (uint64_t)square, 2 * exponent, false);
	add(s, (uint64_t)(square >> 64), 2 * exponent + 64, false);
}

void
sum_merge(struct sum *s, const struct sum *other)
{
	s->small += other->small;
	for (int i = 0; i < other->n; i++) {
		int64_t d = other->digit[i];

		add(s, (uint64_t)(d < 0 ? -d : d), 32 * (other->low + i),
		    d < 0);
	}
}

/* Whether the sum is the separate small one, and below 2^64. */
static bool
is_small(const struct sum *s)
{
	return s->n == 0 && s->small <= UINT64_MAX;
}

/* Sets *b to the sum without its sign; returns whether that is negative. */
static bool
magnitude(struct sum *s, struct big *b)
{
	int64_t carry = 0, digit;
	bool negative;
	int i;

	gather(s);
	negative = s->n > 0 && s->digit[s->n - 1] < 0;
	for (i = 0; i < s->n; i++) {
		digit = carry + (negative ? -s->digit[i] : s->digit[i]);
		b->digit[i] = (uint32_t)digit;
		carry = digit >> 32;
	}
	if (carry != 0)
		b->digit[i++] = (uint32_t)carry;
	while (i > 0 && b->digit[i - 1] == 0)
		i--;
	b->n = i;
	b->low = s->low;
	b->rest = false;
	return negative;
}

static struct number
rounded(const struct big *b, bool negative)
{
	uint64_t m;
	int exponent;
	double x;

	if (b->n == 0 && !b->rest)
		return number_whole(0);
	if (!negative && big_whole(b, &m))
		return number_whole(m);
	m = big_round(b, LEAST_EXPONENT, &exponent);
	x = ldexp((double)m, exponent);
	return number_real(negative ? -x : x);
}

struct number
sum_value(struct sum *s)
{
	struct big b;
	bool negative;

	if (is_small(s))
		return number_whole((uint64_t)s->small);
	negative = magnitude(s, &b);
	return rounded(&b, negative);
}

struct number
sum_mean(struct sum *s, uint64_t count)
{
	uint64_t small = (uint64_t)s->small;
	struct big b;
	bool negative;

	if (is_small(s))
		return small % count == 0 ? number_whole(small / count) :
					    number_real(quotient(small, count));
	negative = magnitude(s, &b);
	big_divide(&b, count);
	return rounded(&b, negative);
}

/* The variance is (count * squares - terms^2) / (count * (count - 1)). */
double
sum_stddev(struct sum *terms, struct sum *squares, uint64_t count)
{
	struct big variance, b, square;
	uint64_t m;
	int exponent;

	if (is_small(terms) && squares->n == 0 && squares->small >> 96 == 0 &&
	    count <= UINT32_MAX) {
		uint128 n = squares->small * count -
		    (uint128)terms->small * terms->small;

		return n == 0 ? 0 : sqrt(quotient(n, count * (count - 1)));
	}
	magnitude(squares, &variance);
	magnitude(terms, &b);
	big_multiply(&variance, count);
	big_square(&square, &b);
	big_subtract(&variance, &square);
	if (variance.n == 0)
		return 0;
	big_divide(&variance, count);
	big_divide(&variance, count - 1);
	m = big_round(&variance, INT_MIN, &exponent);
	/* Only an even power of two has a root that is a power of two. */
	if (exponent % 2 != 0) {
		m *= 2;
		exponent--;
	}
	return ldexp(sqrt((double)m), exponent / 2);
}
