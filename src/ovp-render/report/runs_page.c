/* SPDX-License-Identifier: MIT */
/* The runs of a bench as charts on an HTML page. */
#include "ovp-render/doc/escape.h"
#include "runs_page.h"

/* Points of all metrics except the proof time. */
enum { MOST_POINTS = 400000 };

static void
figure(struct report *r, const struct runs_metric *m)
{
	struct slice metric = m->series[0]->metric;

	recout_str(r->o, "<figure class=\"history\" data-metric=\"");
	escape_xml(r->o, metric);
	recout_str(r->o, "\">\n<figcaption><code>");
	doc_key(&r->doc, metric, SLICE(""));
	recout_str(r->o,
	    "</code></figcaption>\n<div class=\"scroll\" "
	    "role=\"region\" tabindex=\"0\" aria-label=\"");
	escape_xml(r->o, metric);
	recout_printf(r->o,
	    " over the runs\">\n<svg class=\"runs\" "
	    "viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"",
	    RUNS_WIDTH, runs_chart_height(m));
	escape_xml(r->o, metric);
	recout_printf(r->o, " over %zu runs\">\n", m->h->nruns);
	runs_chart(r->o, m, true);
	recout_str(r->o, "</svg>\n</div>\n</figure>\n");
}

/* The text that a script shows for each run, a line each. */
static void
runs_of(struct report *r, const struct history *of)
{
	recout_str(r->o, " data-runs=\"");
	for (size_t i = 0; i < of->nruns; i++) {
		if (i > 0)
			recout_str(r->o, "&#10;");
		history_put_run(r->o, of, i, SIZE_MAX, escape_xml);
	}
	recout_str(r->o, "\"");
}

static size_t
points(const struct runs_metric *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++)
		n += m->series[i]->n;
	return n;
}

/* The other metrics, folded unless a script offers the choice. */
static void
others(struct report *r, const struct runs_metric *m, size_t n)
{
	size_t shown = 0, left = 0;

	for (size_t i = 1; i < n; i++) {
		if (r->points_drawn + points(&m[i]) > MOST_POINTS) {
			left++;
			continue;
		}
		r->points_drawn += points(&m[i]);
		if (shown++ == 0)
			recout_str(r->o,
			    "<details class=\"others\"><summary>"
			    "Other metrics</summary>\n");
		figure(r, &m[i]);
	}
	if (shown > 0)
		recout_str(r->o, "</details>\n");
	if (left > 0)
		recout_printf(r->o,
		    "<p>%zu metrics are not drawn; "
		    "<code>--metrics</code> chooses.</p>\n",
		    left);
}

size_t
runs_page_metric(const struct runs_page *p, struct slice metric)
{
	for (size_t i = 0; i < p->n; i++)
		if (slice_eq(p->metric[i].series[0]->metric, metric))
			return i;
	return 0;
}

void
runs_page(struct runs_page *p, struct report *r, const struct history *h)
{
	p->n = runs_metrics(h, &p->metric);
	recout_str(r->o, "<section class=\"runs-of\"");
	runs_of(r, h);
	recout_str(r->o, ">\n<h3>Runs</h3>\n");
	if (p->n > 0) {
		figure(r, &p->metric[0]);
		others(r, p->metric, p->n);
	}
	doc_section_end(&r->doc);
}

void
runs_page_free(struct runs_page *p)
{
	runs_metrics_free(p->metric, p->n);
}
