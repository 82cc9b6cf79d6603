/* SPDX-License-Identifier: MIT */
/* Curves of many points, thinned to what a picture can show. */
#ifndef RENDER_SVG_THIN_H
#define RENDER_SVG_THIN_H

#include <stdbool.h>
#include <stddef.h>

struct svg_xy {
	double	x, y;		/* pixels */
};

/* The points of one pixel's width that are kept. */
struct svg_thin {
	struct svg_xy	first, least, most, last;
	size_t		n, at_least, at_most;	/* how many; which of them */
};

/*
 * Takes points in the order of x. When a point is the first of another pixel's
 * width, the ones kept of the last are written to out: the first, the least,
 * the most, the last, in their order, each once; no curve loses a spike.
 * Returns how many, at most 4. svg_thin_end() gives the rest.
 */
size_t svg_thin_add(struct svg_thin *, struct svg_xy, struct svg_xy *out);
size_t svg_thin_end(struct svg_thin *, struct svg_xy *out);

#endif
