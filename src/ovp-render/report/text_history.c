/* SPDX-License-Identifier: MIT */
/* The runs of a bench, and their changes, for a terminal. */
#include <math.h>
#include <stdlib.h>

#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/history.h"
#include "ovp-render/sheet/history_of.h"
#include "ovp-render/sheet/origin.h"
#include "spark.h"
#include "text_table.h"

enum {
	BLOCKS = 40,
	MOST = 40,		/* changes that are listed */
};

static void
title(struct report *t, struct slice name, enum grid_column kind)
{
	size_t from = t->o->n;

	escape_text(t->o, name);
	grid_column(&t->doc.table.grid, (struct slice){ t->o->at + from,
	    t->o->n - from }, kind);
	t->o->n = from;
}

static void
cell_text(struct report *t, struct slice field)
{
	size_t from = t->o->n;

	escape_text(t->o, field);
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

static void
cell_value(struct report *t, struct number v)
{
	size_t from = t->o->n;

	put_value(t->o, v);
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

static void
cell_keys(struct report *t, const struct history *h, const struct slice *key)
{
	for (size_t k = 0; k < h->s->nkeys; k++)
		cell_text(t, key[k]);
}

/* Proof times over the runs: a line for each group. */
static void
lines(struct report *t, const struct history *h)
{
	size_t from = t->o->n;

	for (size_t k = 0; k < h->s->nkeys; k++)
		title(t, h->s->key[k], GRID_TEXT);
	title(t, SLICE("metric"), GRID_TEXT);
	recout_printf(t->o, "runs %.*s to %.*s", SLICE_ARG(h->run[0].number),
	    SLICE_ARG(h->run[h->nruns - 1].number));
	grid_column(&t->doc.table.grid, (struct slice){ t->o->at + from,
	    t->o->n - from }, GRID_TEXT);
	t->o->n = from;
	title(t, SLICE("first"), GRID_DETAIL);
	title(t, SLICE("last"), GRID_NUMBER);
	for (size_t i = 0; i < h->nseries; i++) {
		const struct history_series *s = &h->series[i];

		if (!s->time || s->n == 0)
			continue;
		cell_keys(t, h, s->key);
		cell_text(t, s->metric);
		from = t->o->n;
		spark_put(t->o, h, s, BLOCKS);
		grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
		cell_value(t, number_real(s->value[0]));
		cell_value(t, number_real(s->value[s->n - 1]));
	}
	grid_put(&t->doc.table.grid, t->o, &t->doc.screen);
	recout_char(t->o, '\n');
}

/* others: how many metrics of that run are not told. */
static void
change(struct report *t, const struct history *h, const struct history_event *e,
    size_t others)
{
	const struct history_run *run = &h->run[e->run];
	double pct = history_pct(e->what);
	size_t from;

	cell_text(t, run->number);
	for (size_t i = 0; i < h->s->ncarried; i++)
		cell_text(t, origin_short(run->carried[i]));
	cell_keys(t, h, e->of->key);
	cell_text(t, e->of->metric);
	from = t->o->n;
	if (isfinite(pct))
		put_pct(t->o, pct);
	if (e->what->drift)
		recout_str(t->o, " drift");
	grid_cell(&t->doc.table.grid, t->o, from,
	    e->what->verdict == VERDICT_WORSE ? COLOUR_RED :
	    e->what->verdict == VERDICT_BETTER ? COLOUR_GREEN : COLOUR_BLUE);
	cell_text(t, slice_str(verdict_word[e->what->verdict]));
	cell_value(t, e->what->before);
	cell_value(t, e->what->now);
	from = t->o->n;
	if (others > 0)
		recout_printf(t->o, "%zu", others);
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

/* Returns how many changes are left. */
static size_t
changes(struct report *t, const struct history *h)
{
	size_t i = 0, n = 0, telling, end;

	title(t, SLICE("run"), GRID_TEXT);
	for (size_t k = 0; k < h->s->ncarried; k++)
		title(t, h->s->carried[k], GRID_TEXT);
	for (size_t k = 0; k < h->s->nkeys; k++)
		title(t, h->s->key[k], GRID_TEXT);
	title(t, SLICE("metric"), GRID_TEXT);
	title(t, SLICE("change"), GRID_NUMBER);
	title(t, SLICE("verdict"), GRID_TEXT);
	title(t, SLICE("before"), GRID_DETAIL);
	title(t, SLICE("now"), GRID_WITH);
	title(t, SLICE("others"), GRID_DETAIL);
	for (; i < h->nevents && n < MOST; i = end) {
		end = history_run_end(h, i, &telling);
		for (size_t k = 0; k < telling; k++)
			change(t, h, &h->event[i + k],
			    k == 0 ? end - i - telling : 0);
		n += telling;
	}
	grid_put(&t->doc.table.grid, t->o, &t->doc.screen);
	return h->nevents - i;
}

static void
rest(struct report *t, const struct history *h, size_t left)
{
	size_t from = t->o->n;

	if (left > 0)
		recout_printf(t->o, "%zu earlier changes are not listed. ",
		    left);
	if (h->small > 0)
		recout_printf(t->o, "%zu change%s of less than 0.1 %% %s left "
		    "out. ", h->small, h->small == 1 ? "" : "s",
		    h->small == 1 ? "is" : "are");
	if (t->o->n == from)
		return;
	recout_str(t->o, "ovp-diff --changes lists all.");
	text_wrap(t, from);
}

static void
put(struct report *t, const struct history *h)
{
	size_t left = 0;

	lines(t, h);
	if (h->nevents == 0) {
		recout_str(t->o, "No change of a level in these runs.\n");
	} else {
		put_coloured(t->o, SLICE("Changes, latest first"),
		    COLOUR_BOLD, &t->doc.screen);
		recout_char(t->o, '\n');
		left = changes(t, h);
	}
	rest(t, h, left);
	recout_char(t->o, '\n');
}

void
text_history(struct report *t, size_t from, size_t end)
{
	struct history h;

	if (!history_of(&h, t->s, from, end))
		return;
	put(t, &h);
	history_free(&h);
}

void
text_changes_of(struct report *t, struct recin *in)
{
	struct history *all;
	size_t n;

	all = history_read(t->s, in, &n);
	if (n == 0)
		recout_str(t->o, HISTORY_EMPTY);
	for (size_t i = 0; i < n; i++) {
		text_title(t, i);
		put(t, &all[i]);
		history_free(&all[i]);
	}
	free(all);
	sheet_free(t->s);
}
