/* SPDX-License-Identifier: MIT */
/* Scanner of names, words and quoted texts in a line. */
#ifndef PARSE_WORDS_H
#define PARSE_WORDS_H

#include <stdbool.h>

#include "base/buf.h"
#include "entry.h"

/* A place in a line, which has no LF. */
struct words {
	const char *at, *end;
	struct buf *decoded; /* has room for as much as the line */
	struct fault *wrong;
};

/* Fill *wrong and return false; the second one quotes the unexpected byte. */
bool words_bad(struct words *, const char *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
bool words_expected(struct words *, const char *what);

/* Passes blanks and tabs. */
void words_blanks(struct words *);

static inline bool
words_at(const struct words *w, char c)
{
	return w->at < w->end && *w->at == c;
}

/* Takes a byte if it is the next one. */
bool words_take(struct words *, char);

/* Takes the text up to the next blank or the line's end. */
struct slice words_word(struct words *);

/*
 * Takes a name of letters, digits, `_', and `:' if colons are allowed. Returns
 * an empty slice if there is none.
 */
struct slice words_name(struct words *, bool colons);

/*
 * Takes a quoted text; the next byte is its first quote. Decodes the escapes \\
 * \" \n and rejects others, and bytes that are not UTF-8. The result lies in
 * the line or in *decoded.
 */
bool words_quoted(struct words *, struct slice *);

#endif
