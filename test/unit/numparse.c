/* SPDX-License-Identifier: MIT */
/* Checks numparse.h with number.h below it. */
#include "number/numparse.h"

#include <math.h>
#include <stdlib.h>

#include "unit.h"

static bool
is_whole(const char *text, uint64_t value)
{
	struct number n = { 0 };

	return numparse(slice_str(text), &n) && n.is_whole &&
	    n.whole == value && n.real == (double)value;
}

static bool
is_real(const char *text, double value)
{
	struct number n = { 0 };

	return numparse(slice_str(text), &n) && !n.is_whole &&
	    (isnan(value) ? isnan(n.real) : n.real == value);
}

static bool
is_refused(const char *text)
{
	struct number n = { .real = 42 };

	return !numparse(slice_str(text), &n) && n.real == 42;
}

static void
reads_whole_numbers(void)
{
	CHECK(is_whole("0", 0));
	CHECK(is_whole("-0", 0));
	CHECK(is_whole("-0.000e99999999999999999999", 0));
	CHECK(is_whole("7", 7));
	CHECK(is_whole("+1", 1));
	CHECK(is_whole("1.", 1));
	CHECK(is_whole("1.000", 1));
	CHECK(is_whole("1e5", 100000));
	CHECK(is_whole("1.5E+1", 15));
	CHECK(is_whole("100e-2", 1));
	CHECK(is_whole("0.0001e4", 1));
	CHECK(is_whole("9007199254740993", 9007199254740993u));
	CHECK(is_whole("9999999999999999999", 9999999999999999999u));
	CHECK(is_whole("18446744073709551615", UINT64_MAX));
	CHECK(is_whole("18446744073709551615.00", UINT64_MAX));
	CHECK(is_whole("1844674407370955161.5e1", UINT64_MAX));
	CHECK(is_whole("0000000000000000000000000000000012", 12));
	CHECK(is_whole("12.00000000000000000000000000000000", 12));
	CHECK(is_whole("0.00000000000000000000000000000012e32", 12));
	CHECK(is_whole("1e19", 10000000000000000000u));
}

static void
reads_other_numbers(void)
{
	CHECK(is_real("-1", -1));
	CHECK(is_real("-18446744073709551615", -0x1p64));
	CHECK(is_real("18446744073709551616", 0x1p64));
	CHECK(is_real("1e20", 1e20));
	CHECK(is_real(".5", 0.5));
	CHECK(is_real("-.5e1", -5));
	CHECK(is_real("1.e-1", 0.1));
	CHECK(is_real("0.30000000000000004", 0.1 + 0.2));
	CHECK(is_real("123.456", 123.456));
	CHECK(is_real("1e-23", 1e-23));
	CHECK(is_real("1e-22", 1e-22));
	CHECK(is_real("4.9e-324", 0x1p-1074));
	CHECK(is_real("2.4703282292062327e-324", 0));
	CHECK(is_real("2.4703282292062328e-324", 0x1p-1074));
	CHECK(is_real("1.7976931348623157e308", 0x1.fffffffffffffp1023));
	CHECK(is_real("1.7976931348623159e308", INFINITY));
	CHECK(is_real("-1e309", -INFINITY));
	CHECK(is_real("1e-400", 0));
	CHECK(is_real("1e99999999999999999999999", INFINITY));
	CHECK(is_real("1e-99999999999999999999999", 0));
	/* Ties go to even, one digit more decides: 2^53 + 1 and its like. */
	CHECK(is_real("-9007199254740993", -0x1p53));
	CHECK(is_real("-9007199254740993.000000000000000000001",
	    -9007199254740994.0));
	CHECK(is_real("-9007199254740995", -9007199254740996.0));
	CHECK(is_real("9007199254740991.5", 9007199254740992.0));
	CHECK(is_real("1.00000000000000011102230246251565404", 1.0));
	CHECK(is_real("1.00000000000000011102230246251565405", 1 + 0x1p-52));
	/* Above a tie by less than 2^-64. */
	CHECK(is_real(".2736194043801901954", 0x1.182faf6574a67p-2));
	CHECK(is_real(".9166165140754088392", 0x1.d54ec27ddad4dp-1));
}

