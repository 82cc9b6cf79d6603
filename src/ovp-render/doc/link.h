/* SPDX-License-Identifier: MIT */
/* Targets of links in Markdown. */
#ifndef RENDER_LINK_H
#define RENDER_LINK_H

#include "stream/recout.h"

/*
 * Writes a URL as it may stand between the parentheses of a link or picture:
 * what could end it there, or a cell of a table, is percent-encoded.
 */
void link_put(struct recout *, struct slice url);

/*
 * The same of a path, a field as it stands in a stream: its bytes, whatever
 * means something in a URL encoded, too.
 */
void link_put_path(struct recout *, struct slice field);

#endif
