/* SPDX-License-Identifier: MIT */
/* Chart of GPU memory over time. */
#include <math.h>

#include "assets/svg.css.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/svg_text.h"
#include "stream/labels.h"
#include "svg_chart.h"
#include "svg_curve.h"

/* The plot's edges within the picture. */
enum { LEFT = 64, RIGHT = 784, TOP = 96, BOTTOM = 344 };

enum { TICKS_X = 8, TICKS_Y = 5 };

struct chart {
	struct recout *o;
	struct svg_range range;
	struct svg_scale scale;
	const struct svg_point *most[SVG_SERIES]; /* NULL: no values */
	double least;                             /* of all values, at most 0 */
};

static const char *const series_name[SVG_SERIES] = {
	[SVG_CURRENT] = "current",
	[SVG_PEAK] = "local peak",
	[SVG_RESERVED] = "reserved",
};

static const char *const series_class[SVG_SERIES] = {
	[SVG_CURRENT] = "current",
	[SVG_PEAK] = "peak",
	[SVG_RESERVED] = "reserved",
};

void
svg_chart_style(struct recout *o)
{
	recout_str(o, "<style>\n");
	recout_str(o, svg_css);
	recout_str(o, "</style>\n");
}

static void
measure(struct chart *c)
{
	const struct svg_point *point = c->range.points->point;
	const struct svg_point *last = &point[c->range.end - 1];
	double most = 0;

	for (size_t i = c->range.from; i < c->range.end; i++)
		for (int k = 0; k < SVG_SERIES; k++) {
			double v = point[i].value[k];

			if (isnan(v))
				continue;
			if (c->most[k] == NULL || v > c->most[k]->value[k])
				c->most[k] = &point[i];
			c->least = fmin(c->least, v);
			most = fmax(most, v);
		}
	c->scale = (struct svg_scale){
		.zero = point[c->range.from].time,
		.left = LEFT,
		.right = RIGHT,
		.top = TOP,
		.bottom = BOTTOM,
		.y = svg_axis_bytes(c->least, most, TICKS_Y),
	};
	c->scale.x = svg_axis_time(0, last->time - c->scale.zero, TICKS_X);
	/*
	 * The curves end at the picture's edge, with or without a tick there.
	 */
	if (last->time > c->scale.zero)
		c->scale.x.most = (last->time - c->scale.zero) /
		    c->scale.x.unit;
}

static void
put_title(struct chart *c)
{
	const struct svg_points *p = c->range.points;
	size_t panel = p->set[p->point[c->range.from].set].panel;
	const struct map_key *run = &p->panels.key[panel];

	recout_printf(c->o,
	    "<text x=\"16\" y=\"28\" font-size=\"16\" "
	    "font-weight=\"600\">GPU memory: ");
	svg_text_put(c->o, p->benches.key[run->parent].bytes, 16, 520);
	if (p->runs[run->parent] > 1) {
		recout_str(c->o, ", run ");
		svg_text_put(c->o, run->bytes, 16, 80);
	}
	recout_str(c->o, "</text>\n");
}

/* `7.70 GiB' */
static void
put_bytes(struct chart *c, double bytes)
{
	const struct svg_axis *y = &c->scale.y;

	recout_printf(c->o, "%.*f %s", y->unit > 1 ? 2 : 0, bytes / y->unit,
	    y->name);
}

static void
put_legend(struct chart *c)
{
	double x = 16;

	for (int k = 0; k < SVG_SERIES; k++) {
		if (c->most[k] == NULL)
			continue;
		recout_printf(c->o,
		    "<path class=\"%s\" d=\"M%.0f,48h24\"/>"
		    "<text x=\"%.0f\" y=\"52\" font-size=\"12\">%s"
		    "<tspan class=\"soft\"> up to ",
		    series_class[k], x, x + 32, series_name[k]);
		put_bytes(c, c->most[k]->value[k]);
		recout_str(c->o, "</tspan></text>\n");
		x += 220;
	}
}