static void
reads_words(void)
{
	CHECK(is_real("inf", INFINITY));
	CHECK(is_real("+INF", INFINITY));
	CHECK(is_real("-inf", -INFINITY));
	CHECK(is_real("infinity", INFINITY));
	CHECK(is_real("-InFiNiTy", -INFINITY));
	CHECK(is_real("NaN", NAN));
	CHECK(is_real("nAn", NAN));
	CHECK(is_real("-nan", NAN));
	CHECK(is_real("+nan", NAN));
}

static void
refuses_what_rust_refuses(void)
{
	static const char *const bad[] = {
		"",
		"+",
		"-",
		".",
		"-.",
		"+.",
		"e",
		"e5",
		".e5",
		"1e",
		"1e+",
		"1e-",
		"1.5e",
		"1ee5",
		"1e5.",
		"1e1.5",
		"1.2.3",
		"..1",
		"--1",
		"+-1",
		"1-",
		"1+",
		"0x1",
		"0x",
		"1p3",
		" 1",
		"1 ",
		"1\n",
		"\t1",
		"1_0",
		"1,0",
		"1f",
		"infin",
		"in",
		"infinit",
		"infinityy",
		"inf ",
		"nan1",
		"nan(1)",
		"na",
		"n",
		"1nan",
		"NaN.",
		"\xc2\xb2",
		"1\xff",
	};
	struct number n;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (!is_refused(bad[i]))
			unit_failed(__FILE__, __LINE__, bad[i]);
	CHECK(!numparse((struct slice){ NULL, 0 }, &n));
	CHECK(!numparse(SLICE("1\0"), &n));
	CHECK(numparse((struct slice){ "12345", 2 }, &n) && n.whole == 12);
}

/* A megabyte of digits, in all places where digits may stand. */
static void
reads_long_texts(void)
{
	size_t size = 1 << 20;
	char *text = malloc(size);
	struct number n = { 0 };
	struct slice s = { text, size };

	CHECK(text != NULL);
	if (text == NULL)
		return;
	memset(text, '0', size);
	text[size - 1] = '7';
	CHECK(numparse(s, &n) && n.is_whole && n.whole == 7);
	text[1] = '.';
	CHECK(numparse(s, &n) && !n.is_whole && n.real == 0);
	memcpy(text + size - 9, "5e1048565", 9);
	CHECK(numparse(s, &n) && !n.is_whole && n.real == 0.5);
	memset(text, '9', size);
	CHECK(numparse(s, &n) && !n.is_whole && isinf(n.real));
	text[0] = '.';
	CHECK(numparse(s, &n) && n.real == 1);
	text[0] = '-';
	text[1] = '.';
	CHECK(numparse(s, &n) && n.real == -1);
	memset(text, '0', size);
	text[0] = '1';
	memcpy(text + size - 8, "e-104856", 8);
	CHECK(numparse(s, &n) && isinf(n.real));
	text[1] = 'e';
	memset(text + 2, '0', size - 2);
	text[size - 1] = '2';
	CHECK(numparse(s, &n) && n.is_whole && n.whole == 100);
	free(text);
}

/* Halfway between two doubles, but for a digit behind 1,000 others. */
static void
sees_the_last_digit(void)
{
	static const char half[] =
	    "1.00000000000000011102230246251565404236316680908203125";
	char text[1000];
	struct number n = { 0 };
	struct slice s = { text, sizeof(text) };

	memset(text, '0', sizeof(text));
	memcpy(text, half, sizeof(half) - 1);
	CHECK(numparse(s, &n) && n.real == 1);
	text[sizeof(text) - 1] = '1';
	CHECK(numparse(s, &n) && n.real == 1 + 0x1p-52);
}

/* The nearest double as strtod sees it, over many spellings. */
static void
agrees_with_strtod(void)
{
	static const char *const form[] = { "%llu", "%llu.%llu", ".%llu%llu",
		"0.000%llu%.3llu", "%llu%llue-25", "%llu.%llue12",
		"%llu.%.3llue-19", "%llu.%lluE-30" };
	struct number n;
	char text[80];
	unsigned long long a, b;
	uint64_t x = 88172645463325252u;
	int i, bad = 0;

	for (i = 0; i < 100000; i++) {
		unit_random(&x);
		a = x >> (x % 61);
		b = x * 0x9e3779b97f4a7c15u >> (x / 64 % 61);
		snprintf(text, sizeof(text), form[i % 8], a, b);
		bad += !numparse(slice_str(text), &n) ||
		    n.real != strtod(text, NULL);
	}
	CHECK(bad == 0);
}

