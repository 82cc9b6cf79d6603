/* SPDX-License-Identifier: MIT */
/* Parsing of numbers. */
#include "numparse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/wide.h"
#include "powers.h"
#include "quotient.h"

/* The parts of a number's text. */
struct parts {
	const char *at, *end; /* digits, perhaps with a point */
	uint64_t mantissa;    /* the digits' value modulo 2^64 */
	size_t ndigits;
	size_t nfraction; /* digits after the point */
	int64_t exponent;
	bool negative;
};

enum {
	SAFE_DIGITS = 19, /* this many always fit in 64 bits */
	/*
	 * A number halfway between two doubles has at most 767 digits, so it
	 * only matters whether all digits beyond these are zero.
	 */
	MOST_DIGITS = 800,
	/* Out of any double's range, even with MOST_DIGITS before it. */
	MOST_EXPONENT = 5000,
};

static const uint64_t ten_whole[] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
	10000000, 100000000, 1000000000, 10000000000, 100000000000,
	1000000000000, 10000000000000, 100000000000000, 1000000000000000,
	10000000000000000, 100000000000000000, 1000000000000000000,
	10000000000000000000u };

static inline const char *
take_digits(const char *p, const char *end, uint64_t *value)
{
	uint64_t v = *value;
	unsigned d;

	for (; p < end && (d = (unsigned char)*p - '0') < 10; p++)
		v = v * 10 + d;
	*value = v;
	return p;
}

/* The exponent after `e', limited to what any text's length can offset. */
static const char *
take_exponent(const char *p, const char *end, int64_t *exponent)
{
	const int64_t most = (int64_t)1 << 60;
	bool negative = false;
	const char *start;
	int64_t e = 0;

	if (p < end && (*p == '+' || *p == '-'))
		negative = *p++ == '-';
	start = p;
	for (; p < end && *p >= '0' && *p <= '9'; p++)
		if (e < most / 16)
			e = e * 10 + (*p - '0');
	*exponent = negative ? -e : e;
	return p > start ? p : NULL;
}

/* Finds the parts of a text after its sign; false if it is not a number. */
static bool
find_parts(struct parts *t, const char *p, const char *end)
{
	const char *start = p, *point;

	t->mantissa = 0;
	t->nfraction = 0;
	t->exponent = 0;
	t->at = start;
	p = take_digits(p, end, &t->mantissa);
	t->ndigits = (size_t)(p - start);
	if (p < end && *p == '.') {
		point = p;
		p = take_digits(p + 1, end, &t->mantissa);
		t->nfraction = (size_t)(p - point) - 1;
		t->ndigits += t->nfraction;
	}
	t->end = p;
	if (t->ndigits == 0)
		return false;
	if (p < end && (*p == 'e' || *p == 'E'))
		p = take_exponent(p + 1, end, &t->exponent);
	return p == end;
}

/* Sets *n to m * 10^k if whole numbers suffice for that. */
static bool
scale(struct number *n, bool negative, uint64_t m, int64_t k)
{
	uint128 product;
	double real;

	if (m == 0) {
		*n = number_whole(0);
		return true;
	}
	for (; k < 0 && m % 10 == 0; k++)
		m /= 10;
	if (k > SAFE_DIGITS || k < -22)
		return false;
	if (k >= 0) {
		product = (uint128)m * ten_whole[k];
		if (!negative && product <= UINT64_MAX) {
			*n = number_whole((uint64_t)product);
			return true;
		}
		real = (double)product;
	} else if (m <= (uint64_t)1 << 53) {
		real = (double)m / power_of_ten[-k];
	} else if (k >= -SAFE_DIGITS) {
		real = quotient(m, ten_whole[-k]);
	} else {
		return false;
	}
	*n = (struct number){ .real = negative ? -real : real };
	return true;
}

/* Collects digits without leading zeros; *exponent counts the others. */
static size_t
gather(const struct parts *t, char *digits, int64_t *exponent)
{
	bool rest = false;
	size_t n = 0;
	const char *p;

	*exponent = t->exponent - (int64_t)t->nfraction;
	for (p = t->at; p < t->end; p++) {
		if (*p == '.' || (n == 0 && *p == '0'))
			continue;
		if (n < MOST_DIGITS) {
			digits[n++] = *p;
		} else {
			++*exponent;
			rest |= *p != '0';
		}
	}
	if (rest) {
		digits[n++] = '1';
		--*exponent;
	}
	for (; n > 0 && digits[n - 1] == '0'; n--)
		++*exponent;
	return n;
}

/* Reads a text of any length through a shorter one without a point. */
static struct number
read_long(const struct parts *t)
{
	char digits[MOST_DIGITS + 32];
	struct number number;
	int64_t exponent;
	uint128 m = 0;
	size_t n = gather(t, digits, &exponent), i;

	for (i = 0; i < n && n <= SAFE_DIGITS + 1; i++)
		m = m * 10 + (unsigned)(digits[i] - '0');
	if (n <= SAFE_DIGITS + 1 && m <= UINT64_MAX &&
	    scale(&number, t->negative, (uint64_t)m, exponent))
		return number;
	if (exponent > MOST_EXPONENT)
		exponent = MOST_EXPONENT;
	if (exponent < -MOST_EXPONENT)
		exponent = -MOST_EXPONENT;
	snprintf(digits + n, sizeof(digits) - n, "e%d", (int)exponent);
	number = (struct number){ .real = strtod(digits, NULL) };
	if (t->negative)
		number.real = -number.real;
	return number;
}

static bool
is_word(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word), i;

	if ((size_t)(end - p) != n)
		return false;
	for (i = 0; i < n; i++)
		if ((p[i] | 0x20) != word[i])
			return false;
	return true;
}

static bool
read_word(const char *p, const char *end, bool negative, struct number *n)
{
	if (is_word(p, end, "nan"))
		*n = (struct number){ .real = (double)NAN };
	else if (is_word(p, end, "inf") || is_word(p, end, "infinity"))
		*n = (struct number){
			.real = (double)(negative ? -INFINITY : INFINITY),
		};
	else
		return false;
	return true;
}

bool
numparse_any(struct slice s, struct number *n)
{
	const char *p, *end;
	struct parts t;

	if (s.n == 0)
		return false;
	p = s.at;
	end = p + s.n;
	t.negative = *p == '-';
	if (*p == '-' || *p == '+')
		p++;
	if (!find_parts(&t, p, end))
		return read_word(p, end, t.negative, n);
	if (t.ndigits > SAFE_DIGITS ||
	    !scale(n, t.negative, t.mantissa,
		t.exponent - (int64_t)t.nfraction))
		*n = read_long(&t);
	return true;
}

bool
numparse_u64(struct slice s, uint64_t *value)
{
	size_t i = s.n > 0 && s.at[0] == '+';
	uint64_t v = 0;
	unsigned d;

	if (i == s.n)
		return false;
	for (; i < s.n; i++) {
		d = (unsigned char)s.at[i] - '0';
		if (d > 9 || __builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, d, &v))
			return false;
	}
	*value = v;
	return true;
}
