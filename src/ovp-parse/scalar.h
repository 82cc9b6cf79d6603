/* SPDX-License-Identifier: MIT */
/* The grammar of one JSON scalar, over bytes that come piece by piece. */
#ifndef PARSE_SCALAR_H
#define PARSE_SCALAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

enum scalar_status { SCALAR_MORE, SCALAR_DONE, SCALAR_BAD };

/* A string, number, true, false or null that is being checked. */
struct scalar {
	unsigned char	 part;		/* what was read last of it */
	struct utf8	 utf8;		/* the character of a string */
	uint32_t	 hex;		/* the escape of a string */
	const char	*literal;	/* the rest of true, false, null */
	const char	*fault;		/* `expected ...', or what is wrong */
};

/* Takes the first byte; false when no scalar begins with it. */
bool scalar_begin(struct scalar *, unsigned char first);

/*
 * Takes bytes from *at on, at most to end, and leaves *at behind the scalar (a
 * number ends before a byte that can't be part of it) or at the byte that was
 * not expected. A string must be UTF-8, its surrogate escapes in pairs.
 */
enum scalar_status scalar_run(struct scalar *, const unsigned char **at,
    const unsigned char *end);

/* Names what ends too early where the bytes end: `expected ...'. */
const char *scalar_expected(const struct scalar *);

#endif
