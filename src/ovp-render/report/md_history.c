/* SPDX-License-Identifier: MIT */
/* The runs of a bench, and their changes, in GitHub's Markdown. */
#include <math.h>
#include <stdlib.h>

#include "md.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/history.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/origin.h"
#include "spark.h"

enum { BLOCKS = 40 };

/* What a limit of bytes leaves out last: proof times, then what is latest. */
static const double weight_of_lines = 1e6, weight_of_times = 1e3;

static void
cell(struct report *m, struct slice field)
{
	recout_str(m->o, " ");
	if (field.n > 0)
		escape_md(m->o, field);
	recout_str(m->o, " |");
}

static void
value(struct report *m, struct number n)
{
	recout_char(m->o, ' ');
	put_value(m->o, n);
	recout_str(m->o, " |");
}

static void
rule(struct report *m, size_t text, const char *rest)
{
	recout_str(m->o, "\n|");
	for (size_t i = 0; i < text; i++)
		recout_str(m->o, " :-- |");
	recout_printf(m->o, "%s\n", rest);
}

static void
keys(struct report *m, const struct slice *key, size_t n)
{
	for (size_t k = 0; k < n; k++)
		cell(m, key[k]);
}

static void
lines(struct report *m, const struct history *h)
{
	recout_str(m->o, "|");
	keys(m, h->s->key, h->s->nkeys);
	recout_printf(m->o, " metric | runs %.*s to %.*s | first | last |",
	    SLICE_ARG(h->run[0].number),
	    SLICE_ARG(h->run[h->nruns - 1].number));
	rule(m, h->s->nkeys + 2, " --: | --: |");
	cut_head(&m->doc.cut, m->o);
	for (size_t i = 0; i < h->nseries; i++) {
		const struct history_series *s = &h->series[i];

		if (!s->time || s->n == 0)
			continue;
		recout_char(m->o, '|');
		keys(m, s->key, h->s->nkeys);
		cell(m, s->metric);
		recout_char(m->o, ' ');
		spark_put(m->o, h, s, BLOCKS);
		recout_str(m->o, " |");
		value(m, number_real(s->value[0]));
		value(m, number_real(s->value[s->n - 1]));
		recout_char(m->o, '\n');
		cut_row(&m->doc.cut, m->o, weight_of_lines);
	}
	recout_char(m->o, '\n');
	cut_tail(&m->doc.cut, m->o);
}

/* others: how many metrics of that run are not told. */
static void
change(struct report *m, const struct history *h, const struct history_event *e,
    size_t others)
{
	static const char *const mark[VERDICTS] = {
		[VERDICT_WORSE] = "\U0001f534 ",
		[VERDICT_BETTER] = "\U0001f7e2 ",
		[VERDICT_CHANGED] = "",
	};
	const struct history_run *run = &h->run[e->run];
	double pct = history_pct(e->what);

	recout_char(m->o, '|');
	cell(m, run->number);
	for (size_t i = 0; i < h->s->ncarried; i++)
		cell(m, origin_short(run->carried[i]));
	keys(m, e->of->key, h->s->nkeys);
	cell(m, e->of->metric);
	recout_printf(m->o, " %s", mark[e->what->verdict]);
	if (isfinite(pct)) {
		put_pct(m->o, pct);
		recout_char(m->o, ' ');
	}
	recout_printf(m->o, "%s%s |", e->what->drift ? "drift, " : "",
	    verdict_word[e->what->verdict]);
	value(m, e->what->before);
	value(m, e->what->now);
	if (others > 0)
		recout_printf(m->o, " %zu |\n", others);
	else
		recout_str(m->o, " |\n");
	cut_row(&m->doc.cut, m->o, (e->of->time ? weight_of_times : 0) +
	    (double)e->run / (double)h->nruns);
}

static void
changes(struct report *m, const struct history *h)
{
	size_t telling, end;

	recout_str(m->o, "### Changes, latest first\n\n| run |");
	for (size_t i = 0; i < h->s->ncarried; i++)
		cell(m, h->s->carried[i]);
	keys(m, h->s->key, h->s->nkeys);
	recout_str(m->o, " metric | change | before | now | others |");
	rule(m, 1 + h->s->ncarried + h->s->nkeys + 2, " --: | --: | --: |");
	cut_head(&m->doc.cut, m->o);
	for (size_t i = 0; i < h->nevents; i = end) {
		end = history_run_end(h, i, &telling);
		for (size_t k = 0; k < telling; k++)
			change(m, h, &h->event[i + k],
			    k == 0 ? end - i - telling : 0);
	}
	recout_char(m->o, '\n');
	cut_tail(&m->doc.cut, m->o);
}

static void
put(struct report *m, const struct history *h)
{
	lines(m, h);
	if (h->nevents > 0)
		changes(m, h);
	else
		recout_str(m->o, "No change of a level in these runs.\n\n");
	if (h->small > 0)
		recout_printf(m->o, "%zu change%s of less than 0.1 %% %s left "
		    "out; `ovp-diff --changes` lists all.\n\n", h->small,
		    h->small == 1 ? "" : "s", h->small == 1 ? "is" : "are");
	if (h->nevents == 0 || h->small > 0)
		cut_row(&m->doc.cut, m->o, 0);
}

void
md_history(struct report *m, size_t from, size_t end)
{
	struct history h;

	if (!history_of(&h, m->s, from, end))
		return;
	put(m, &h);
	history_free(&h);
}

void
md_changes_of(struct report *m, struct recin *in)
{
	struct history *all;
	size_t n;

	all = history_read(m->s, in, &n);
	if (n == 0)
		recout_str(m->o, HISTORY_EMPTY);
	for (size_t i = 0; i < n; i++) {
		md_title(m, i);
		cut_head(&m->doc.cut, m->o);
		put(m, &all[i]);
		cut_tail(&m->doc.cut, m->o);
		history_free(&all[i]);
	}
	free(all);
	sheet_free(m->s);
}
