/* SPDX-License-Identifier: MIT */
/* Chart of a metric over the runs of a bench. */
#include <math.h>

#include "assets/runs.css.h"
#include "number/numfmt.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/doc/svg_text.h"
#include "runs_chart.h"
#include "runs_marks.h"
#include "stats/order.h"

enum {
	COLOURS = 8,
	COLUMNS = 3, /* in the legend */
	TICKS = 8,
};

void
runs_chart_style(struct recout *o)
{
	recout_str(o, "<style>\n");
	recout_str(o, runs_css);
	recout_str(o, "</style>\n");
}

static int
legend_rows(const struct runs_metric *m)
{
	return (int)((m->n + COLUMNS - 1) / COLUMNS);
}

int
runs_chart_height(const struct runs_metric *m)
{
	return legend_rows(m) * RUNS_LEGEND + 16 + LABELS * LABEL + FLAG +
	    PLOT + BELOW;
}

static void
put_short(struct recout *o, struct slice field)
{
	svg_text_put(o, field, 12, 170);
}

static void
put_legend(struct runs_plot *c)
{
	for (size_t i = 0; i < c->m->n; i++) {
		const struct history_series *s = c->m->series[i];
		size_t x = 16 + i % COLUMNS * 310;
		size_t y = 14 + i / COLUMNS * RUNS_LEGEND;

		recout_printf(c->o,
		    "<path class=\"level s%zu\" "
		    "d=\"M%zu,%zuh20\"/><text x=\"%zu\" y=\"%zu\" "
		    "font-size=\"12\">",
		    i % COLOURS, x, y, x + 28, y + 4);
		runs_plot_keys(c, s, put_short);
		recout_str(c->o, " <tspan class=\"soft\">now ");
		put_value(c->o, number_real(s->value[s->n - 1]));
		recout_printf(c->o, " %s</tspan></text>\n", s->of->unit);
	}
}

static void
put_axis_y(struct runs_plot *c)
{
	for (size_t i = 0; i < c->y.nticks; i++) {
		double at = runs_plot_y(c, c->y.tick[i]);

		recout_printf(c->o,
		    "<path class=\"grid\" d=\"M%d,%.1fH%d\"/>"
		    "<text class=\"soft\" x=\"%d\" y=\"%.1f\" font-size=\"12\""
		    " text-anchor=\"end\">",
		    LEFT, at, RIGHT, LEFT - 8, at + 4);
		runs_scale_put(c->o, &c->y, i);
		recout_str(c->o, "</text>\n");
	}
	recout_printf(c->o, "<path class=\"axis\" d=\"M%d,%dH%d\"/>\n", LEFT,
	    c->bottom, RIGHT);
}

static void
put_axis_x(struct runs_plot *c)
{
	const struct history *h = c->m->h;
	size_t step = 1 + (h->nruns - 1) / TICKS;

	for (size_t i = 0; i < h->nruns; i += step) {
		double at = runs_plot_x(c, (double)i);

		recout_printf(c->o,
		    "<path class=\"axis\" d=\"M%.1f,%dv5\"/>"
		    "<text class=\"soft\" x=\"%.1f\" y=\"%d\" font-size=\"12\""
		    " text-anchor=\"middle\">",
		    at, c->bottom, at, c->bottom + 20);
		escape_xml(c->o, h->run[i].number);
		recout_str(c->o, "</text>\n");
	}
	recout_printf(c->o,
	    "<text class=\"soft\" x=\"%d\" y=\"%d\" "
	    "font-size=\"12\" text-anchor=\"middle\">run</text>\n",
	    (LEFT + RIGHT) / 2, c->bottom + 40);
}

