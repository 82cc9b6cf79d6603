/* SPDX-License-Identifier: MIT */
/* Incremental checker of the grammar of JSON (RFC 8259). */
#ifndef PARSE_JSON_H
#define PARSE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scalar.h"

enum json_event {
	JSON_MORE,   /* the bytes are used up */
	JSON_NAME,   /* a member's name */
	JSON_SCALAR, /* a string, number, true, false or null */
	JSON_OPEN,
	JSON_CLOSE, /* a bracket or brace */
	JSON_BAD,   /* the grammar is broken: see fault */
	JSON_END,   /* by json_end() only: the text is complete */
};

/*
 * A text being checked. Every byte is checked at every depth, but events are
 * reported only inside at most `watch' brackets, so a value that is not watched
 * is skipped in bounded memory. Memory: one bit for each level.
 */
struct json {
	/* The caller may change these between two runs. */
	size_t watch;
	size_t deepest; /* most brackets around one another */

	/* The caller may read these. Offsets count from the first byte. */
	uint64_t offset;     /* of the next byte */
	uint64_t start;      /* of the last event's text */
	unsigned char first; /* the byte there */
	bool naming;         /* in a watched name, begun at start */
	size_t depth;        /* brackets open around offset */
	const char *fault;   /* `expected ...', or what is wrong */

	/* The rest is for json.c. */
	unsigned char state;
	bool object; /* the innermost bracket is a brace */
	struct scalar scalar;
	unsigned char *nest; /* owned: bit i is object of level i */
	size_t cap;
	const unsigned char *from, *at, *end; /* of the current piece */
};

void json_init(struct json *);
void json_free(struct json *);

/*
 * Takes bytes up to the next event and advances offset. A name or a scalar lies
 * from start to offset, quotes included. At a fault, offset is that of the
 * unexpected byte.
 */
enum json_event json_run(struct json *, const char *bytes, size_t n);

/*
 * Skips n bytes that the caller has already validated: values of an array and
 * their commas, from the array's bracket or the end of a value to the end of a
 * value.
 */
void json_took_values(struct json *, size_t n);

/* Ends the text; returns JSON_END or JSON_BAD. */
enum json_event json_end(struct json *);

/* Returns the kind of a value by its first byte: `an object'. */
const char *json_kind(unsigned char first);

#endif
