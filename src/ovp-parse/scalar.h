/* SPDX-License-Identifier: MIT */
/* Incremental checker of one JSON scalar. */
#ifndef PARSE_SCALAR_H
#define PARSE_SCALAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

enum scalar_status { SCALAR_MORE, SCALAR_DONE, SCALAR_BAD };

/* A string, number, true, false or null that is being checked. */
struct scalar {
	unsigned char part;  /* its part that was read last */
	struct utf8 utf8;    /* the character of a string */
	uint32_t hex;        /* the escape of a string */
	const char *literal; /* the rest of true, false, null */
	const char *fault;   /* `expected ...', or what is wrong */
};

/* Takes the first byte; returns false if no scalar begins with it. */
bool scalar_begin(struct scalar *, unsigned char first);

/*
 * Takes bytes from *at to end at most. Leaves *at after the scalar (a number
 * ends before a byte that can't be part of it) or at the unexpected byte. A
 * string must be UTF-8 with paired surrogate escapes.
 */
enum scalar_status scalar_run(struct scalar *, const unsigned char **at,
    const unsigned char *end);

/* Returns what is missing if the text ends here: `expected ...'. */
const char *scalar_expected(const struct scalar *);

#endif
