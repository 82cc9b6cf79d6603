/* SPDX-License-Identifier: MIT */
/* Checks numfmt.h with decimal.h below it. */
#include "number/numfmt.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "number/numparse.h"
#include "unit.h"

static bool
is(struct number n, const char *text)
{
	char out[NUMFMT_MAX];

	return slice_eq((struct slice){ out, numfmt(out, n) }, slice_str(text));
}

static bool
real_is(double x, const char *text)
{
	return is(number_real(x), text);
}

static bool
grouped_is(double x, int decimals, const char *text)
{
	char out[NUMFMT_MAX];
	size_t n = numfmt_grouped(out, number_real(x), decimals);

	return slice_eq((struct slice){ out, n }, slice_str(text));
}

static bool
whole_grouped_is(uint64_t u, int decimals, const char *text)
{
	char out[NUMFMT_MAX];
	size_t n = numfmt_grouped(out, number_whole(u), decimals);

	return slice_eq((struct slice){ out, n }, slice_str(text));
}

static void
writes_whole_numbers(void)
{
	CHECK(is(number_whole(0), "0"));
	CHECK(is(number_whole(7), "7"));
	CHECK(is(number_whole(1000), "1000"));
	CHECK(is(number_whole(9007199254740993u), "9007199254740993"));
	CHECK(is(number_whole(10000000000000000000u), "10000000000000000000"));
	CHECK(is(number_whole(UINT64_MAX), "18446744073709551615"));
}

static void
writes_the_shortest_decimal(void)
{
	CHECK(real_is(-0.0, "0"));
	CHECK(is((struct number){ .real = -0.0 }, "0"));
	CHECK(real_is(-3, "-3"));
	CHECK(real_is(0.1, "0.1"));
	CHECK(real_is(0.1 + 0.2, "0.30000000000000004"));
	CHECK(real_is(1.0 / 3, "0.3333333333333333"));
	CHECK(real_is(-1234.5, "-1234.5"));
	CHECK(real_is(12345678.9, "12345678.9"));
	CHECK(real_is(1e-7, "0.0000001"));
	CHECK(real_is(1.5e-10, "0.00000000015"));
	CHECK(real_is(0x1p53 + 2, "9007199254740994"));
	CHECK(real_is(1e20, "100000000000000000000"));
	CHECK(real_is(123456789012345680000.0, "123456789012345680000"));
	CHECK(real_is(9.999999999999999e20, "999999999999999900000"));
	CHECK(real_is(1e21, "1e21"));
	CHECK(real_is(1.5e21, "1.5e21"));
	CHECK(real_is(-1.2345e300, "-1.2345e300"));
	CHECK(real_is(0x1.fffffffffffffp1023, "1.7976931348623157e308"));
	CHECK(real_is(NAN, "NaN"));
	CHECK(real_is(-NAN, "NaN"));
	CHECK(real_is(INFINITY, "inf"));
	CHECK(real_is(-INFINITY, "-inf"));
	/* Where 16 digits that read back are not those of the shortest. */
	CHECK(real_is(1e23, "1e23"));
	CHECK(real_is(9e-23, "0.00000000000000000000009"));
	CHECK(real_is(8.6e-22, "0.00000000000000000000086"));
	/* Where a product with a power of ten leads to a worse last digit. */
	CHECK(real_is(0x1.1eea8212584ap+7, "143.45802361800907"));
	CHECK(real_is(0x1.ece5ecb87db5fp+25, "64605145.441336386"));
	/* Powers of two whose 16 digits are not the nearest 16 digits. */
	CHECK(real_is(0x1p-44, "0.00000000000005684341886080802"));
	CHECK(real_is(0x1p122, "5.316911983139664e36"));
	CHECK(real_is(0x1p89, "6.189700196426902e26"));
	CHECK(real_is(0x1p-24, "0.00000005960464477539063"));
}

