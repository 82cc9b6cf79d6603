/* SPDX-License-Identifier: MIT */
/* Exact binary numbers, wide enough for squares of sums of doubles. */
#include "big.h"

#include <string.h>

#include "base/wide.h"

enum {
	DIVIDEND_DIGITS = 8, /* 225 bits or more: a digit may be just 1 */
	MANTISSA_BITS = 53,  /* of a double */
};

static void
trim(struct big *b)
{
	while (b->n > 0 && b->digit[b->n - 1] == 0)
		b->n--;
}

/* Adds zeros below the lowest digit, down to `low'. */
static void
lower(struct big *b, int low)
{
	int by = b->low - low;

	if (by <= 0)
		return;
	memmove(b->digit + by, b->digit, (size_t)b->n * sizeof(*b->digit));
	memset(b->digit, 0, (size_t)by * sizeof(*b->digit));
	b->low = low;
	b->n += by;
}

void
big_multiply(struct big *b, uint64_t by)
{
	uint128 carry = 0;
	int i;

	for (i = 0; i < b->n; i++) {
		carry += (uint128)by * b->digit[i];
		b->digit[i] = (uint32_t)carry;
		carry >>= 32;
	}
	for (; carry != 0; carry >>= 32)
		b->digit[b->n++] = (uint32_t)carry;
	trim(b);
}

void
big_square(struct big *square, const struct big *b)
{
	uint64_t carry;
	int i, k;

	square->low = 2 * b->low;
	square->n = 2 * b->n;
	square->rest = false;
	memset(square->digit, 0, (size_t)square->n * sizeof(*square->digit));
	for (i = 0; i < b->n; i++) {
		carry = 0;
		for (k = 0; k < b->n; k++) {
			carry += (uint64_t)b->digit[i] * b->digit[k] +
			    square->digit[i + k];
			square->digit[i + k] = (uint32_t)carry;
			carry >>= 32;
		}
		square->digit[i + k] = (uint32_t)carry;
	}
	trim(square);
}

void
big_subtract(struct big *a, const struct big *b)
{
	int64_t borrow = 0;
	int i, k;

	if (b->n == 0)
		return;
	lower(a, b->low);
	for (i = b->low - a->low, k = 0; i < a->n; i++, k++) {
		borrow += (int64_t)a->digit[i] - (k < b->n ? b->digit[k] : 0);
		a->digit[i] = (uint32_t)borrow;
		borrow >>= 32;
	}
	trim(a);
}

void
big_divide(struct big *b, uint64_t by)
{
	uint128 remainder = 0;
	int i;

	if (!b->rest)
		lower(b, b->low + b->n - DIVIDEND_DIGITS);
	for (i = b->n - 1; i >= 0; i--) {
		remainder = remainder << 32 | b->digit[i];
		b->digit[i] = (uint32_t)(remainder / by);
		remainder %= by;
	}
	b->rest |= remainder != 0;
	trim(b);
}

/* The digit at 2^(32 place). */
static uint32_t
digit_at(const struct big *b, int place)
{
	return place >= b->low && place < b->low + b->n ?
	    b->digit[place - b->low] :
	    0;
}

/* 64 bits from 2^place on. Shifts of negative places round down. */
static uint64_t
bits_from(const struct big *b, int place)
{
	int first = place >> 5;
	uint128 bits = (uint128)digit_at(b, first + 2) << 64 |
	    (uint128)digit_at(b, first + 1) << 32 | digit_at(b, first);

	return (uint64_t)(bits >> (place & 31));
}

/* Whether the number has any bits below 2^place. */
static bool
has_below(const struct big *b, int place)
{
	int first = place >> 5, i;

	for (i = b->low; i < first && i < b->low + b->n; i++)
		if (digit_at(b, i) != 0)
			return true;
	return b->rest ||
	    (digit_at(b, first) & ((1u << (place & 31)) - 1)) != 0;
}

bool
big_whole(const struct big *b, uint64_t *whole)
{
	if (b->low + b->n > 2 || has_below(b, 0))
		return false;
	*whole = bits_from(b, 0);
	return true;
}

uint64_t
big_round(const struct big *b, int least, int *exponent)
{
	int length = 32 * (b->low + b->n) - __builtin_clz(b->digit[b->n - 1]);
	int place = length - MANTISSA_BITS;
	uint64_t m;

	if (place < least)
		place = least;
	m = bits_from(b, place);
	if ((bits_from(b, place - 1) & 1) != 0 &&
	    ((m & 1) != 0 || has_below(b, place - 1)))
		m++;
	*exponent = place;
	return m;
}
