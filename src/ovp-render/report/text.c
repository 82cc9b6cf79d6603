/* SPDX-License-Identifier: MIT */
/* The report for a terminal. */
#include <stdlib.h>

#include "base/chars.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/follow.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/runs.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "text_table.h"

void
text_title(struct report *t, size_t bench)
{
	struct slice name = t->s->benches.key[bench].bytes;
	struct buf shown = { 0 };

	put_coloured(t->o, name.n > 0 ? escape_shown(name, &shown) :
	    SLICE("(no name)"), COLOUR_BOLD, &t->doc.screen);
	recout_str(t->o, "\n\n");
	buf_free(&shown);
}

static void
bench(struct report *t, size_t from, size_t end)
{
	struct counts c = { 0 };
	size_t at;

	text_title(t, t->s->row[from].bench);
	at = t->o->n;
	if (origin_put(t->o, t->s, from, end, escape_text))
		text_wrap(t, at);
	at = t->o->n;
	if (runs_put(t->o, t->s, from, end)) {
		text_wrap(t, at);
		recout_char(t->o, '\n');
	}
	counts_add(&c, t->s, from, end);
	if (t->s->compares)
		report_verdict(t, &c);
	report_remarks(t, from, end);
	text_history(t, from, end);
	report_times(t, from, end);
	if (t->s->compares && t->s->benches.n > 1)
		report_causes(t, from, end);
	report_changes(t, from, end);
	report_air_changes(t, from, end);
	report_metrics(t, from, end);
}

void
render_text(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct report t = { .s = &s, .o = o, .opts = opts,
	    .doc = { .w = &doc_text, .o = o, .screen =
	    screen_of_stdout((enum colour_when)opts->colour) } };
	size_t end, unchanged = 0;

	if (recin_kind(in) == STREAM_CHANGES) {
		text_changes_of(&t, in);
		return;
	}
	sheet_read(&s, in);
	select_rows(&s, opts);
	importance_weigh(&s);
	follow_mark(&s);
	t.brief = s.compares && !opts->all_metrics && opts->nmetrics == 0;
	if (s.n == 0)
		recout_str(o, SHEET_EMPTY);
	air_changes_of(&t.airs, &s);
	if (!s.compares && opts->nmetrics == 0)
		airs_of(&t.parts, &s);
	if (s.compares)
		report_head(&t, false);
	for (size_t i = 0; i < s.n; i = end) {
		end = sheet_bench_end(&s, i);
		if (t.brief && counts_unchanged(&s, i, end))
			unchanged++;
		else
			bench(&t, i, end);
	}
	if (unchanged > 0)
		recout_printf(o, "%zu benchmark%s unchanged (--all-metrics)\n",
		    unchanged, unchanged == 1 ? "" : "s");
	/* Tables end with an empty line, which the last one needs not. */
	if (s.n > 0 && o->n > 1 && o->at[o->n - 2] == '\n')
		o->n--;
	air_changes_free(&t.airs);
	airs_free(&t.parts);
	sheet_free(&s);
}
