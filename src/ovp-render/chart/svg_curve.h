/* SPDX-License-Identifier: MIT */
/* Curves and bands of a chart of GPU memory. */
#ifndef RENDER_SVG_CURVE_H
#define RENDER_SVG_CURVE_H

#include "stream/recout.h"
#include "svg_points.h"
#include "svg_scale.h"

/* The points of one chart. */
struct svg_range {
	const struct svg_points *points;
	size_t from, end;
};

/*
 * Draws the curve of a series, if it has values, with this class; with area
 * set, closed along the bottom. Draws at most four points per pixel of width.
 */
void svg_curve(struct recout *, const struct svg_scale *,
    const struct svg_range *, enum svg_series, const char *class, bool area);

/*
 * Draws a band with its name above the plot for each sequence of points of one
 * group, unless there are too many to tell apart.
 */
void svg_bands(struct recout *, const struct svg_scale *,
    const struct svg_range *);

#endif
