/* SPDX-License-Identifier: MIT */
/* Incremental checker of one JSON scalar. */
#include "scalar.h"

/* Parts of a string, of a number, of a literal. */
enum {
	PLAIN,
	ESCAPE, /* a backslash */
	HEX1,
	HEX2,
	HEX3,
	HEX4, /* digits of an escape come next */
	PAIR,
	PAIR_U, /* the escape that a high surrogate needs */
	LOW1,
	LOW2,
	LOW3,
	LOW4, /* its digits */
	MINUS,
	ZERO,
	WHOLE,
	POINT,
	FRACTION,
	E,
	E_SIGN,
	POWER,
	LITERAL,
	DONE,
	WRONG, /* further results of number_step() */
};

bool
scalar_begin(struct scalar *s, unsigned char first)
{
	*s = (struct scalar){ 0 };
	switch (first) {
	case '"':
		s->part = PLAIN;
		return true;
	case 't':
	case 'f':
	case 'n':
		s->part = LITERAL;
		s->literal = first == 't' ? "rue" :
		    first == 'f'          ? "alse" :
					    "ull";
		return true;
	default:
		s->part = first == '-' ? MINUS : first == '0' ? ZERO : WHOLE;
		return first == '-' || (first >= '0' && first <= '9');
	}
}

const char *
scalar_expected(const struct scalar *s)
{
	return s->part == LITERAL ? "expected true, false or null" :
	    s->part >= MINUS      ? "expected the rest of a number" :
				    "expected the rest of a string";
}

static enum scalar_status
bad(struct scalar *s, const char *fault)
{
	s->fault = fault;
	return SCALAR_BAD;
}

static int
hex_digit(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A digit of an escape; the fourth shows what the escape is. */
static enum scalar_status
hex(struct scalar *s, unsigned char c)
{
	int digit = hex_digit(c);

	if (digit < 0)
		return bad(s, "expected a hexadecimal digit of an escape");
	s->hex = (s->hex << 4 | (uint32_t)digit) & 0xffff;
	if (s->part == HEX4 && s->hex >> 10 == 0xdc00 >> 10)
		return bad(s, "a low surrogate without a high one before it");
	if (s->part == LOW4 && s->hex >> 10 != 0xdc00 >> 10)
		return bad(s, "a high surrogate without a low one after it");
	if (s->part == HEX4 && s->hex >> 10 == 0xd800 >> 10)
		s->part = PAIR;
	else if (s->part == HEX4 || s->part == LOW4)
		s->part = PLAIN;
	else
		s->part++;
	return SCALAR_MORE;
}

/* The byte after the backslash of an escape. */
static enum scalar_status
escape(struct scalar *s, unsigned char c)
{
	switch (s->part) {
	case ESCAPE:
		if (c == '\0' || strchr("\"\\/bfnrtu", c) == NULL)
			return bad(s,
			    "expected an escape that JSON has "
			    "after a backslash");
		s->part = c == 'u' ? HEX1 : PLAIN;
		return SCALAR_MORE;
	case PAIR:
	case PAIR_U:
		if (c != (s->part == PAIR ? '\\' : 'u'))
			return bad(s,
			    "a high surrogate without a low one "
			    "after it");
		s->part = s->part == PAIR ? PAIR_U : LOW1;
		return SCALAR_MORE;
	default:
		return hex(s, c);
	}
}

/* A byte of a string that needs a check. */
static enum scalar_status
special(struct scalar *s, unsigned char c)
{
	if (s->part != PLAIN)
		return escape(s, c);
	if (s->utf8.left > 0 || c >= 0x80)
		return utf8_step(&s->utf8, c) ? SCALAR_MORE :
						bad(s, "expected UTF-8");
	if (c < 0x20)
		return bad(s,
		    "expected an escape instead of a control "
		    "character in a string");
	if (c == '\\')
		s->part = ESCAPE;
	return c == '"' ? SCALAR_DONE : SCALAR_MORE;
}

/* Passes bytes that stand for themselves. */
static const unsigned char *
skip_plain(const unsigned char *p, const unsigned char *end)
{
	while (p < end && *p >= 0x20 && *p < 0x80 && *p != '"' && *p != '\\')
		p++;
	return p;
}

static enum scalar_status
string(struct scalar *s, const unsigned char **at, const unsigned char *end)
{
	while (*at < end) {
		enum scalar_status status = special(s, **at);

		if (status == SCALAR_BAD)
			return status;
		++*at;
		if (status == SCALAR_DONE)
			return status;
		if (s->part == PLAIN && s->utf8.left == 0)
			*at = skip_plain(*at, end);
	}
	return SCALAR_MORE;
}

/* The part of a number that c leads to. */
static int
number_step(int part, unsigned char c)
{
	bool digit = c >= '0' && c <= '9', e = c == 'e' || c == 'E';

	switch (part) {
	case MINUS:
		return c == '0' ? ZERO : digit ? WHOLE : WRONG;
	case ZERO:
		return digit ? WRONG : c == '.' ? POINT : e ? E : DONE;
	case WHOLE:
		return digit ? WHOLE : c == '.' ? POINT : e ? E : DONE;
	case POINT:
		return digit ? FRACTION : WRONG;
	case FRACTION:
		return digit ? FRACTION : e ? E : DONE;
	case E:
		return c == '+' || c == '-' ? E_SIGN : digit ? POWER : WRONG;
	case E_SIGN:
		return digit ? POWER : WRONG;
	default:
		return digit ? POWER : DONE;
	}
}

static enum scalar_status
number(struct scalar *s, const unsigned char **at, const unsigned char *end)
{
	for (; *at < end; ++*at) {
		int part = number_step(s->part, **at);

		if (part == DONE)
			return SCALAR_DONE;
		if (part == WRONG)
			return bad(s,
			    s->part == ZERO ?
				"expected no digit after a leading 0" :
				"expected a digit in a number");
		s->part = (unsigned char)part;
	}
	return SCALAR_MORE;
}

static enum scalar_status
literal(struct scalar *s, const unsigned char **at, const unsigned char *end)
{
	for (; *at < end; ++*at, s->literal++) {
		if (**at != (unsigned char)*s->literal)
			return bad(s, scalar_expected(s));
		if (s->literal[1] == '\0') {
			++*at;
			return SCALAR_DONE;
		}
	}
	return SCALAR_MORE;
}

enum scalar_status
scalar_run(struct scalar *s, const unsigned char **at, const unsigned char *end)
{
	if (s->part < MINUS)
		return string(s, at, end);
	return s->part == LITERAL ? literal(s, at, end) : number(s, at, end);
}
