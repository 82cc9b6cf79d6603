/* SPDX-License-Identifier: MIT */
/* GPU memory over time, or a history's runs, as a picture. */
#include "base/diag.h"
#include "ovp-render/format/format.h"
#include "runs_svg.h"
#include "svg_chart.h"

/* The height if there is no chart. */
enum { EMPTY_HEIGHT = 64 };

static void
put_open(struct recout *o, int height)
{
	recout_printf(o,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "class=\"gpu\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
	    "role=\"img\">\n<title>GPU memory over time</title>\n",
	    SVG_WIDTH, height, SVG_WIDTH, height);
	svg_chart_style(o);
	recout_printf(o, "<rect class=\"back\" width=\"%d\" height=\"%d\"/>\n",
	    SVG_WIDTH, height);
}

void
render_svg(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct svg_points p;
	int panels = 0;
	size_t end;

	if (recin_kind(in) == STREAM_STATISTICS) {
		runs_svg(in, o, opts);
		return;
	}
	if (opts->nmetrics > 0)
		fail("--metrics: the picture of GPU memory needs all its "
		     "metrics");
	svg_points_read(&p, in);
	for (size_t i = 0; i < p.n; i = svg_points_end(&p, i))
		panels++;
	put_open(o, panels > 0 ? panels * SVG_HEIGHT : EMPTY_HEIGHT);
	if (panels == 0)
		recout_str(o,
		    "<text x=\"16\" y=\"38\" font-size=\"14\">No GPU "
		    "memory was measured.</text>\n");
	panels = 0;
	for (size_t i = 0; i < p.n; i = end) {
		end = svg_points_end(&p, i);
		recout_printf(o, "<g transform=\"translate(0,%d)\">\n",
		    SVG_HEIGHT * panels++);
		svg_chart(o, &p, i, end);
		recout_str(o, "</g>\n");
	}
	recout_str(o, "</svg>\n");
	svg_points_free(&p);
}
