/* SPDX-License-Identifier: MIT */
/* The report as a page of HTML. */
#include "airs.h"
#include <stdlib.h>

#include "base/diag.h"
#include "html.h"
#include "html_table.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/format/format.h"
#include "ovp-render/sheet/follow.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/runs.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"

/* Shown by the script, which does what it offers. */
static void
tools(struct report *h)
{
	recout_str(h->o, "<div id=\"tools\" role=\"search\" hidden>\n"
	    "<label>Filter <input type=\"search\" id=\"filter\" "
	    "placeholder=\"metric, group, verdict\" autocomplete=\"off\" "
	    "spellcheck=\"false\"></label>\n");
	if (h->s->compares)
		recout_str(h->o, "<label><input type=\"checkbox\" "
		    "id=\"changed\"> only what changed</label>\n");
	recout_str(h->o, "<output id=\"count\" for=\"filter\"></output>\n"
	    "</div>\n");
}

static void
title(struct report *h, const struct counts *c)
{
	if (h->s->benches.n == 1)
		html_bench(h, 0);
	else
		recout_printf(h->o, "%zu benchmarks", h->s->benches.n);
	if (h->s->compares) {
		recout_str(h->o, ": ");
		counts_put(h->o, c);
	}
}

static void
header(struct report *h, const struct counts *c)
{
	recout_str(h->o, "<header>\n<h1>Benchmark report</h1>\n");
	if (h->s->compares) {
		report_head(h, false);
		report_verdict(h, c);
	}
	tools(h);
	recout_str(h->o, "</header>\n");
}

static void
bench(struct report *h, size_t from, size_t end)
{
	size_t i = h->s->row[from].bench;
	enum verdict whole = counts_whole(h->s, from, end);
	struct counts c = { 0 };

	recout_printf(h->o, "<section class=\"bench\" id=\"b%zu\" "
	    "aria-labelledby=\"h%zu\">\n<h2 id=\"h%zu\">", i, i, i);
	html_bench(h, i);
	recout_str(h->o, "</h2>\n");
	recout_str(h->o, "<p>");
	if (origin_put(h->o, h->s, from, end, escape_xml))
		recout_str(h->o, "</p>\n<p>");
	if (runs_put(h->o, h->s, from, end))
		recout_str(h->o, "</p>\n");
	else
		h->o->n -= strlen("<p>");
	if (whole == VERDICT_NEW) {
		recout_str(h->o, "<p>New benchmark: the baseline has none of "
		    "this name.</p>\n");
	} else if (whole == VERDICT_GONE) {
		recout_str(h->o, "<p>Gone: only the baseline has this "
		    "benchmark.</p>\n");
	} else if (h->s->compares && h->s->benches.n > 1) {
		counts_add(&c, h->s, from, end);
		report_verdict(h, &c);
	}
	report_remarks(h, from, end);
	html_history(h, from, end);
	report_times(h, from, end);
	html_cost(h, from, end);
	if (h->s->compares && h->s->benches.n > 1)
		report_causes(h, from, end);
	report_changes(h, from, end);
	report_air_changes(h, from, end);
	html_pictures(h, h->s->benches.key[i].bytes);
	report_metrics(h, from, end);
	airs_put(&h->doc, h->s, &h->parts, i, &h->next_part);
	recout_str(h->o, "</section>\n");
}

static void
report(struct report *h)
{
	struct counts c = { 0 };
	size_t end;

	counts_add_all(&c, h->s);
	html_page_open(h->o);
	title(h, &c);
	html_page_body(h->o);
	header(h, &c);
	recout_str(h->o, "<main>\n");
	if (h->s->n == 0)
		recout_str(h->o, "<p>" SHEET_EMPTY "</p>\n");
	if (h->s->benches.n > 1)
		html_overview(h);
	for (size_t i = 0; i < h->s->n; i = end) {
		end = sheet_bench_end(h->s, i);
		bench(h, i, end);
	}
	recout_str(h->o, "</main>\n");
	html_page_close(h->o);
}

static void
changes(struct report *h, struct sheet *s, struct recin *in)
{
	struct counts none = { 0 };
	size_t n;
	struct history *all = history_read(s, in, &n);

	html_page_open(h->o);
	title(h, &none);
	html_page_body(h->o);
	header(h, &none);
	html_changes_of(h, all, n);
	html_page_close(h->o);
	free(all);
	sheet_free(s);
}

void
render_html(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct report h = { .s = &s, .o = o, .opts = opts,
	    .doc = { .w = &doc_html, .o = o } };

	if (recin_kind(in) == STREAM_CHANGES) {
		if (opts->samples != NULL)
			fail("--samples: a stream of changes has no pictures");
		changes(&h, &s, in);
		return;
	}
	sheet_read(&s, in);
	select_rows(&s, opts);
	importance_weigh(&s);
	follow_mark(&s);
	airs_of(&h.parts, &s);
	air_changes_of(&h.airs, &s);
	html_read_samples(&h, opts);
	report(&h);
	html_close_samples(&h, opts);
	air_changes_free(&h.airs);
	airs_free(&h.parts);
	sheet_free(&s);
}
