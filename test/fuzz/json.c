/* SPDX-License-Identifier: MIT */
/* Fuzzes the grammar of JSON: in pieces as in one, and as RFC 8259 has it. */
#include "../../src/ovp-parse/json.h"
#include "base/utf8.h"
#include "fuzz.h"

/* The grammar again, by recursive descent: what follows the text, or NULL. */
static const char *value(const char *p, const char *end, int depth);

static const char *
blanks(const char *p, const char *end)
{
	while (p < end && *p != '\0' && strchr(" \t\n\r", *p) != NULL)
		p++;
	return p;
}

/* An escape of four digits whose value, less the low bits, is `want'. */
static const char *
hex(const char *p, const char *end, unsigned *code)
{
	char digits[5] = "";

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return NULL;
	memcpy(digits, p + 2, 4);
	if (strspn(digits, "0123456789abcdefABCDEF") != 4)
		return NULL;
	*code = (unsigned)strtoul(digits, NULL, 16);
	return p + 6;
}

static const char *
string(const char *p, const char *end)
{
	const char *from;
	unsigned code;

	if (p == end || *p++ != '"')
		return NULL;
	for (from = p; p < end && *p != '"';) {
		if ((unsigned char)*p < 0x20)
			return NULL;
		if (*p != '\\') {
			p++;
		} else if (end - p > 1 && p[1] != 'u') {
			if (p[1] == '\0' || !strchr("\"\\/bfnrt", p[1]))
				return NULL;
			p += 2;
		} else {
			p = hex(p, end, &code);
			if (p == NULL || code >> 10 == 0x37)
				return NULL;
			if (code >> 10 == 0x36 &&
			    ((p = hex(p, end, &code)) == NULL ||
				code >> 10 != 0x37))
				return NULL;
		}
	}
	return p < end &&
		utf8_valid((struct slice){ from, (size_t)(p - from) }) ?
	    p + 1 :
	    NULL;
}

static const char *
digits(const char *p, const char *end)
{
	const char *from = p;

	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p > from ? p : NULL;
}

static const char *
number(const char *p, const char *end)
{
	if (p < end && *p == '-')
		p++;
	if (p < end && *p == '0')
		p++;
	else if ((p = digits(p, end)) == NULL)
		return NULL;
	if (p < end && *p == '.' && (p = digits(p + 1, end)) == NULL)
		return NULL;
	if (p < end && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < end && (*p == '+' || *p == '-'))
			p++;
		p = digits(p, end);
	}
	return p;
}

/* What is between brackets, from behind the first one. */
static const char *
members(const char *p, const char *end, char close, int depth)
{
	p = blanks(p, end);
	if (p < end && *p == close)
		return p + 1;
	for (;;) {
		if (close == '}') {
			p = string(blanks(p, end), end);
			if (p == NULL)
				return NULL;
			p = blanks(p, end);
			if (p == end || *p++ != ':')
				return NULL;
		}
		p = value(p, end, depth);
		if (p == NULL)
			return NULL;
		p = blanks(p, end);
		if (p == end || (*p != ',' && *p != close))
			return NULL;
		if (*p++ == close)
			return p;
	}
}

static const char *
value(const char *p, const char *end, int depth)
{
	static const char *const word[] = { "true", "false", "null" };

	p = blanks(p, end);
	if (p == end || depth > 2000)
		return NULL;
	if (*p == '[' || *p == '{')
		return members(p + 1, end, *p == '[' ? ']' : '}', depth + 1);
	for (size_t i = 0; i < 3; i++)
		if ((size_t)(end - p) >= strlen(word[i]) &&
		    memcmp(p, word[i], strlen(word[i])) == 0)
			return p + strlen(word[i]);
	return *p == '"' ? string(p, end) : number(p, end);
}

/* Runs the grammar on pieces; returns whether the text is right. */
static bool
run(const char *at, size_t n, size_t piece, size_t watch, uint64_t *events,
    uint64_t *offset)
{
	enum json_event event = JSON_MORE;
	struct json j;

	json_init(&j);
	j.watch = watch;
	*events = 0;
	while (j.offset < n && event != JSON_BAD) {
		size_t most = n - j.offset;

		/* A copy ends where it ends, for the sanitizer. */
		size_t m = piece < most ? piece : most;
		char *copy = malloc(m);

		memcpy(copy, at + j.offset, m);
		event = json_run(&j, copy, m);
		free(copy);
		if (event != JSON_MORE)
			*events = *events * 31 + event + j.start * 7 + j.offset;
	}
	*offset = j.offset;
	if (event != JSON_BAD)
		event = json_end(&j);
	json_free(&j);
	return event == JSON_END;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char at[2000] = "[";
	uint64_t events[2], offset[2];
	size_t n = size + 2;
	const char *stop;
	bool right;

	/* In an array: a number at the top would not know where it ends. */
	if (n > sizeof(at))
		return 0;
	if (size > 0)
		memcpy(at + 1, data, size);
	at[size + 1] = ']';
	for (size_t watch = 0; watch < 6; watch += 2) {
		right = run(at, n, n, watch, &events[0], &offset[0]);
		for (size_t piece = 1; piece < 5; piece += 2) {
			CHECK(run(at, n, piece, watch, &events[1],
				  &offset[1]) == right);
			CHECK(events[0] == events[1]);
			CHECK(offset[0] == offset[1]);
		}
	}
	stop = value(at, at + n, 0);
	CHECK(right == (stop != NULL && blanks(stop, at + n) == at + n));
	return 0;
}