static void
writes_subnormals(void)
{
	char text[NUMFMT_MAX] = "0.", out[NUMFMT_MAX];
	size_t n;

	memset(text + 2, '0', 323);
	strcpy(text + 2 + 323, "5");
	CHECK(real_is(0x1p-1074, text));
	strcpy(text + 2 + 307, "22250738585072014");
	CHECK(real_is(0x1p-1022, text));
	strcpy(text + 2 + 307, "2225073858507201");
	CHECK(real_is(0x1.ffffffffffffep-1023, text));
	n = numfmt(out, number_real(-0x1.ffffffffffffep-1023));
	CHECK(n == 3 + 307 + 16 && n < NUMFMT_MAX);
}

/* A million of random bit patterns come back bit by bit. */
static void
round_trips(void)
{
	uint64_t x = 0x2545f4914f6cdd1du, bits, again;
	char out[NUMFMT_MAX];
	struct number n;
	double real;
	int i, bad = 0;

	for (i = 0; i < 1000000; i++) {
		unit_random(&x);
		bits = x;
		/* Seven of eight in the range of everyday's numbers. */
		if (i % 8 != 0)
			bits = (bits & 0x800fffffffffffffu) |
			    (1023 - 20 + x % 70) << 52;
		memcpy(&real, &bits, sizeof(real));
		if (!numparse(
			(struct slice){ out, numfmt(out, number_real(real)) },
			&n))
			bad++;
		memcpy(&again, &n.real, sizeof(again));
		if (again != bits && !(isnan(real) && isnan(n.real)))
			bad++;
	}
	CHECK(bad == 0);
}

/* What 15 digits or fewer spell is written with the same digits. */
static void
keeps_short_decimals(void)
{
	uint64_t x = 88172645463325252u;
	unsigned long long a, b;
	char text[48];
	struct number n;
	int i, bad = 0;

	for (i = 0; i < 100000; i++) {
		unit_random(&x);
		a = x % 10000000;
		b = x / 10000000 % 10000000 * 10 + 1 + x % 9;
		snprintf(text, sizeof(text), "%s%llu.%s%llu", i % 2 ? "-" : "",
		    i % 3 ? a : 0, i % 3 ? "" : "000000", b);
		bad += !numparse(slice_str(text), &n) || !is(n, text);
	}
	CHECK(bad == 0);
}

/* Copies the digits of a number, without zeros at both ends. */
static void
copy_digits(char *to, const char *text, size_t n)
{
	char *end = to;

	for (size_t i = 0; i < n && text[i] != 'e'; i++)
		if (isdigit((unsigned char)text[i]) &&
		    (end > to || text[i] != '0'))
			*end++ = text[i];
	while (end > to && end[-1] == '0')
		end--;
	*end = '\0';
}

/* The fewest of printf's digits from 15 on that read back. */
static void
writes_digits_of_printf(void)
{
	uint64_t x = 0x9e3779b97f4a7c15u, bits;
	char text[48], out[NUMFMT_MAX], ours[NUMFMT_MAX], theirs[48];
	double real;
	int i, digits, bad = 0;

	for (i = 0; i < 100000; i++) {
		unit_random(&x);
		/* Near powers of two as well, whose own digits may differ. */
		bits = (i % 4 == 0 ? 1 + x % 3 : x & 0xfffffffffffff) |
		    (1023 - 40 + x % 91) << 52;
		memcpy(&real, &bits, sizeof(real));
		for (digits = 15; digits <= 17; digits++) {
			snprintf(text, sizeof(text), "%.*e", digits - 1, real);
			if (strtod(text, NULL) == real)
				break;
		}
		copy_digits(theirs, text, strlen(text));
		copy_digits(ours, out, numfmt(out, number_real(real)));
		bad += strcmp(ours, theirs) != 0;
	}
	CHECK(bad == 0);
}

