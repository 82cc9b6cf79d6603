/* SPDX-License-Identifier: MIT */
/* The runs of a bench, and the changes of their levels. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "cells.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/origin.h"
#include "runs_page.h"
#include "spark.h"

enum {
	BLOCKS = 40,     /* in a line of runs */
	MOST_LINES = 40, /* changes that text lists */
	MOST_ROWS = 300, /* the same for a page */
};

/* A page has pictures of the runs instead, and links to them. */
enum { LINES = DOC_TEXT | DOC_MD };

/* A limit of bytes leaves these out last: proof times, then recent runs. */
static const double weight_of_lines = 1e6, weight_of_times = 1e3;

static bool
is_page(const struct report *r)
{
	return doc_medium(&r->doc) == DOC_HTML;
}

static void
names(struct report *r, const struct slice *name, size_t n)
{
	for (size_t k = 0; k < n; k++)
		cells_text(r, DOC_NAME, name[k]);
}

static void
number(struct report *r, struct number n)
{
	struct value v = { n, true };

	cells_value(r, DOC_VALUE, v);
}

/* Proof times over the runs: a line for each group. */
static void
lines(struct report *r, const struct history *h)
{
	struct doc *d = &r->doc;
	size_t from;

	doc_table(d);
	cells_keys_columns(r, DOC_ALL);
	doc_column(d, "metric", DOC_WORDS, DOC_ALL);
	from = r->o->n;
	recout_printf(r->o, "runs %.*s to %.*s", SLICE_ARG(h->run[0].number),
	    SLICE_ARG(h->run[h->nruns - 1].number));
	doc_column_from(d, from, DOC_WORDS, DOC_ALL);
	doc_column(d, "first", DOC_DETAIL, DOC_ALL);
	doc_column(d, "last", DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < h->nseries; i++) {
		const struct history_series *s = &h->series[i];

		if (!s->time || s->n == 0)
			continue;
		doc_row(d, (struct doc_row){ .weight = weight_of_lines });
		names(r, s->key, h->s->nkeys);
		cells_text(r, DOC_NAME, s->metric);
		doc_open(d, (struct doc_cell){ .show = DOC_RAW });
		spark_put(r->o, h, s, BLOCKS);
		doc_close(d);
		number(r, number_real(s->value[0]));
		number(r, number_real(s->value[s->n - 1]));
	}
	doc_table_end(d);
}

static void
columns(struct report *r, const struct history *h)
{
	struct doc *d = &r->doc;

	doc_table(d);
	doc_bench_name(d, r->s->benches.key[h->bench].bytes);
	recout_str(r->o, ", changes");
	doc_column(d, "run", is_page(r) ? DOC_NUMBER : DOC_WORDS, DOC_ALL);
	for (size_t i = 0; i < h->s->ncarried; i++)
		doc_column_named(d, h->s->carried[i], DOC_WORDS, DOC_ALL);
	cells_keys_columns(r, DOC_ALL);
	doc_column(d, "metric", DOC_WORDS, DOC_ALL);
	doc_column(d, "change", is_page(r) ? DOC_NUMBER : DOC_REMARK, DOC_ALL);
	doc_column(d, "verdict", DOC_WORDS, DOC_TEXT | DOC_HTML);
	doc_column(d, "before", DOC_DETAIL, DOC_ALL);
	doc_column(d, "now", DOC_WITH, DOC_ALL);
	doc_column(d, "others", DOC_DETAIL, LINES);
}

/* Its number and carried columns; on a page also their full text. */
static void
run_of(struct report *r, const struct history *h, const struct history_event *e,
    size_t metric)
{
	const struct history_run *run = &h->run[e->run];
	struct doc_cell bare = { .show = DOC_BARE };

	if (!is_page(r)) {
		cells_text(r, DOC_NAME, run->number);
		for (size_t i = 0; i < h->s->ncarried; i++)
			cells_text(r, DOC_NAME, origin_short(run->carried[i]));
		return;
	}
	doc_open(&r->doc, bare);
	recout_printf(r->o, "<td class=\"n\"><a href=\"#m%zu-%zu-%zu\">",
	    h->bench, metric, e->run);
	escape_xml(r->o, run->number);
	recout_str(r->o, "</a></td>");
	doc_close(&r->doc);
	for (size_t i = 0; i < h->s->ncarried; i++) {
		doc_open(&r->doc, bare);
		recout_str(r->o, "<td title=\"");
		escape_xml(r->o, run->carried[i]);
		recout_str(r->o, "\">");
		escape_xml(r->o, origin_short(run->carried[i]));
		recout_str(r->o, "</td>");
		doc_close(&r->doc);
	}
}

/* `+4.7%', with the interval below it if the metric is noisy. */
static void
page_percent(struct recout *o, const struct changed *c)
{
	double pct = history_pct(c), from = fabs(c->before.real) / 100;

	if (isnan(pct)) {
		recout_str(o, "<td class=\"n\">-</td>");
		return;
	}
	recout_printf(o, "<td class=\"n\" data-sort=\"%.6g\">", pct);
	put_pct(o, pct);
	if (c->noisy) {
		recout_str(o, " <small>");
		put_interval(o, c->low / from, c->high / from);
		recout_str(o, "</small>");
	}
	recout_str(o, "</td>");
}

