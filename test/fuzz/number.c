/* SPDX-License-Identifier: MIT */
/*
 * Fuzzes numbers: read as the C library reads, written so that they come back.
 */
#include <math.h>

#include "fuzz.h"
#include "number/numfmt.h"

/* Rust's f64::from_str, but for the words. */
static bool
is_number(const char *s)
{
	size_t whole, more = 0;

	s += *s == '+' || *s == '-';
	whole = strspn(s, "0123456789");
	s += whole;
	if (*s == '.') {
		more = strspn(++s, "0123456789");
		s += more;
	}
	if (whole + more == 0)
		return false;
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '+' || *s == '-';
		whole = strspn(s, "0123456789");
		s += whole;
		if (whole == 0)
			return false;
	}
	return *s == '\0';
}

static bool
is_word(const char *s)
{
	s += *s == '+' || *s == '-';
	return strcasecmp(s, "nan") == 0 || strcasecmp(s, "inf") == 0 ||
	    strcasecmp(s, "infinity") == 0;
}

static bool
same(struct number a, struct number b)
{
	return a.is_whole == b.is_whole &&
	    (!a.is_whole || a.whole == b.whole) &&
	    (a.real == b.real || (isnan(a.real) && isnan(b.real)));
}

static void
round_trip(struct number n)
{
	char text[NUMFMT_MAX], again[NUMFMT_MAX];
	size_t len = numfmt(text, n);
	struct number back;

	CHECK(len > 0 && len <= NUMFMT_MAX);
	CHECK(numparse((struct slice){ text, len }, &back));
	CHECK(back.real == n.real || isnan(n.real));
	CHECK(!n.is_whole || same(back, n));
	CHECK(numfmt(again, back) == len && memcmp(text, again, len) == 0);
	CHECK(!(fabs(n.real) < 1e21) || memchr(text, 'e', len) == NULL);
	for (int d = 0; d <= 300; d += 1 + d * d)
		CHECK(numfmt_grouped(again, n, d) <= NUMFMT_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct number n, real = { 0 };
	char text[4001];
	uint64_t u;

	if (size >= sizeof(text) || (size > 0 && memchr(data, 0, size)))
		return 0;
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	CHECK(numparse((struct slice){ text, size }, &n) ==
	    (is_number(text) || is_word(text)));
	if (is_number(text)) {
		CHECK(n.real == strtod(text, NULL));
		CHECK(!n.is_whole || n.real == (double)n.whole);
		round_trip(n);
	}
	if (numparse_u64((struct slice){ text, size }, &u))
		CHECK(n.is_whole && n.whole == u);
	if (size == sizeof(real.real)) {
		memcpy(&real.real, data, size);
		round_trip(number_real(real.real));
	}
	return 0;
}
