/* SPDX-License-Identifier: MIT */
/* Decoding of JSON strings. */
#ifndef PARSE_UNQUOTE_H
#define PARSE_UNQUOTE_H

#include "base/buf.h"
#include "base/slice.h"

/*
 * Decodes the escapes in the text between the quotes of a valid string. Returns
 * the slice itself if it has none, else bytes in *room, valid until its next
 * change. The result is never longer than in.n, so room that was reserved
 * before keeps the results of many calls.
 */
struct slice unquote(struct slice in, struct buf *room);

#endif
