/* SPDX-License-Identifier: MIT */
/* Chart of GPU memory over time. */
#ifndef RENDER_SVG_CHART_H
#define RENDER_SVG_CHART_H

#include "stream/recout.h"
#include "svg_points.h"

enum { SVG_WIDTH = 800, SVG_HEIGHT = 400 };

/* Writes the style that a document needs once for its charts. */
void svg_chart_style(struct recout *);

/*
 * Draws the points [from, end) of one panel within SVG_WIDTH and SVG_HEIGHT:
 * three curves over the time since the first point, axes, a legend, groups as
 * bands, and the highest peak with its module.
 */
void svg_chart(struct recout *, const struct svg_points *, size_t from,
    size_t end);

#endif
