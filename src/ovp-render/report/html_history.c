/* SPDX-License-Identifier: MIT */
/* The runs of a bench, and their changes, in a page of HTML. */
#include <math.h>

#include "html_table.h"
#include "ovp-render/chart/runs_chart.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/history.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/origin.h"

enum {
	MOST_POINTS = 400000,	/* of metrics beside the proof time, in all */
	MOST_ROWS = 300,	/* of changes, of a bench */
};

static void
figure(struct report *h, const struct runs_metric *m)
{
	struct slice metric = m->series[0]->metric;

	recout_str(h->o, "<figure class=\"history\" data-metric=\"");
	escape_xml(h->o, metric);
	recout_str(h->o, "\">\n<figcaption><code>");
	html_name(h, metric);
	recout_str(h->o, "</code></figcaption>\n<div class=\"scroll\" "
	    "role=\"region\" tabindex=\"0\" aria-label=\"");
	escape_xml(h->o, metric);
	recout_printf(h->o, " over the runs\">\n<svg class=\"runs\" "
	    "viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"",
	    RUNS_WIDTH, runs_chart_height(m));
	escape_xml(h->o, metric);
	recout_printf(h->o, " over %zu runs\">\n", m->h->nruns);
	runs_chart(h->o, m, true);
	recout_str(h->o, "</svg>\n</div>\n</figure>\n");
}

/* What a script tells of each run, a line each. */
static void
runs(struct report *h, const struct history *of)
{
	recout_str(h->o, " data-runs=\"");
	for (size_t i = 0; i < of->nruns; i++) {
		if (i > 0)
			recout_str(h->o, "&#10;");
		history_put_run(h->o, of, i, SIZE_MAX, escape_xml);
	}
	recout_str(h->o, "\"");
}

static size_t
points(const struct runs_metric *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++)
		n += m->series[i]->n;
	return n;
}

/* The other metrics, folded where no script offers the choice. */
static void
others(struct report *h, const struct runs_metric *m, size_t n)
{
	size_t shown = 0, left = 0;

	for (size_t i = 1; i < n; i++) {
		if (h->points_drawn + points(&m[i]) > MOST_POINTS) {
			left++;
			continue;
		}
		h->points_drawn += points(&m[i]);
		if (shown++ == 0)
			recout_str(h->o, "<details class=\"others\"><summary>"
			    "Other metrics</summary>\n");
		figure(h, &m[i]);
	}
	if (shown > 0)
		recout_str(h->o, "</details>\n");
	if (left > 0)
		recout_printf(h->o, "<p>%zu metrics are not drawn; "
		    "<code>--metrics</code> chooses.</p>\n", left);
}

static void
titles(struct report *h, const struct history *of)
{
	html_table_open(h);
	html_bench(h, of->bench);
	recout_str(h->o, ", changes");
	html_table_head(h);
	html_title_of_numbers(h, SLICE("run"));
	for (size_t i = 0; i < h->s->ncarried; i++)
		html_title(h, h->s->carried[i]);
	for (size_t k = 0; k < h->s->nkeys; k++)
		html_title(h, h->s->key[k]);
	html_title(h, SLICE("metric"));
	html_title_of_numbers(h, SLICE("change"));
	html_title(h, SLICE("verdict"));
	html_title_of_numbers(h, SLICE("before"));
	html_title_of_numbers(h, SLICE("now"));
	html_table_body(h);
}

static void
number(struct report *h, struct number n)
{
	recout_str(h->o, "<td class=\"n\">");
	put_value(h->o, n);
	recout_str(h->o, "</td>");
}

/* `+4.7%', and below the interval of a noisy one. */
static void
percent(struct report *h, const struct changed *c)
{
	double pct = history_pct(c), from = fabs(c->before.real) / 100;

	if (isnan(pct)) {
		recout_str(h->o, "<td class=\"n\">-</td>");
		return;
	}
	recout_printf(h->o, "<td class=\"n\" data-sort=\"%.6g\">", pct);
	put_pct(h->o, pct);
	if (c->noisy) {
		recout_str(h->o, " <small>");
		put_interval(h->o, c->low / from, c->high / from);
		recout_str(h->o, "</small>");
	}
	recout_str(h->o, "</td>");
}

