/* SPDX-License-Identifier: MIT */
/* Scale of a chart of GPU memory. */
#ifndef RENDER_SVG_SCALE_H
#define RENDER_SVG_SCALE_H

#include "svg_axis.h"

struct svg_scale {
	struct svg_axis x, y;
	double zero;                     /* the time where x is 0 */
	double left, right, top, bottom; /* edges of the plot */
};

static inline double
svg_scale_x(const struct svg_scale *s, double time)
{
	return s->left +
	    (s->right - s->left) * svg_axis_at(&s->x, time - s->zero);
}

static inline double
svg_scale_y(const struct svg_scale *s, double bytes)
{
	return s->bottom - (s->bottom - s->top) * svg_axis_at(&s->y, bytes);
}

#endif
