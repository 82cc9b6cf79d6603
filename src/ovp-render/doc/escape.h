/* SPDX-License-Identifier: MIT */
/* Escapes of names in each format. */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buf.h"
#include "base/slice.h"
#include "stream/recout.h"

/*
 * Each takes a field as written in a stream, undoes the stream's escapes and
 * writes the text so that it is shown in full and can't end anything around it.
 * Unknown escapes of the stream stay.
 *
 * For people (Markdown, XML, a terminal): bytes that are not UTF-8 become
 * U+FFFD, control characters their pictures (from U+2400), characters that hide
 * or reorder text `\u{202E}' in words.
 *
 * For programs (JSON, CSV): the text is kept, but in JSON bytes that are not
 * UTF-8 become U+FFFD.
 */

/*
 * GitHub's Markdown, anywhere in a line. Words stay as they are. Other names go
 * into a code span, where nothing is a link, a mention or an emoji, or, if that
 * can't hold them (bars, backticks, backslashes), into `<code>' with entities.
 */
void escape_md(struct recout *, struct slice field);

/*
 * The same, but always in a code span or `<code>'; a span is padded with blanks
 * to a length.
 */
void escape_md_code(struct recout *, struct slice field, size_t length);

void escape_xml(struct recout *, struct slice field);  /* HTML, SVG */
void escape_json(struct recout *, struct slice field); /* with the quotes */

/*
 * RFC 4180. Unless raw, puts an apostrophe before text that a spreadsheet would
 * run as a formula; numbers are not formulas.
 */
void escape_csv(struct recout *, struct slice field, bool raw);

void escape_text(struct recout *, struct slice field); /* a terminal, a log */

/* Returns the output of escape_text(), in *scratch. */
struct slice escape_shown(struct slice field, struct buf *scratch);

#endif
