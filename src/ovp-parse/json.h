/* SPDX-License-Identifier: MIT */
/* The grammar of JSON (RFC 8259), over bytes that come piece by piece. */
#ifndef PARSE_JSON_H
#define PARSE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scalar.h"

enum json_event {
	JSON_MORE,		/* the bytes are used up */
	JSON_NAME,		/* a member's name */
	JSON_SCALAR,		/* a string, number, true, false or null */
	JSON_OPEN, JSON_CLOSE,	/* a bracket or brace */
	JSON_BAD,		/* the grammar is broken: see fault */
	JSON_END,		/* of json_end() alone: the text is whole */
};

/*
 * A text being checked. Every byte is checked, at every depth; events are
 * told only of what stands in at most `watch' brackets, so that a value is
 * skipped, in bounded memory, by not watching it. Memory: a bit a level.
 */
struct json {
	/* The caller may change these between two runs. */
	size_t		 watch;
	size_t		 deepest;	/* inside so many, no brackets */

	/* The caller may read these. Offsets count from the first byte. */
	uint64_t	 offset;	/* of the byte that is to come */
	uint64_t	 start;		/* of what the last event tells */
	unsigned char	 first;		/* the byte there */
	bool		 naming;	/* in a watched name, from start on */
	size_t		 depth;		/* brackets open around offset */
	const char	*fault;		/* `expected ...', or what is wrong */

	/* The rest is for json.c. */
	unsigned char	 state;
	bool		 object;	/* the innermost bracket is a brace */
	struct scalar	 scalar;
	unsigned char	*nest;		/* owned: bit i is object of level i */
	size_t		 cap;
	const unsigned char *from, *at, *end;	/* of the current piece */
};

void json_init(struct json *);
void json_free(struct json *);

/*
 * Takes bytes up to the next event; offset tells how many. A name or a scalar
 * lies from start to offset, quotes included. At a fault, offset is that of
 * the byte that was not expected.
 */
enum json_event json_run(struct json *, const char *bytes, size_t n);

/*
 * Says that somebody else has checked n bytes from offset on: in an array,
 * where none or one of its values ended, they are values and their commas, up
 * to the end of a value.
 */
void json_took_values(struct json *, size_t n);

/* Says that no more bytes will come: JSON_END or JSON_BAD. */
enum json_event json_end(struct json *);

/* Names the kind of a value by its first byte: `an object'. */
const char *json_kind(unsigned char first);

#endif
