/* SPDX-License-Identifier: MIT */
/* Picture of a metric over the runs of a history. */
#include "base/buf.h"
#include "base/glob.h"
#include "ovp-render/doc/svg_text.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "runs_chart.h"
#include "runs_svg.h"

enum {
	TITLE = 40,
	EMPTY_HEIGHT = 64, /* if there is no chart */
};

/* The selected metric, or NULL. */
static const struct runs_metric *
choose(const struct runs_metric *m, size_t n, const struct opts *opts)
{
	for (size_t k = 0; k < opts->nmetrics; k++)
		for (size_t i = 0; i < n; i++)
			if (glob_match(opts->metrics[k].at,
				m[i].series[0]->metric))
				return &m[i];
	return opts->nmetrics == 0 && n > 0 ? &m[0] : NULL;
}

/* Returns the height of the drawing. */
static int
panel(struct recout *o, const struct runs_metric *m, int y)
{
	const struct sheet *s = m->h->s;

	recout_printf(o,
	    "<g transform=\"translate(0,%d)\">\n<text x=\"16\" "
	    "y=\"28\" font-size=\"16\" font-weight=\"600\">",
	    y);
	svg_text_put(o, s->benches.key[m->h->bench].bytes, 16, 440);
	recout_str(o, ": ");
	svg_text_put(o, m->series[0]->metric, 16, 440);
	recout_printf(o, "</text>\n<g transform=\"translate(0,%d)\">\n", TITLE);
	runs_chart(o, m, false);
	recout_str(o, "</g>\n</g>\n");
	return TITLE + runs_chart_height(m);
}

static int
panels(struct recout *o, const struct sheet *s, const struct opts *opts)
{
	int height = 0;
	size_t end;

	for (size_t i = 0; i < s->n; i = end) {
		const struct runs_metric *chosen;
		struct runs_metric *m;
		struct history h;
		size_t n;

		end = sheet_bench_end(s, i);
		if (!history_of(&h, s, i, end))
			continue;
		n = runs_metrics(&h, &m);
		chosen = choose(m, n, opts);
		if (chosen != NULL)
			height += panel(o, chosen, height);
		runs_metrics_free(m, n);
		history_free(&h);
	}
	return height;
}

void
runs_svg(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct buf body = { 0 };
	struct sheet s;
	size_t from;
	int height;

	sheet_read(&s, in);
	select_rows(&s, opts);
	from = o->n;
	height = panels(o, &s, opts);
	if (height == 0) {
		recout_printf(o,
		    "<text x=\"16\" y=\"38\" font-size=\"14\">No "
		    "benchmark has %d runs of %s.</text>\n",
		    HISTORY_LEAST,
		    opts->nmetrics > 0 ? "such a metric" : "a proof time");
		height = EMPTY_HEIGHT;
	}
	buf_add(&body, o->at + from, o->n - from);
	o->n = from;
	recout_printf(o,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "class=\"runs\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
	    "role=\"img\">\n<title>Values over runs</title>\n",
	    RUNS_WIDTH, height, RUNS_WIDTH, height);
	runs_chart_style(o);
	recout_printf(o, "<rect class=\"back\" width=\"%d\" height=\"%d\"/>\n",
	    RUNS_WIDTH, height);
	recout_slice(o, buf_bytes(&body));
	recout_str(o, "</svg>\n");
	buf_free(&body);
	sheet_free(&s);
}
