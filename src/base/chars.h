/* SPDX-License-Identifier: MIT */
/* UTF-8 decoding, display width and safe display of text. */
#ifndef RENDER_CHARS_H
#define RENDER_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "slice.h"

enum { CHAR_WRONG = 0xfffd };

/*
 * Removes and returns the first character of a text that is not empty. Returns
 * CHAR_WRONG for a byte that is not UTF-8 (RFC 3629: no surrogates, no overlong
 * forms).
 */
uint32_t char_next(struct slice *text);

void char_add(struct buf *, uint32_t);

/* Says whether a character is C0, DEL or C1. */
bool char_is_control(uint32_t);

/* Returns the width in columns by Unicode's East Asian Width. */
size_t chars_width(struct slice text);

/*
 * Converts a field for display: decodes the stream's escapes, shows control
 * characters as their pictures (from U+2400), hidden ones as `\u{202E}', and
 * bytes that are not UTF-8 as CHAR_WRONG. Keeps unknown escapes. Returns the
 * field itself if nothing changes, else bytes in *scratch, whose old content is
 * replaced.
 */
struct slice chars_shown(struct slice field, struct buf *scratch);

/*
 * Appends a text so that no CI runner finds a command in it: puts a backslash
 * before such a bracket, and before a `::' at the beginning or after a blank,
 * because GitHub reads `::name::' at the beginning of a line.
 */
void chars_disarm(struct buf *, struct slice text);

#endif