/* The data of the dots for a script. */
static void
put_data(struct runs_plot *c, const struct history_series *s)
{
	recout_str(c->o, " data-name=\"");
	runs_plot_keys(c, s, escape_xml);
	recout_printf(c->o, "\" data-unit=\"%s\"", s->of->unit);
	if (s->n < c->m->h->nruns) {
		recout_str(c->o, " data-at=\"");
		for (size_t i = 0; i < s->n; i++)
			recout_printf(c->o, "%s%zu", i == 0 ? "" : " ",
			    s->run[i]);
		recout_str(c->o, "\"");
	}
	recout_str(c->o, " data-v=\"");
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			recout_char(c->o, ' ');
		c->o->n += numfmt(recout_room(c->o, NUMFMT_MAX),
		    number_real(s->value[i]));
	}
	recout_char(c->o, '"');
}

/* In tenths of a pixel, relative: half as long as absolute decimals. */
static void
put_dots(struct runs_plot *c, size_t i)
{
	const struct history_series *s = c->m->series[i];
	long at = 0, up = 0;

	recout_printf(c->o, "<path class=\"dots s%zu\"", i % COLOURS);
	if (c->linked)
		put_data(c, s);
	recout_str(c->o, " transform=\"scale(.1)\" d=\"");
	for (size_t k = 0; k < s->n; k++) {
		long x = lround(10 * runs_plot_x(c, (double)s->run[k]));
		long y = lround(10 * runs_plot_y(c, s->value[k]));

		recout_printf(c->o, y < up ? "m%ld%ldh0" : "m%ld %ldh0", x - at,
		    y - up);
		at = x;
		up = y;
	}
	recout_str(c->o, "\"/>\n");
}

/* From change to change; a drift slopes. */
static void
put_levels(struct runs_plot *c, size_t i)
{
	const struct history_series *s = c->m->series[i];
	double at = (double)s->run[0], level;

	if (s->n < HISTORY_LEAST || s->of->class == METRIC_EXACT)
		return;
	level = s->nchanges > 0 ? s->change[0].before.real :
				  order_median(s->value, s->n);
	recout_printf(c->o, "<path class=\"level s%zu\" d=\"M%.1f,%.1f",
	    i % COLOURS, runs_plot_x(c, at), runs_plot_y(c, level));
	for (size_t k = 0; k < s->nchanges; k++) {
		const struct changed *e = &s->change[k];
		double from = fmax((double)e->at - (e->drift ? 1 : 0.5), 0);

		recout_printf(c->o, "L%.1f,%.1f", runs_plot_x(c, from),
		    runs_plot_y(c, e->before.real));
		if (e->drift)
			recout_printf(c->o, "L%.1f,%.1f",
			    runs_plot_x(c, (double)e->last),
			    runs_plot_y(c, e->now.real));
		else
			recout_printf(c->o, "V%.1f",
			    runs_plot_y(c, e->now.real));
		level = e->now.real;
	}
	recout_printf(c->o, "L%.1f,%.1f\"/>\n",
	    runs_plot_x(c, (double)s->run[s->n - 1]), runs_plot_y(c, level));
}

static void
measure(struct runs_plot *c)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < c->m->n; i++)
		for (size_t k = 0; k < c->m->series[i]->n; k++) {
			least = fmin(least, c->m->series[i]->value[k]);
			most = fmax(most, c->m->series[i]->value[k]);
		}
	runs_scale_of(&c->y, least, most, c->m->series[0]->of->unit);
}

void
runs_chart(struct recout *o, const struct runs_metric *m, bool linked)
{
	struct runs_plot c = { .o = o, .m = m, .linked = linked };

	c.top = legend_rows(m) * RUNS_LEGEND + 16 + LABELS * LABEL + FLAG;
	c.bottom = c.top + PLOT;
	measure(&c);
	put_legend(&c);
	put_axis_y(&c);
	put_axis_x(&c);
	for (size_t i = 0; i < m->n; i++)
		put_dots(&c, i);
	for (size_t i = 0; i < m->n; i++)
		put_levels(&c, i);
	runs_marks(&c);
	if (linked)
		recout_printf(o,
		    "<path class=\"cursor\" d=\"M0,%dV%d\" "
		    "data-left=\"%d\" data-right=\"%d\" hidden=\"\"/>\n",
		    c.top, c.bottom, LEFT + 8, RIGHT - 8);
}
