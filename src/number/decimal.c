/* SPDX-License-Identifier: MIT */
/* Decimal digits of a number. */
#include "decimal.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "numparse.h"
#include "powers.h"

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
 * Finds a decimal of at most 15 digits. Only one can read back to x: the
 * nearest whole number to x times a power of ten, because that product is wrong
 * by less than 1/4 at this size.
 */
static bool
short_decimal(struct decimal *d, double x)
{
	double product, m;
	int k;

	for (k = 0; k < POWERS; k++) {
		product = x * power_of_ten[k];
		if (product >= 1e15)
			return false;
		m = nearbyint(product);
		if (m / power_of_ten[k] == x) {
			scaled(d, (uint64_t)m, k);
			return true;
		}
	}
	return false;
}

static bool
reads_back(const struct decimal *d, double x)
{
	char text[48];
	struct number n;
	int len;

	len = snprintf(text, sizeof(text), "%.*se%d", d->n, d->digit,
	    d->point - d->n);
	return numparse((struct slice){ text, (size_t)len }, &n) && n.real == x;
}

/* Sets *d to x rounded to this many digits. */
static void
rounded(struct decimal *d, double x, int digits)
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
	bool power_of_two;

	if (short_decimal(d, x))
		return;
	/* Subnormal doubles hold fewer digits than others. */
	digits = x < DBL_MIN      ? 1 :
	    x < 1e-7 || x >= 1e15 ? DBL_DIG :
				    DBL_DIG + 1;
	power_of_two = frexp(x, &exponent) == 0.5;
	for (; digits < DOUBLE_DIGITS; digits++) {
		rounded(d, x, digits);
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
		rounded(d, x, digits);
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
