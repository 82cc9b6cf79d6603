/* SPDX-License-Identifier: MIT */
/* Curves of many points, thinned to the resolution of a picture. */
#ifndef RENDER_SVG_THIN_H
#define RENDER_SVG_THIN_H

#include <stdbool.h>
#include <stddef.h>

struct svg_xy {
	double x, y; /* pixels */
};

/* The points that are kept within one pixel of width. */
struct svg_thin {
	struct svg_xy first, least, most, last;
	size_t n, at_least, at_most; /* number; indexes of two */
};

/*
 * Takes points in the order of x. If a point begins another pixel of width,
 * writes the kept points of the last one to out: the first, the lowest, the
 * highest and the last, in their order, each once; so no curve loses a spike.
 * Returns their number, at most 4. svg_thin_end() returns the rest.
 */
size_t svg_thin_add(struct svg_thin *, struct svg_xy, struct svg_xy *out);
size_t svg_thin_end(struct svg_thin *, struct svg_xy *out);

#endif
