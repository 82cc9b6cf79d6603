/* SPDX-License-Identifier: MIT */
/* A report of a sheet, in any medium. */
#include <stdlib.h>

#include "base/diag.h"
#include "compat.h"
#include "ovp-render/sheet/follow.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "page.h"
#include "pictures.h"
#include "summary.h"

/* The sections of a bench below its heading, in this order. */
static void (*const sections[])(struct report *, size_t from,
    size_t end) = { report_history, report_times, report_cost, report_causes,
	report_charts, report_changes, report_air_changes, report_pictures,
	report_metrics, report_airs };

/* In Markdown a bench is a block: the heading goes when all rows do. */
static void
bench(struct report *r, size_t from, size_t end)
{
	size_t n = r->s->row[from].bench;

	doc_bench(&r->doc, n, r->s->benches.key[n].bytes);
	report_origin(r, from, end);
	cut_head(&r->doc.cut, r->o);
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		sections[i](r, from, end);
	cut_tail(&r->doc.cut, r->o);
	doc_section_end(&r->doc);
}

/* Whether a bench belongs with those without a change, which come last. */
static bool
is_apart(const struct report *r, size_t from, size_t end)
{
	return (r->brief || doc_medium(&r->doc) == DOC_MD) &&
	    counts_unchanged(r->s, from, end);
}

/* Returns the number of the other benches. */
static size_t
benches(struct report *r, bool apart)
{
	size_t others = 0, end;

	for (size_t i = 0; i < r->s->n; i = end) {
		end = sheet_bench_end(r->s, i);
		if (is_apart(r, i, end) == apart)
			bench(r, i, end);
		else
			others++;
	}
	return others;
}

/* The benches without a change: folded in Markdown, a line in text. */
static void
all_benches(struct report *r)
{
	size_t n = benches(r, false);

	if (n == 0)
		return;
	if (r->brief) {
		recout_printf(r->o,
		    "%zu benchmark%s unchanged "
		    "(--all-metrics)\n",
		    n, n == 1 ? "" : "s");
		return;
	}
	doc_fold(&r->doc, DOC_MD);
	recout_printf(r->o, "%zu benchmark%s unchanged", n, n == 1 ? "" : "s");
	doc_fold_body(&r->doc);
	r->folded = true;
	benches(r, true);
	r->folded = false;
	doc_fold_end(&r->doc);
}

/* The text about all benches: answer, verdict, remarks. */
static void
begin(struct report *r, bool alone)
{
	struct counts c = { 0 };
	bool compares = r->s->compares;
	bool text = doc_medium(&r->doc) == DOC_TEXT;

	if (compares && !text)
		counts_add_all(&c, r->s);
	page_open(r, &c);
	if (compares)
		report_head(r, alone);
	if (compares && !text)
		report_verdict(r, &c);
	if (compares && doc_medium(&r->doc) == DOC_MD)
		report_remarks_all(r);
	page_main(r);
	cut_text(&r->doc.cut, r->o);
}

static void
put_empty(struct report *r, const char *words)
{
	bool page = doc_medium(&r->doc) == DOC_HTML;

	recout_str(r->o, page ? "<p>" : "");
	recout_str(r->o, words);
	recout_str(r->o, page ? "</p>\n" : "");
}

static void
put_history(struct report *r, struct recin *in)
{
	struct history *all;
	size_t n;

	if (r->opts->compat || r->opts->charts)
		fail("a stream of changes has no layout of --compat, "
		     "no --charts");
	if (r->opts->samples != NULL)
		fail("--samples: a stream of changes has no pictures");
	all = history_read(r->s, in, &n);
	begin(r, false);
	if (n == 0)
		put_empty(r, HISTORY_EMPTY);
	report_history_read(r, all, n);
	page_close(r);
	free(all);
}

static void
read_sheet(struct report *r, struct recin *in)
{
	sheet_read(r->s, in);
	pictures_read(r);
	select_rows(r->s, r->opts);
	importance_weigh(r->s);
	follow_mark(r->s);
	air_changes_of(&r->airs, r->s);
	if (doc_medium(&r->doc) == DOC_HTML ||
	    (!r->s->compares && r->opts->nmetrics == 0))
		airs_of(&r->parts, r->s);
	r->brief = doc_medium(&r->doc) == DOC_TEXT && r->s->compares &&
	    !r->opts->all_metrics && r->opts->nmetrics == 0;
}

static void
put_report(struct report *r)
{
	if (r->opts->compat && r->s->n > 0) {
		md_compat(r, r->opts->version);
		return;
	}
	begin(r, false);
	if (r->s->n == 0)
		put_empty(r, SHEET_EMPTY);
	else
		report_overview(r);
	all_benches(r);
	page_close(r);
}

static void
put_summary(struct report *r)
{
	sheet_need_group(r->s, "--summary");
	if (r->s->n == 0) {
		put_empty(r, SHEET_EMPTY);
	} else if (r->opts->compat) {
		summary_compat(r);
	} else {
		begin(r, true);
		summary_table(r);
		summary_origins(r);
	}
}

static void
render(struct recin *in, struct recout *o, const struct opts *opts,
    void (*put)(struct report *))
{
	struct sheet s;
	struct report r = { .s = &s,
		.o = o,
		.doc = doc_make(o, opts),
		.opts = opts };

	if (recin_kind(in) == STREAM_CHANGES) {
		put_history(&r, in);
	} else {
		read_sheet(&r, in);
		put(&r);
	}
	cut_fit(&r.doc.cut, o);
	/* The reference's layout keeps its own ending. */
	if (doc_medium(&r.doc) == DOC_TEXT ||
	    (put == put_summary && !opts->compat))
		doc_trim(&r.doc);
	pictures_close(&r);
	air_changes_free(&r.airs);
	airs_free(&r.parts);
	sheet_free(&s);
}

void
render_report(struct recin *in, struct recout *o, const struct opts *opts)
{
	render(in, o, opts, put_report);
}

void
render_summary(struct recin *in, struct recout *o, const struct opts *opts)
{
	render(in, o, opts, put_summary);
}
