/* SPDX-License-Identifier: MIT */
/* Characters of UTF-8: decoded, classed, measured. */
#ifndef RENDER_CHARS_H
#define RENDER_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "slice.h"

enum { CHAR_WRONG = 0xfffd };

/*
 * Takes one character off text, which is not empty. Bytes that are no UTF-8
 * (RFC 3629: no surrogates, no overlong forms) give CHAR_WRONG, one for each
 * byte that can start nothing.
 */
uint32_t char_next(struct slice *text);

void char_add(struct buf *, uint32_t);

/* C0, DEL or C1. */
bool char_is_control(uint32_t);

/* Columns of a terminal that the text takes, by Unicode's East Asian Width. */
size_t chars_width(struct slice text);

/*
 * The text of a field for people: the stream's escapes undone, control
 * characters as their pictures (U+2400 and on), hidden ones in words
 * (`\u{202E}'), CHAR_WRONG for bytes that are no UTF-8. An unknown escape
 * stays as it stands. Returns the field itself when there is nothing to do,
 * else what it put into *scratch in place of what was there.
 */
struct slice chars_shown(struct slice field, struct buf *scratch);

/*
 * Appends a text for people so that no runner finds a command in it: a
 * backslash stands before such a bracket, and before a `::' that begins the
 * text or follows a blank, since GitHub reads `::name::' at the beginning of a
 * line.
 */
void chars_disarm(struct buf *, struct slice text);

#endif
