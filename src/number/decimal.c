/* SPDX-License-Identifier: MIT */
/* Decimal digits of a number. */
#include "decimal.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/wide.h"
#include "numparse.h"

/* This many digits distinguish any two doubles. */
enum { DOUBLE_DIGITS = 17 };

static void
trim(struct decimal *d)
{
	while (d->n > 0 && d->digit[d->n - 1] == '0')
		d->n--;
}

/* Sets *d to u / 10^down. */
static void
scaled(struct decimal *d, uint64_t u, int down)
{
	char text[20], *end = text + sizeof(text), *p = end;

	for (; u > 0; u /= 10)
		*--p = (char)('0' + u % 10);
	d->n = (int)(end - p);
	memcpy(d->digit, p, (size_t)d->n);
	d->point = d->n - down;
	trim(d);
}

/*
 * A double of the range below, exactly: scaled / 2^down is its 17 digits and
 * the rest, `half' half of the distance to its neighbours.
 */
struct exact {
	uint128 scaled, half;
	int down;
	bool even;   /* numbers half way to a neighbour are read as this one */
	bool uneven; /* its lower neighbour is half as far */
};

/*
 * From 2^MOST on, doubles have no fraction; from 2^LEAST on, the power of five
 * that makes 17 digits fits in 64 bits.
 */
enum { EXACT_LEAST = -36, EXACT_MOST = 52 };

/* By its exponent, as frexp(3) gives it. */
static bool
is_in_range(int exponent)
{
	return exponent > EXACT_LEAST && exponent <= EXACT_MOST;
}

static uint64_t
power_of_five(int k)
{
	uint64_t p = 1;

	while (k-- > 0)
		p *= 5;
	return p;
}

/* Sets *e to x; returns the power of ten that makes its 17 digits whole. */
static int
scale(struct exact *e, double x, int exponent)
{
	uint64_t m = (uint64_t)ldexp(x, 53 - exponent), five;
	/* 1233 / 4096 is log10(2), from below: k is right, or one too much. */
	int k = 16 - ((exponent - 1) * 1233 >> 12);

	for (;; k--) {
		five = power_of_five(k);
		e->scaled = (uint128)m * five;
		e->down = 53 - exponent - k;
		if (e->scaled >> e->down < (uint64_t)100000000000000000)
			break;
	}
	/* Four times as fine: half of either distance is whole. */
	e->scaled *= 4;
	e->half = (uint128)five * 2;
	e->down += 2;
	e->even = m % 2 == 0;
	e->uneven = m == (uint64_t)1 << 52;
	return k;
}

/* Whether a number of 17 digits is read as this double. */
static bool
is_read_as(const struct exact *e, uint64_t digits)
{
	uint128 there = (uint128)digits << e->down;
	bool below = there < e->scaled;
	uint128 off = below ? e->scaled - there : there - e->scaled;
	uint128 half = below && e->uneven ? e->half / 2 : e->half;

	return off < half || (off == half && e->even);
}

/* Returns the 17 digits by `unit', rounded to the nearest, half to even. */
static uint64_t
nearest(const struct exact *e, uint64_t unit)
{
	uint128 whole = (uint128)unit << e->down;
	uint64_t n = (uint64_t)(e->scaled >> e->down) / unit;
	uint128 rest = e->scaled - whole * n;

	return n + (rest > whole / 2 || (rest == whole / 2 && n % 2 != 0));
}

/*
 * Sets *d to the fewest digits that are read as x, from 2^EXACT_LEAST to
 * 2^EXACT_MOST. Of the numbers of 15 digits, one at most is; of those of 17, one
 * is always.
 */
static void
exactly(struct decimal *d, double x, int exponent)
{
	struct exact e;
	int k = scale(&e, x, exponent), less = 2;
	uint64_t n;

	for (uint64_t unit = 100;; unit /= 10, less--) {
		n = nearest(&e, unit);
		if (unit == 1 || is_read_as(&e, n * unit))
			break;
		/* The upper neighbour may be further away than the lower. */
		if (e.uneven && is_read_as(&e, ++n * unit))
			break;
	}
	scaled(d, n, k - less);
}

static bool
reads_back(const struct decimal *d, double x)
{
	return decimal_real(d) == x;
}

/* Sets *d to x rounded to this many digits, which may end with zeros. */
static void
by_printf(struct decimal *d, double x, int digits)
{
	char text[48];
	const char *p;

	snprintf(text, sizeof(text), "%.*e", digits - 1, x);
	d->n = 0;
	/* Skips the point, like all that is not a digit. */
	for (p = text; *p != 'e'; p++)
		if (*p >= '0' && *p <= '9')
			d->digit[d->n++] = *p;
	d->point = (int)strtol(p + 1, NULL, 10) + 1;
}

/* Adds one to the last digit. */
static void
increment(struct decimal *d)
{
	while (d->n > 0 && d->digit[d->n - 1] == '9')
		d->n--;
	if (d->n == 0) {
		d->digit[d->n++] = '1';
		d->point++;
	} else {
		d->digit[d->n - 1]++;
	}
}

static void
shortest(struct decimal *d, double x)
{
	int digits, exponent;
	bool power_of_two = frexp(x, &exponent) == 0.5;

	if (is_in_range(exponent)) {
		exactly(d, x, exponent);
		return;
	}
	/* Subnormal doubles hold fewer digits than others. */
	digits = x < DBL_MIN ? 1 : DBL_DIG;
	for (; digits < DOUBLE_DIGITS; digits++) {
		by_printf(d, x, digits);
		if (reads_back(d, x))
			break;
		/*
		 * Doubles above a power of two are further apart than those
		 * below, so that the next decimal may still read back to x.
		 */
		if (power_of_two) {
			increment(d);
			if (reads_back(d, x))
				break;
		}
	}
	if (digits == DOUBLE_DIGITS)
		by_printf(d, x, digits);
	trim(d);
}

void
decimal_of(struct decimal *d, struct number n)
{
	if (n.is_whole || n.real == 0)
		scaled(d, n.is_whole ? n.whole : 0, 0);
	else
		shortest(d, fabs(n.real));
}

void
decimal_round(struct decimal *d, int places)
{
	int keep = d->point + places;

	if (keep < 0)
		d->n = 0;
	if (keep < 0 || keep >= d->n)
		return;
	d->n = keep;
	if (d->digit[keep] >= '5')
		increment(d);
	trim(d);
}

void
decimal_nearest(struct decimal *d, double x, int digits)
{
	uint64_t unit = 1;
	struct exact e;
	int exponent, k, less;

	frexp(x, &exponent);
	if (!is_in_range(exponent)) {
		by_printf(d, x, digits);
		trim(d);
		return;
	}
	for (less = 0; less < DOUBLE_DIGITS - digits; less++)
		unit *= 10;
	k = scale(&e, x, exponent);
	scaled(d, nearest(&e, unit), k - less);
}

double
decimal_real(const struct decimal *d)
{
	char text[sizeof(d->digit) + 8], *p = text;
	int e = d->point - d->n;
	unsigned down = (unsigned)(e < 0 ? -e : e);
	struct number n;

	memcpy(p, d->digit, (size_t)d->n);
	p += d->n;
	*p++ = 'e';
	*p++ = e < 0 ? '-' : '+';
	for (unsigned unit = 100; unit > 0; unit /= 10)
		*p++ = (char)('0' + down / unit % 10);
	return numparse((struct slice){ text, (size_t)(p - text) }, &n) ?
	    n.real :
	    0;
}
