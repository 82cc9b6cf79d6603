/* SPDX-License-Identifier: MIT */
/* Names as text in a picture, cut to the available width. */
#ifndef RENDER_SVG_TEXT_H
#define RENDER_SVG_TEXT_H

#include <stdbool.h>

#include "base/slice.h"
#include "stream/recout.h"

/* Returns about how wide a field is in letters of that size, in pixels. */
double svg_text_width(struct slice field, double size);

/*
 * Writes a field as escape_xml() does, cut to a width: a `…' replaces the
 * middle. Writes nothing and returns false if not even three letters fit.
 */
bool svg_text_put(struct recout *, struct slice field, double size,
    double width);

#endif
