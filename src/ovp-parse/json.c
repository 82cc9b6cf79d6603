/* SPDX-License-Identifier: MIT */
/* Incremental checker of the grammar of JSON (RFC 8259). */
#include <stdlib.h>

#include "base/mem.h"
#include "json.h"

/* What may come next. */
enum {
	VALUE,       /* a value: at the top, after `:' or `,' */
	FIRST_VALUE, /* a value or `]' */
	NAME,        /* a member's name */
	FIRST_NAME,  /* a member's name or `}' */
	COLON,
	AFTER, /* `,' or what closes the innermost bracket */
	END,   /* nothing but blanks */
	IN_NAME,
	IN_VALUE, /* the rest of a scalar */
};

void
json_init(struct json *j)
{
	*j = (struct json){ .deepest = SIZE_MAX, .state = VALUE };
}

void
json_free(struct json *j)
{
	free(j->nest);
	*j = (struct json){ 0 };
}

/* What the grammar allows next, for messages. */
static const char *
expected(const struct json *j)
{
	switch (j->state) {
	case VALUE:
		return j->depth == 0 ? "expected a value" :
		    j->object        ? "expected a value after ':'" :
				       "expected a value after ','";
	case FIRST_VALUE:
		return "expected a value or ']'";
	case NAME:
		return "expected a member's name in double quotes after ','";
	case FIRST_NAME:
		return "expected a member's name in double quotes, or '}'";
	case COLON:
		return "expected ':' after a member's name";
	case AFTER:
		return j->object ? "expected ',' or '}'" :
				   "expected ',' or ']'";
	case END:
		return "expected nothing after the last '}'";
	default:
		return scalar_expected(&j->scalar);
	}
}

static enum json_event
bad(struct json *j, const char *fault)
{
	j->fault = fault;
	return JSON_BAD;
}

/* Reports an event inside `depth' brackets, if it is watched. */
static enum json_event
tell(const struct json *j, size_t depth, enum json_event event)
{
	return depth <= j->watch ? event : JSON_MORE;
}

/* Takes the first byte of a value or bracket. */
static void
begin(struct json *j, int state)
{
	j->start = j->offset + (uint64_t)(j->at - j->from);
	j->first = *j->at++;
	j->state = (unsigned char)state;
}

static enum json_event
open_bracket(struct json *j, bool object)
{
	size_t i = j->depth / 8;
	unsigned char bit = (unsigned char)(1u << j->depth % 8);

	if (j->depth >= j->deepest)
		return bad(j, "expected a string");
	j->nest = mem_grow(j->nest, &j->cap, i, 1);
	if (bit == 1)
		j->nest[i] = 0;
	j->nest[i] = (unsigned char)(object ? j->nest[i] | bit :
					      j->nest[i] & ~bit);
	begin(j, object ? FIRST_NAME : FIRST_VALUE);
	j->object = object;
	return tell(j, j->depth++, JSON_OPEN);
}

static enum json_event
close_bracket(struct json *j)
{
	size_t outer = --j->depth - 1;

	begin(j, j->depth == 0 ? END : AFTER);
	if (j->depth > 0)
		j->object = j->nest[outer / 8] >> outer % 8 & 1;
	return tell(j, j->depth, JSON_CLOSE);
}

static enum json_event
begin_value(struct json *j)
{
	unsigned char c = *j->at;

	if (c == '{' || c == '[')
		return open_bracket(j, c == '{');
	if (!scalar_begin(&j->scalar, c))
		return bad(j, expected(j));
	begin(j, IN_VALUE);
	return JSON_MORE;
}

static enum json_event
begin_name(struct json *j)
{
	if (*j->at != '"')
		return bad(j, expected(j));
	scalar_begin(&j->scalar, '"');
	begin(j, IN_NAME);
	j->naming = j->depth <= j->watch;
	return JSON_MORE;
}

/* A separator leads to the next state. */
static enum json_event
separator(struct json *j, unsigned char c, int state)
{
	if (*j->at != c)
		return bad(j, expected(j));
	j->at++;
	j->state = (unsigned char)state;
	return JSON_MORE;
}

/* One byte outside of scalars. */
static enum json_event
structure(struct json *j)
{
	unsigned char c = *j->at;

	if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
		/* Most bytes of a pretty text are indentation. */
		do
			j->at++;
		while (j->at < j->end && *j->at == ' ');
		return JSON_MORE;
	}
	switch (j->state) {
	case FIRST_VALUE:
		return c == ']' ? close_bracket(j) : begin_value(j);
	case VALUE:
		return begin_value(j);
	case FIRST_NAME:
		return c == '}' ? close_bracket(j) : begin_name(j);
	case NAME:
		return begin_name(j);
	case COLON:
		return separator(j, ':', VALUE);
	case AFTER:
		if (c == (j->object ? '}' : ']'))
			return close_bracket(j);
		return separator(j, ',', j->object ? NAME : VALUE);
	default:
		return bad(j, expected(j));
	}
}

/* The rest of a scalar, as far as there are bytes. */
static enum json_event
scalar(struct json *j)
{
	bool name = j->state == IN_NAME;

	switch (scalar_run(&j->scalar, &j->at, j->end)) {
	case SCALAR_MORE:
		return JSON_MORE;
	case SCALAR_BAD:
		return bad(j, j->scalar.fault);
	case SCALAR_DONE:
		break;
	}
	j->state = name ? COLON : j->depth == 0 ? END : AFTER;
	j->naming = false;
	return tell(j, j->depth, name ? JSON_NAME : JSON_SCALAR);
}

enum json_event
json_run(struct json *j, const char *bytes, size_t n)
{
	enum json_event event = JSON_MORE;

	j->from = j->at = (const unsigned char *)bytes;
	j->end = j->from + n;
	while (event == JSON_MORE && j->at < j->end)
		event = j->state >= IN_NAME ? scalar(j) : structure(j);
	j->offset += (uint64_t)(j->at - j->from);
	return event;
}

void
json_took_values(struct json *j, size_t n)
{
	j->offset += n;
	j->state = AFTER;
}

enum json_event
json_end(struct json *j)
{
	return j->state == END ? JSON_END : bad(j, expected(j));
}

const char *
json_kind(unsigned char first)
{
	switch (first) {
	case '{':
		return "an object";
	case '[':
		return "an array";
	case '"':
		return "a string";
	case 't':
		return "true";
	case 'f':
		return "false";
	case 'n':
		return "null";
	default:
		return "a number";
	}
}
