/* SPDX-License-Identifier: MIT */
/* Names as data: escapes of each format. */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buf.h"
#include "base/slice.h"
#include "stream/recout.h"

/*
 * Each takes a field as it stands in a stream, undoes the stream's escapes and
 * writes the text so that it is shown whole and can end nothing around it. An
 * unknown escape of the stream stays as it stands.
 *
 * For people (Markdown, XML, a terminal): bytes that are no UTF-8 become
 * U+FFFD, control characters their pictures (U+2400 and on), characters that
 * hide or turn text around `\u{202E}' in words.
 *
 * For programs (JSON, CSV): the text is kept; what is no UTF-8 becomes U+FFFD
 * in JSON.
 */

/*
 * GitHub's Markdown, anywhere in a line: words stand as they are; else a code
 * span, where nothing is a link, a mention or an emoji; where that can't hold
 * the name (bars, backticks, backslashes), `<code>' with entities.
 */
void escape_md(struct recout *, struct slice field);

/*
 * The same always in a code span or `<code>', filled up with blanks to a
 * length when it is a span.
 */
void escape_md_code(struct recout *, struct slice field, size_t length);

void escape_xml(struct recout *, struct slice field);	/* HTML, SVG */
void escape_json(struct recout *, struct slice field);	/* with the quotes */

/*
 * RFC 4180. Unless it is to be raw, an apostrophe stands before what a
 * spreadsheet would run as a formula; numbers are none.
 */
void escape_csv(struct recout *, struct slice field, bool raw);

void escape_text(struct recout *, struct slice field);	/* a terminal, a log */

/* What escape_text() writes, in *scratch. */
struct slice escape_shown(struct slice field, struct buf *scratch);

#endif
