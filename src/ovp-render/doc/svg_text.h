/* SPDX-License-Identifier: MIT */
/* Names as text of a picture, cut to the room there is. */
#ifndef RENDER_SVG_TEXT_H
#define RENDER_SVG_TEXT_H

#include <stdbool.h>

#include "base/slice.h"
#include "stream/recout.h"

/* About how wide the text of a field is, in pixels, in letters of that size. */
double svg_text_width(struct slice field, double size);

/*
 * Writes a field as escape_xml() does, cut to a width: a `…' stands for the
 * middle that is left out. Writes nothing and returns false when not even three
 * letters fit.
 */
bool svg_text_put(struct recout *, struct slice field, double size,
    double width);

#endif
