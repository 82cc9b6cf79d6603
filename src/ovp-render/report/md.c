/* SPDX-License-Identifier: MIT */
/* The report as GitHub's Markdown. */
#include "base/diag.h"
#include "md.h"
#include "ovp-render/chart/charts.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/follow.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/runs.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "summary.h"

void
md_title(struct report *m, size_t bench)
{
	struct slice name = m->s->benches.key[bench].bytes;

	recout_str(m->o, "## ");
	if (name.n > 0)
		escape_md(m->o, name);
	else
		recout_str(m->o, "(no name)");
	recout_str(m->o, "\n\n");
}

static void
put_heading(struct report *m, size_t from, size_t end, enum verdict whole)
{
	struct counts c = { 0 };

	md_title(m, m->s->row[from].bench);
	if (origin_put(m->o, m->s, from, end, escape_md))
		recout_str(m->o, "\n\n");
	if (runs_put(m->o, m->s, from, end))
		recout_str(m->o, "\n\n");
	if (whole == VERDICT_NEW) {
		recout_str(m->o, "New benchmark: the baseline has none of "
		    "this name.\n\n");
	} else if (whole == VERDICT_GONE) {
		recout_str(m->o, "Gone: only the baseline has this "
		    "benchmark.\n\n");
	} else if (m->s->compares && m->s->benches.n > 1) {
		counts_add(&c, m->s, from, end);
		report_verdict(m, &c);
		report_remarks(m, from, end);
	}
	cut_head(&m->doc.cut, m->o);
}

/* They matter as much as the row that matters most. */
static void
charts(struct report *m, size_t from, size_t end)
{
	struct slice bench = m->s->benches.key[m->s->row[from].bench].bytes;
	size_t before = m->o->n;
	double weight = 0;

	charts_times(m->o, m->s, from, end);
	charts_memory(m->o, &m->points, bench);
	for (size_t i = from; i < end; i++)
		if (m->s->row[i].weight > weight)
			weight = m->s->row[i].weight;
	if (m->o->n > before)
		cut_row(&m->doc.cut, m->o, weight);
}

static void
bench(struct report *m, size_t from, size_t end)
{
	enum verdict whole = counts_whole(m->s, from, end);

	put_heading(m, from, end, whole);
	md_history(m, from, end);
	report_times(m, from, end);
	if (m->s->compares && m->s->benches.n > 1)
		report_causes(m, from, end);
	if (m->opts->charts)
		charts(m, from, end);
	report_changes(m, from, end);
	report_air_changes(m, from, end);
	report_metrics(m, from, end);
	cut_tail(&m->doc.cut, m->o);
}

static void
benches(struct report *m, bool unchanged)
{
	size_t end;

	for (size_t i = 0; i < m->s->n; i = end) {
		end = sheet_bench_end(m->s, i);
		if (counts_unchanged(m->s, i, end) == unchanged)
			bench(m, i, end);
	}
}

/* Those without a change, below all others. */
static void
fold_unchanged(struct report *m)
{
	size_t n = 0, end;

	for (size_t i = 0; i < m->s->n; i = end) {
		end = sheet_bench_end(m->s, i);
		n += counts_unchanged(m->s, i, end);
	}
	if (n == 0)
		return;
	recout_printf(m->o, "<details><summary>%zu benchmark%s "
	    "unchanged</summary>\n\n", n, n == 1 ? "" : "s");
	cut_head(&m->doc.cut, m->o);
	m->folded = true;
	benches(m, true);
	m->folded = false;
	recout_str(m->o, "</details>\n\n");
	cut_tail(&m->doc.cut, m->o);
}

static void
report(struct report *m, const struct opts *opts)
{
	md_begin(m, false);
	if (m->s->benches.n > 1 && m->s->ntimes > 0) {
		summary_table(m, opts);
		recout_char(m->o, '\n');
		cut_text(&m->doc.cut, m->o);
	}
	benches(m, false);
	fold_unchanged(m);
}

void
render_md(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct report m = { .s = &s, .o = o, .opts = opts,
	    .doc = { .w = &doc_md, .o = o,
	    .cut = { .max = opts->max_bytes } } };

	if (recin_kind(in) == STREAM_CHANGES) {
		if (opts->compat || opts->charts)
			fail("a stream of changes has no layout of --compat, "
			    "no --charts");
		md_changes_of(&m, in);
		cut_fit(&m.doc.cut, o);
		return;
	}
	sheet_read(&s, in);
	charts_read(&m.points, opts);
	select_rows(&s, opts);
	importance_weigh(&s);
	follow_mark(&s);
	air_changes_of(&m.airs, &s);
	if (!s.compares && opts->nmetrics == 0)
		airs_of(&m.parts, &s);
	if (s.n == 0)
		recout_str(o, SHEET_EMPTY);
	else if (opts->compat)
		md_compat(&m, opts->version);
	else
		report(&m, opts);
	cut_fit(&m.doc.cut, o);
	svg_points_free(&m.points);
	air_changes_free(&m.airs);
	airs_free(&m.parts);
	sheet_free(&s);
}
