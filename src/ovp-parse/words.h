/* SPDX-License-Identifier: MIT */
/* A line of names, words, texts in quotes, from left to right. */
#ifndef PARSE_WORDS_H
#define PARSE_WORDS_H

#include <stdbool.h>

#include "base/buf.h"
#include "entry.h"

/* A place in a line, which has no LF. */
struct words {
	const char	*at, *end;
	struct buf	*decoded;	/* has room for as much as the line */
	struct fault	*wrong;
};

/* Fill *wrong, return false; the second one quotes the byte that is there. */
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

/* What stands before the next blank, or the line's end. */
struct slice words_word(struct words *);

/*
 * Takes a name of letters, digits, `_', and `:' if colons may be in it; empty
 * where there is none.
 */
struct slice words_name(struct words *, bool colons);

/*
 * Takes a text in quotes, the first of which is the next byte. It must be
 * UTF-8; the escapes \\ \" \n are undone, and there are no others. Lies in
 * the line or in *decoded.
 */
bool words_quoted(struct words *, struct slice *);

#endif