static size_t
id_of(const struct runs_metric *m, size_t n, struct slice metric)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq(m[i].series[0]->metric, metric))
			return i;
	return 0;
}

static void
row(struct report *h, const struct history *of, const struct history_event *e,
    bool first, size_t metric)
{
	const struct history_run *run = &of->run[e->run];

	recout_printf(h->o, "<tr class=\"%s\"", verdict_word[e->what->verdict]);
	if (first)
		recout_printf(h->o, " id=\"c%zu-%zu\"", of->bench, e->run);
	recout_printf(h->o, "><td class=\"n\"><a href=\"#m%zu-%zu-%zu\">",
	    of->bench, metric, e->run);
	escape_xml(h->o, run->number);
	recout_str(h->o, "</a></td>");
	for (size_t i = 0; i < h->s->ncarried; i++) {
		recout_str(h->o, "<td title=\"");
		escape_xml(h->o, run->carried[i]);
		recout_str(h->o, "\">");
		escape_xml(h->o, origin_short(run->carried[i]));
		recout_str(h->o, "</td>");
	}
	for (size_t k = 0; k < h->s->nkeys; k++)
		html_text(h, e->of->key[k]);
	recout_str(h->o, "<td><code>");
	html_name(h, e->of->metric);
	recout_str(h->o, "</code></td>");
	percent(h, e->what);
	recout_printf(h->o, "<td class=\"verdict\"><span>%s%s</span></td>",
	    e->what->drift ? "drift, " : "", verdict_word[e->what->verdict]);
	number(h, e->what->before);
	number(h, e->what->now);
	recout_str(h->o, "</tr>\n");
}

static void
changes(struct report *h, const struct history *of, const struct runs_metric *m,
    size_t n)
{
	titles(h, of);
	for (size_t i = 0; i < of->nevents && i < MOST_ROWS; i++)
		row(h, of, &of->event[i],
		    i == 0 || of->event[i - 1].run != of->event[i].run,
		    id_of(m, n, of->event[i].of->metric));
	html_table_close(h);
}

static void
rest(struct report *h, const struct history *of)
{
	if (of->nevents <= MOST_ROWS && of->small == 0)
		return;
	recout_str(h->o, "<p><small>");
	if (of->nevents > MOST_ROWS)
		recout_printf(h->o, "%zu earlier changes are not listed. ",
		    of->nevents - MOST_ROWS);
	if (of->small > 0)
		recout_printf(h->o, "%zu change%s of less than 0.1 %% %s left "
		    "out. ", of->small, of->small == 1 ? "" : "s",
		    of->small == 1 ? "is" : "are");
	recout_str(h->o, "<code>ovp-diff --changes</code> lists "
	    "all.</small></p>\n");
}

static void
put(struct report *h, const struct history *of)
{
	struct runs_metric *m;
	size_t n = runs_metrics(of, &m);

	recout_str(h->o, "<section class=\"runs-of\"");
	runs(h, of);
	recout_str(h->o, ">\n<h3>Runs</h3>\n");
	if (n > 0) {
		figure(h, &m[0]);
		others(h, m, n);
	}
	recout_str(h->o, "</section>\n<section>\n<h3>Changes, latest "
	    "first</h3>\n");
	if (of->nevents > 0)
		changes(h, of, m, n);
	else
		recout_str(h->o, "<p>No change of a level in these "
		    "runs.</p>\n");
	rest(h, of);
	recout_str(h->o, "</section>\n");
	runs_metrics_free(m, n);
}

void
html_history(struct report *h, size_t from, size_t end)
{
	struct history of;

	if (!history_of(&of, h->s, from, end))
		return;
	put(h, &of);
	history_free(&of);
}

void
html_changes_of(struct report *h, struct history *all, size_t n)
{
	recout_str(h->o, "<main>\n");
	if (n == 0)
		recout_str(h->o, "<p>" HISTORY_EMPTY "</p>\n");
	for (size_t i = 0; i < n; i++) {
		recout_printf(h->o, "<section class=\"bench\" id=\"b%zu\" "
		    "aria-labelledby=\"h%zu\">\n<h2 id=\"h%zu\">", i, i, i);
		html_bench(h, i);
		recout_str(h->o, "</h2>\n");
		put(h, &all[i]);
		recout_str(h->o, "</section>\n");
		history_free(&all[i]);
	}
	recout_str(h->o, "</main>\n");
}
