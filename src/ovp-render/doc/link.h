/* SPDX-License-Identifier: MIT */
/* Targets of links in Markdown. */
#ifndef RENDER_LINK_H
#define RENDER_LINK_H

#include "stream/recout.h"

/*
 * Writes a URL for use in the parentheses of a link or picture: percent-encodes
 * what could end it, or a cell of a table.
 */
void link_put(struct recout *, struct slice url);

/*
 * The same for a path, a field as written in a stream: decodes its escapes and
 * percent-encodes all that has a meaning in a URL.
 */
void link_put_path(struct recout *, struct slice field);

#endif
