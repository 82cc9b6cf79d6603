/* SPDX-License-Identifier: MIT */
/* Curves of many points, thinned to the resolution of a picture. */
#include <math.h>

#include "svg_thin.h"

size_t
svg_thin_end(struct svg_thin *t, struct svg_xy *out)
{
	bool least_first = t->at_least < t->at_most;
	size_t second = least_first ? t->at_least : t->at_most;
	size_t third = least_first ? t->at_most : t->at_least;
	size_t n = 0;

	if (t->n > 0)
		out[n++] = t->first;
	if (second > 0 && second + 1 < t->n)
		out[n++] = least_first ? t->least : t->most;
	if (third > 0 && third != second && third + 1 < t->n)
		out[n++] = least_first ? t->most : t->least;
	if (t->n > 1)
		out[n++] = t->last;
	*t = (struct svg_thin){ .n = 0 };
	return n;
}

size_t
svg_thin_add(struct svg_thin *t, struct svg_xy p, struct svg_xy *out)
{
	size_t n = 0;

	if (t->n > 0 && floor(t->first.x) != floor(p.x))
		n = svg_thin_end(t, out);
	if (t->n == 0) {
		t->first = t->least = t->most = p;
	} else if (p.y < t->least.y) {
		t->least = p;
		t->at_least = t->n;
	} else if (p.y > t->most.y) {
		t->most = p;
		t->at_most = t->n;
	}
	t->last = p;
	t->n++;
	return n;
}
