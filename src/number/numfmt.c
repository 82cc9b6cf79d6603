/* SPDX-License-Identifier: MIT */
/* Formatting of numbers (ovp-stream(5)). */
#include "numfmt.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "decimal.h"

/* Numbers with more digits before the point are written with an exponent. */
enum { MOST_POINT = 21 };

static char *
put_bytes(char *p, const char *bytes, int n)
{
	if (n <= 0)
		return p;
	memcpy(p, bytes, (size_t)n);
	return p + n;
}

static char *
put_zeros(char *p, int n)
{
	if (n <= 0)
		return p;
	memset(p, '0', (size_t)n);
	return p + n;
}

static char *
put_exponent(char *p, const struct decimal *d)
{
	*p++ = d->digit[0];
	if (d->n > 1)
		*p++ = '.';
	p = put_bytes(p, d->digit + 1, d->n - 1);
	return p + sprintf(p, "e%d", d->point - 1);
}

static char *
put_plain(char *p, const struct decimal *d)
{
	int before = d->n < d->point ? d->n : d->point;

	if (d->point <= 0) {
		*p++ = '0';
		before = 0;
	}
	p = put_bytes(p, d->digit, before);
	p = put_zeros(p, d->point - before);
	if (d->n <= before)
		return p;
	*p++ = '.';
	p = put_zeros(p, -d->point);
	return put_bytes(p, d->digit + before, d->n - before);
}

static char *
put_grouped(char *p, const struct decimal *d, int places)
{
	int i;

	if (d->point <= 0)
		*p++ = '0';
	for (i = 0; i < d->point; i++) {
		if (i > 0 && (d->point - i) % 3 == 0)
			*p++ = ',';
		*p++ = i < d->n ? d->digit[i] : '0';
	}
	if (places > 0)
		*p++ = '.';
	for (i = d->point; i < d->point + places; i++)
		*p++ = i >= 0 && i < d->n ? d->digit[i] : '0';
	return p;
}

/* Returns the text of a number without digits; NULL for a finite number. */
static const char *
word_of(struct number n)
{
	if (n.is_whole || isfinite(n.real))
		return NULL;
	return isnan(n.real) ? "NaN" : n.real > 0 ? "inf" : "-inf";
}

/*
 * Readers take whole numbers below 2^64 as such, but beyond 2^53 the shortest
 * digits of a double would be another whole number.
 */
static void
digits_of(struct decimal *d, struct number n)
{
	double size = fabs(n.real);

	decimal_of(d,
	    !n.is_whole && size >= 0x1p53 && size < 0x1p64 ?
		number_whole((uint64_t)size) :
		n);
}

static char *
put_whole(char *p, uint64_t u)
{
	char text[20], *end = text + sizeof(text), *at = end;

	do
		*--at = (char)('0' + u % 10);
	while ((u /= 10) > 0);
	return put_bytes(p, at, (int)(end - at));
}

size_t
numfmt(char *out, struct number n)
{
	const char *word = word_of(n);
	struct decimal d;
	char *p = out;

	if (n.is_whole)
		return (size_t)(put_whole(p, n.whole) - out);
	if (word != NULL)
		return (size_t)(put_bytes(p, word, (int)strlen(word)) - out);
	digits_of(&d, n);
	if (n.real < 0)
		*p++ = '-';
	p = d.point > MOST_POINT ? put_exponent(p, &d) : put_plain(p, &d);
	return (size_t)(p - out);
}

size_t
numfmt_grouped(char *out, struct number n, int decimals)
{
	const char *word = word_of(n);
	struct decimal d;
	char *p = out;

	if (word != NULL)
		return (size_t)(put_bytes(p, word, (int)strlen(word)) - out);
	digits_of(&d, n);
	decimal_round(&d, decimals);
	if (!n.is_whole && n.real < 0 && d.n > 0)
		*p++ = '-';
	p = d.point > MOST_POINT ? put_exponent(p, &d) :
				   put_grouped(p, &d, decimals);
	return (size_t)(p - out);
}