static void
put_axis_y(struct chart *c)
{
	const struct svg_axis *y = &c->scale.y;
	int n = (int)lround((y->most - y->least) / y->step);

	for (int i = 0; i <= n; i++) {
		double v = y->least + i * y->step;
		double at = svg_scale_y(&c->scale, v * y->unit);

		recout_printf(c->o,
		    "<path class=\"%s\" d=\"M%d,%.1fH%d\"/>"
		    "<text class=\"soft\" x=\"%d\" y=\"%.1f\" font-size=\"12\""
		    " text-anchor=\"end\">%.*f%s%s</text>\n",
		    v == 0 ? "axis" : "grid", LEFT, at, RIGHT, LEFT - 8, at + 4,
		    svg_axis_decimals(y), v, i == n ? " " : "",
		    i == n ? y->name : "");
	}
}

static void
put_axis_x(struct chart *c)
{
	const struct svg_axis *x = &c->scale.x;
	int n = (int)floor((x->most - x->least) / x->step + 1e-9);

	for (int i = 0; i <= n; i++) {
		double v = x->least + i * x->step;
		double at = svg_scale_x(&c->scale, c->scale.zero + v * x->unit);

		recout_printf(c->o,
		    "<path class=\"axis\" d=\"M%.1f,%dv5\"/>"
		    "<text class=\"soft\" x=\"%.1f\" y=\"%d\" font-size=\"12\""
		    " text-anchor=\"middle\">%.*f</text>\n",
		    at, BOTTOM, at, BOTTOM + 20, svg_axis_decimals(x), v);
	}
	recout_printf(c->o,
	    "<text class=\"soft\" x=\"%d\" y=\"%d\" "
	    "font-size=\"12\" text-anchor=\"middle\">time since the first "
	    "measurement (%s)</text>\n",
	    (LEFT + RIGHT) / 2, BOTTOM + 42, x->name);
}

/* Marks the highest peak and names its module. */
static void
put_peak(struct chart *c)
{
	enum svg_series k = c->most[SVG_PEAK] != NULL ? SVG_PEAK : SVG_CURRENT;
	const struct svg_point *p = c->most[k];
	struct buf scratch = { 0 };
	struct slice module;
	double x, y;

	if (p == NULL)
		return;
	x = svg_scale_x(&c->scale, p->time);
	y = svg_scale_y(&c->scale, p->value[k]);
	recout_printf(c->o,
	    "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" "
	    "r=\"3.5\"/>\n<text class=\"note\" x=\"%.1f\" y=\"%.1f\" "
	    "font-size=\"12\" text-anchor=\"%s\">",
	    x, y, fmin(fmax(x, LEFT + 4), RIGHT - 4),
	    y > TOP + 24 ? y - 9 : y + 18,
	    x < LEFT + 180      ? "start" :
		x > RIGHT - 180 ? "end" :
				  "middle");
	put_bytes(c, p->value[k]);
	if (labels_find(c->range.points->sets.key[p->set].bytes,
		SLICE("module"), &module) &&
	    module.n > 0) {
		recout_str(c->o, " in ");
		svg_text_put(c->o, labels_plain(module, &scratch), 12, 260);
	}
	recout_str(c->o, "</text>\n");
	buf_free(&scratch);
}

void
svg_chart(struct recout *o, const struct svg_points *points, size_t from,
    size_t end)
{
	struct chart c = { .o = o, .range = { points, from, end } };

	measure(&c);
	put_title(&c);
	put_legend(&c);
	svg_bands(o, &c.scale, &c.range);
	put_axis_y(&c);
	put_axis_x(&c);
	if (c.most[SVG_CURRENT] != NULL)
		svg_curve(o, &c.scale, &c.range, SVG_CURRENT, "area", true);
	for (int k = SVG_SERIES - 1; k >= 0; k--)
		if (c.most[k] != NULL)
			svg_curve(o, &c.scale, &c.range, (enum svg_series)k,
			    series_class[k], false);
	put_peak(&c);
}
