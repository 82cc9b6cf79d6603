/* SPDX-License-Identifier: MIT */
/* Tables of the metrics that changed, and of settings and estimates. */
#include <stdlib.h>

#include "cells.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/statistic.h"

/* A page has names and verdicts first, to sort by them. */
enum { LINES = DOC_TEXT | DOC_MD };

static void
columns(struct report *r)
{
	struct doc *d = &r->doc;

	cells_keys_columns(r, LINES);
	doc_column(d, "metric", DOC_WORDS, DOC_ALL);
	cells_keys_columns(r, DOC_HTML);
	doc_column(d, "verdict", DOC_WORDS, DOC_HTML);
	doc_column(d, "change", DOC_NUMBER, DOC_HTML);
	if (r->s->interval)
		doc_column(d, "interval", DOC_NUMBER, DOC_HTML);
	doc_column(d, "statistic", DOC_ASIDE, LINES);
	doc_column(d, "baseline", DOC_DETAIL, DOC_ALL);
	doc_column(d, "now", DOC_NUMBER, DOC_ALL);
	doc_column(d, "difference", DOC_NUMBER, DOC_HTML);
	doc_column(d, "change", DOC_REMARK, LINES);
	if (r->s->interval)
		doc_column(d, "interval", DOC_ASIDE, LINES);
	doc_column(d, "statistic", DOC_WORDS, DOC_HTML);
	if (r->s->p)
		doc_column(d, "p", DOC_DETAIL, DOC_ALL);
}

static void
line(struct report *r, const struct row *row)
{
	enum statistic stat = statistic_judged(r->s, row);
	struct doc_cell of = cells_of(row, stat, DOC_PERCENT, true);
	struct doc_cell interval = { .show = DOC_INTERVAL,
		.base = row_judged(row, JUDGED_LOW),
		.now = row_judged(row, JUDGED_HIGH) };
	struct slice name = r->s->stat[stat];
	struct doc *d = &r->doc;

	doc_row(d,
	    (struct doc_row){ row->verdict, report_weight(r, row), NULL });
	cells_keys(r, row);
	cells_text(r, DOC_METRIC, row->metric);
	cells_keys(r, row);
	of.show = DOC_VERDICT;
	doc_cell(d, of);
	of.show = DOC_PERCENT;
	doc_cell(d, of);
	if (r->s->interval)
		doc_cell(d, interval);
	cells_text(r, DOC_WORD, name);
	cells_value(r, DOC_VALUE, of.base);
	cells_value(r, DOC_VALUE, of.now);
	of.show = DOC_DIFFERENCE;
	doc_cell(d, of);
	of.show = DOC_CHANGE;
	doc_cell(d, of);
	if (r->s->interval)
		doc_cell(d, interval);
	cells_text(r, DOC_WORD, name);
	if (r->s->p)
		cells_value(r, DOC_CHANCE, row_judged(row, JUDGED_P));
}

/* In Markdown the text above a table goes with it. */
static void
heading(struct report *r, bool settings)
{
	doc_heading(&r->doc, DOC_HTML, 3);
	recout_str(r->o, settings ? "Settings and estimates" : "What changed");
	doc_heading_end(&r->doc);
	if (!settings)
		return;
	doc_heading(&r->doc, DOC_TEXT, 3);
	recout_str(r->o, "settings and estimates");
	doc_heading_end(&r->doc);
	if (doc_medium(&r->doc) != DOC_MD)
		return;
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	recout_str(r->o, "Settings and estimates, neither better nor worse:");
	doc_end(&r->doc, DOC_WITHIN);
}

static void
table(struct report *r, const struct row *const *row, size_t n, bool settings)
{
	if (n == 0)
		return;
	heading(r, settings);
	doc_table(&r->doc);
	doc_bench_name(&r->doc, r->s->benches.key[row[0]->bench].bytes);
	recout_str(r->o,
	    settings ? ", settings and estimates, neither better "
		       "nor worse" :
		       ", what changed");
	columns(r);
	for (size_t i = 0; i < n; i++)
		line(r, row[i]);
	doc_table_end(&r->doc);
	doc_section_end(&r->doc);
}

void
report_changes(struct report *r, size_t from, size_t end)
{
	size_t n, settings;
	const struct row **row = importance_changes(r->s, from, end, &n,
	    &settings);

	table(r, row, settings, false);
	table(r, row + settings, n - settings, true);
	free(row);
}