static void
reads_counters(void)
{
	uint64_t u = 5;

	CHECK(numparse_u64(SLICE("0"), &u) && u == 0);
	CHECK(numparse_u64(SLICE("+12"), &u) && u == 12);
	CHECK(
	    numparse_u64(SLICE("18446744073709551615"), &u) && u == UINT64_MAX);
	CHECK(
	    numparse_u64(SLICE("00000000000000000000000000009"), &u) && u == 9);
	CHECK(!numparse_u64(SLICE("18446744073709551616"), &u));
	CHECK(!numparse_u64(SLICE("20000000000000000000"), &u));
	CHECK(!numparse_u64(SLICE("184467440737095516150"), &u));
	CHECK(!numparse_u64(SLICE(""), &u));
	CHECK(!numparse_u64((struct slice){ NULL, 0 }, &u));
	CHECK(!numparse_u64(SLICE("+"), &u));
	CHECK(!numparse_u64(SLICE("-0"), &u));
	CHECK(!numparse_u64(SLICE("1.0"), &u));
	CHECK(!numparse_u64(SLICE("1e3"), &u));
	CHECK(!numparse_u64(SLICE(" 1"), &u));
	CHECK(!numparse_u64(SLICE("1 "), &u));
	CHECK(u == 9);
}

static void
orders_numbers(void)
{
	static const char *const up[] = { "-inf", "-1e300",
		"-18446744073709551616", "-1", "-1e-300", "0", "5e-324", "0.5",
		"1", "1.5", "2", "9007199254740991", "9007199254740992",
		"9007199254740993", "9007199254740994", "18446744073709549568",
		"18446744073709551614", "18446744073709551615",
		"18446744073709551616", "1e300", "inf" };
	size_t count = sizeof(up) / sizeof(*up), i, k;
	struct number a, b;

	for (i = 0; i < count; i++)
		for (k = 0; k < count; k++) {
			CHECK(numparse(slice_str(up[i]), &a) &&
			    numparse(slice_str(up[k]), &b));
			CHECK((number_cmp(a, b) > 0) == (i > k));
			CHECK((number_cmp(a, b) < 0) == (i < k));
		}
	/* A double above 2^53 that is not marked as whole. */
	CHECK(number_cmp(number_whole((1ull << 53) + 3),
		  number_real(0x1p53 + 2)) > 0);
	CHECK(number_cmp(number_real(0x1p53 + 2),
		  number_whole((1ull << 53) + 3)) < 0);
	CHECK(number_cmp(number_real(0x1p53 + 2),
		  number_whole((1ull << 53) + 2)) == 0);
}

static void
marks_whole_doubles(void)
{
	CHECK(number_real(0).is_whole);
	CHECK(number_real(-0.0).is_whole && !signbit(number_real(-0.0).real));
	CHECK(number_real(3).is_whole && number_real(3).whole == 3);
	CHECK(number_real(0x1p53).is_whole);
	CHECK(!number_real(0x1p53 + 2).is_whole);
	CHECK(!number_real(-3).is_whole && number_real(-3).real == -3);
	CHECK(!number_real(0.5).is_whole && number_real(0.5).real == 0.5);
	CHECK(!number_real(NAN).is_whole && isnan(number_real(NAN).real));
	CHECK(!number_real(INFINITY).is_whole);
}

static void
reads_digits(void)
{
	char text[33];

	for (int n = 1; n <= 16; n++)
		for (int i = 0; i < 50; i++) {
			uint64_t v = 0, got;

			/* What follows the digits does not matter. */
			memset(text, "\t\n 0:\xff"[i % 6], sizeof(text));
			for (int d = 0; d < n; d++) {
				int digit = (i * 7 + d * (i + 3)) % 10;

				text[d] = (char)('0' + digit);
				v = v * 10 + (uint64_t)digit;
			}
			got = numparse_digits(text, (size_t)n);
			CHECK(got == v);
		}
}

int
main(void)
{
	reads_whole_numbers();
	reads_other_numbers();
	reads_words();
	refuses_what_rust_refuses();
	reads_long_texts();
	sees_the_last_digit();
	agrees_with_strtod();
	reads_counters();
	orders_numbers();
	marks_whole_doubles();
	reads_digits();
	return unit_end();
}