/* A number rounded to few digits is that of printf. */
static void
rounds_like_printf(void)
{
	uint64_t x = 0xd1b54a32d192ed03u, bits;
	char text[48];
	double real, ours, theirs;
	int i, bad = 0;

	for (i = 0; i < 100000; i++) {
		unit_random(&x);
		bits = (x & 0x800fffffffffffffu) | (1023 - 50 + x % 120) << 52;
		/* Ties, too. */
		if (i % 2 == 0)
			bits &= ~(uint64_t)0 << 40;
		memcpy(&real, &bits, sizeof(real));
		snprintf(text, sizeof(text), "%.*g", 1 + i % 17, real);
		theirs = strtod(text, NULL);
		ours = number_rounded(real, 1 + i % 17).real;
		bad += ours != theirs;
	}
	CHECK(bad == 0);
	CHECK(number_rounded(2.5, 1).whole == 2);
	CHECK(number_rounded(3.5, 1).whole == 4);
	CHECK(number_rounded(0, 4).is_whole);
	CHECK(isnan(number_rounded(NAN, 4).real));
	CHECK(number_rounded(-INFINITY, 4).real == -INFINITY);
}

static void
groups_thousands(void)
{
	CHECK(whole_grouped_is(0, 0, "0"));
	CHECK(whole_grouped_is(0, 2, "0.00"));
	CHECK(whole_grouped_is(999, 0, "999"));
	CHECK(whole_grouped_is(1000, 0, "1,000"));
	CHECK(whole_grouped_is(100000, 1, "100,000.0"));
	CHECK(whole_grouped_is(1234567, 2, "1,234,567.00"));
	CHECK(whole_grouped_is(UINT64_MAX, 0, "18,446,744,073,709,551,615"));
	CHECK(whole_grouped_is(UINT64_MAX, 1, "18,446,744,073,709,551,615.0"));
	CHECK(grouped_is(-1234.5, 2, "-1,234.50"));
	CHECK(grouped_is(1e20, 0, "100,000,000,000,000,000,000"));
	CHECK(grouped_is(1.5e21, 2, "1.5e21"));
	CHECK(grouped_is(NAN, 2, "NaN"));
	CHECK(grouped_is(INFINITY, 2, "inf"));
	CHECK(grouped_is(-INFINITY, 0, "-inf"));
}

static void
rounds_decimal_text(void)
{
	CHECK(grouped_is(1.005, 2, "1.01"));
	CHECK(grouped_is(2.675, 2, "2.68"));
	CHECK(grouped_is(1.996, 2, "2.00"));
	CHECK(grouped_is(1.994, 2, "1.99"));
	CHECK(grouped_is(0.5, 0, "1"));
	CHECK(grouped_is(-0.5, 0, "-1"));
	CHECK(grouped_is(-0.5, 2, "-0.50"));
	CHECK(grouped_is(2.5, 0, "3"));
	CHECK(grouped_is(0.49999999999999994, 0, "0"));
	CHECK(grouped_is(0.005, 2, "0.01"));
	CHECK(grouped_is(0.00499, 2, "0.00"));
	CHECK(grouped_is(0.0005, 2, "0.00"));
	CHECK(grouped_is(-0.001, 2, "0.00"));
	CHECK(grouped_is(-0.0, 1, "0.0"));
	CHECK(grouped_is(0.05, 1, "0.1"));
	CHECK(grouped_is(0.07, 3, "0.070"));
	CHECK(grouped_is(99.95, 1, "100.0"));
	CHECK(grouped_is(999.999, 2, "1,000.00"));
	CHECK(grouped_is(999999.5, 0, "1,000,000"));
	CHECK(grouped_is(-999.996, 2, "-1,000.00"));
	CHECK(grouped_is(19.5, 0, "20"));
	CHECK(grouped_is(1e-300, 3, "0.000"));
}

int
main(void)
{
	writes_whole_numbers();
	writes_the_shortest_decimal();
	writes_subnormals();
	round_trips();
	keeps_short_decimals();
	writes_digits_of_printf();
	rounds_like_printf();
	groups_thousands();
	rounds_decimal_text();
	return unit_end();
}
