/* SPDX-License-Identifier: MIT */
/* Curves and bands of a chart of GPU memory. */
#include <math.h>

#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/svg_text.h"
#include "svg_curve.h"
#include "svg_thin.h"

/* More bands would only flicker. */
enum { MOST_BANDS = 40 };

enum { NAME_SIZE = 11 };

static void
put_points(struct recout *o, const struct svg_xy *xy, size_t n, bool *open)
{
	for (size_t i = 0; i < n; i++) {
		recout_printf(o, "%s%.1f,%.1f", *open ? " " : "M", xy[i].x,
		    xy[i].y);
		*open = true;
	}
}

void
svg_curve(struct recout *o, const struct svg_scale *s,
    const struct svg_range *r, enum svg_series series, const char *class,
    bool area)
{
	struct svg_xy kept[4], p = { 0, 0 }, first = { 0, 0 };
	struct svg_thin thin = { .n = 0 };
	bool open = false;

	recout_printf(o, "<path class=\"%s\" d=\"", class);
	for (size_t i = r->from; i < r->end; i++) {
		const struct svg_point *point = &r->points->point[i];

		if (isnan(point->value[series]))
			continue;
		p.x = svg_scale_x(s, point->time);
		p.y = svg_scale_y(s, point->value[series]);
		if (!open && thin.n == 0)
			first = p;
		put_points(o, kept, svg_thin_add(&thin, p, kept), &open);
	}
	put_points(o, kept, svg_thin_end(&thin, kept), &open);
	if (area)
		recout_printf(o, " %.1f,%.1f %.1f,%.1fZ", p.x, s->bottom,
		    first.x, s->bottom);
	else
		/* A single point shows as a dot. */
		recout_str(o, "h0");
	recout_str(o, "\"/>\n");
}

static size_t
band_end(const struct svg_range *r, size_t i)
{
	const struct svg_points *p = r->points;
	size_t group = p->set[p->point[i].set].group;

	while (i < r->end && p->set[p->point[i].set].group == group)
		i++;
	return i;
}

static void
band(struct recout *o, const struct svg_scale *s, struct slice group,
    double from, double end, bool tinted)
{
	if (tinted && end - from >= 0.5)
		recout_printf(o,
		    "<rect class=\"band\" x=\"%.1f\" y=\"%.1f\" "
		    "width=\"%.1f\" height=\"%.1f\"/>\n",
		    from, s->top - 20, end - from, s->bottom - s->top + 20);
	if (group.n == 0 ||
	    svg_text_width(SLICE("xxxx"), NAME_SIZE) > end - from - 4)
		return;
	recout_printf(o,
	    "<text class=\"soft\" x=\"%.1f\" y=\"%.1f\" "
	    "font-size=\"%d\" text-anchor=\"middle\">",
	    (from + end) / 2, s->top - 6, NAME_SIZE);
	svg_text_put(o, group, NAME_SIZE, end - from - 4);
	recout_str(o, "<title>");
	escape_xml(o, group);
	recout_str(o, "</title></text>\n");
}

void
svg_bands(struct recout *o, const struct svg_scale *s,
    const struct svg_range *r)
{
	const struct svg_point *p = r->points->point;
	size_t n = 0, end;
	bool tinted = false;

	for (size_t i = r->from; i < r->end; i = band_end(r, i))
		n++;
	if (n > MOST_BANDS)
		return;
	for (size_t i = r->from; i < r->end; i = end) {
		end = band_end(r, i);
		/* Every second band, to show the borders. */
		tinted = n > 1 && !tinted;
		band(o, s, svg_points_group(r->points, &p[i]),
		    svg_scale_x(s, p[i].time),
		    svg_scale_x(s, p[end < r->end ? end : end - 1].time),
		    tinted);
	}
}