/* `+4.7% drift'; in Markdown with the verdict. */
static void
percent(struct report *r, const struct changed *c)
{
	double pct = history_pct(c);
	bool md = doc_medium(&r->doc) == DOC_MD;

	if (md && c->verdict != VERDICT_CHANGED)
		doc_mark(&r->doc, c->verdict);
	if (isfinite(pct))
		put_pct(r->o, pct);
	if (!md) {
		recout_str(r->o, c->drift ? " drift" : "");
		return;
	}
	recout_printf(r->o, "%s%s%s", isfinite(pct) ? " " : "",
	    c->drift ? "drift, " : "", verdict_word[c->verdict]);
}

static void
change_of(struct report *r, const struct changed *c)
{
	struct doc *d = &r->doc;

	doc_open(d,
	    (struct doc_cell){ .show = is_page(r) ? DOC_BARE : DOC_CHANGE,
		.verdict = c->verdict });
	if (is_page(r))
		page_percent(r->o, c);
	else
		percent(r, c);
	doc_close(d);
	doc_open(d, (struct doc_cell){ .show = DOC_BARE });
	if (is_page(r))
		recout_printf(r->o,
		    "<td class=\"verdict\"><span>%s%s</span>"
		    "</td>",
		    c->drift ? "drift, " : "", verdict_word[c->verdict]);
	else
		recout_str(r->o, verdict_word[c->verdict]);
	doc_close(d);
	number(r, c->before);
	number(r, c->now);
}

/*
 * A row of a change. first: of its run; others: number of metrics of that run
 * that are not listed.
 */
static void
line(struct report *r, const struct history *h, const struct history_event *e,
    bool first, size_t others, size_t metric)
{
	struct doc *d = &r->doc;
	char id[64];

	snprintf(id, sizeof(id), "c%zu-%zu", h->bench, e->run);
	doc_row(d,
	    (struct doc_row){ e->what->verdict,
		(e->of->time ? weight_of_times : 0) +
		    (double)e->run / (double)h->nruns,
		first ? id : NULL });
	run_of(r, h, e, metric);
	names(r, e->of->key, h->s->nkeys);
	cells_text(r, DOC_CODE, e->of->metric);
	change_of(r, e->what);
	doc_open(d, (struct doc_cell){ .show = DOC_CHANGE });
	if (others > 0)
		recout_printf(r->o, "%zu", others);
	doc_close(d);
}

/*
 * For each run the changes that explain the others; on a page, all. Returns the
 * number of changes left out.
 */
static size_t
changes(struct report *r, const struct history *h, const struct runs_page *p)
{
	size_t most = is_page(r)            ? MOST_ROWS :
	    doc_medium(&r->doc) == DOC_TEXT ? MOST_LINES :
					      SIZE_MAX;
	size_t i = 0, n = 0, telling, end;

	columns(r, h);
	for (; i < h->nevents && n < most; i = end) {
		end = history_run_end(h, i, &telling);
		if (is_page(r)) {
			end = end - i > most - n ? i + most - n : end;
			telling = end - i;
		}
		for (size_t k = 0; k < telling; k++)
			line(r, h, &h->event[i + k], k == 0,
			    k == 0 ? end - i - telling : 0,
			    is_page(r) ? runs_page_metric(p,
					     h->event[i + k].of->metric) :
					 0);
		n += telling;
	}
	doc_table_end(&r->doc);
	return h->nevents - i;
}

static void
rest(struct report *r, const struct history *h, size_t left)
{
	doc_begin(&r->doc, DOC_SMALL, VERDICT_NONE);
	if (left > 0)
		recout_printf(r->o, "%zu earlier changes are not listed. ",
		    left);
	if (h->small > 0)
		recout_printf(r->o,
		    "%zu change%s of less than 0.1 %% %s left "
		    "out. ",
		    h->small, h->small == 1 ? "" : "s",
		    h->small == 1 ? "is" : "are");
	if (left > 0 || h->small > 0) {
		doc_code(&r->doc, "ovp-diff --changes");
		recout_str(r->o, " lists all.");
	}
	doc_end(&r->doc, 0);
	doc_break(&r->doc);
}

static void
put(struct report *r, const struct history *h)
{
	struct runs_page page = { 0 };
	size_t left = 0;

	if (is_page(r))
		runs_page(&page, r, h);
	else
		lines(r, h);
	doc_heading(&r->doc, h->nevents > 0 ? DOC_ALL : DOC_HTML, 3);
	recout_str(r->o, "Changes, latest first");
	doc_heading_end(&r->doc);
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	if (h->nevents == 0)
		recout_str(r->o, "No change of a level in these runs.");
	doc_end(&r->doc, 0);
	if (h->nevents > 0)
		left = changes(r, h, &page);
	rest(r, h, left);
	doc_section_end(&r->doc);
	runs_page_free(&page);
}

void
report_history(struct report *r, size_t from, size_t end)
{
	struct history h;

	if (!history_of(&h, r->s, from, end))
		return;
	put(r, &h);
	history_free(&h);
}

void
report_history_read(struct report *r, struct history *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		doc_bench(&r->doc, i, r->s->benches.key[i].bytes);
		cut_head(&r->doc.cut, r->o);
		put(r, &all[i]);
		cut_tail(&r->doc.cut, r->o);
		doc_section_end(&r->doc);
		history_free(&all[i]);
	}
}
