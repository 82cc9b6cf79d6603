/* SPDX-License-Identifier: MIT */
/* The text that a JSON string stands for. */
#ifndef PARSE_UNQUOTE_H
#define PARSE_UNQUOTE_H

#include "base/buf.h"
#include "base/slice.h"

/*
 * Undoes the escapes of what stands between the quotes of a string that the
 * grammar allows. Returns the slice itself when it has none, else bytes in
 * *room, which are valid until its next change; they are never more than
 * in.n, so that room made before keeps the results of many calls.
 */
struct slice unquote(struct slice in, struct buf *room);

#endif
