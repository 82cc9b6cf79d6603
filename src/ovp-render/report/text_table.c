/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as tables for a terminal. */
#include <stdlib.h>

#include "base/chars.h"
#include "base/mem.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/statistic.h"
#include "ovp-render/sheet/times.h"
#include "air_table.h"
#include "remarks.h"
#include "spark.h"
#include "text_table.h"

static const enum colour colours[VERDICTS] = {
	[VERDICT_WORSE] = COLOUR_RED, [VERDICT_BETTER] = COLOUR_GREEN,
	[VERDICT_CHANGED] = COLOUR_BLUE, [VERDICT_NEW] = COLOUR_BOLD,
	[VERDICT_GONE] = COLOUR_BOLD,
};

/* A column titled by a name and words behind it. */
static void
column_of(struct report *t, struct slice name, const char *behind,
    enum grid_column kind)
{
	size_t from = t->o->n;

	escape_text(t->o, name);
	recout_str(t->o, behind);
	grid_column(&t->doc.table.grid, (struct slice){ t->o->at + from,
	    t->o->n - from }, kind);
	t->o->n = from;
}

static void
column(struct report *t, const char *title, enum grid_column kind)
{
	grid_column(&t->doc.table.grid, slice_str(title), kind);
}

static void
cell_name(struct report *t, struct slice name)
{
	size_t from = t->o->n;

	escape_text(t->o, name);
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

static void
put_key(struct report *t, const struct row *r, size_t key)
{
	if (r->key[key].n > 0) {
		escape_text(t->o, r->key[key]);
	} else {
		recout_str(t->o, "(no ");
		escape_text(t->o, t->s->key[key]);
		recout_char(t->o, ')');
	}
}

static void
cell_key(struct report *t, const struct row *r, size_t key)
{
	size_t from = t->o->n;

	put_key(t, r, key);
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

static void
cell_value(struct report *t, const struct value *v,
    void (*put)(struct recout *, struct number))
{
	size_t from = t->o->n;

	if (v != NULL && v->known)
		put(t->o, v->n);
	else
		recout_char(t->o, '-');
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

/* `+22.50 +0.5% worse', `new', or nothing where nothing changed. */
static void
cell_change(struct report *t, const struct row *r, enum statistic stat)
{
	size_t from = t->o->n;
	const struct value *now = &r->now[stat], *base = &r->base[stat];

	if (r->verdict == VERDICT_NEW) {
		recout_str(t->o, "new");
	} else if (r->verdict == VERDICT_GONE) {
		recout_str(t->o, "gone");
	} else if (now->known && base->known &&
	    differs_at_all(now->n, base->n) &&
	    (verdict_is_change(r->verdict) || differs(now->n, base->n))) {
		put_difference(t->o, now->n, base->n);
		if (base->n.real != 0) {
			recout_char(t->o, ' ');
			put_percent(t->o, now->n, base->n);
		}
		/* Not by colour alone, which a log has none of. */
		if (verdict_is_change(r->verdict))
			recout_printf(t->o, " %s", verdict_word[r->verdict]);
	}
	grid_cell(&t->doc.table.grid, t->o, from, colours[r->verdict]);
}

static void
cell_interval(struct report *t, const struct row *r)
{
	size_t from = t->o->n;

	if (r->low.known && r->high.known)
		put_interval(t->o, r->low.n.real, r->high.n.real);
	else
		recout_char(t->o, '-');
	grid_cell(&t->doc.table.grid, t->o, from, COLOUR_NONE);
}

static void
open_rows(struct report *t, bool keys)
{
	const struct sheet *s = t->s;

	for (size_t i = 0; keys && i < s->nkeys; i++)
		column_of(t, s->key[i], "", GRID_TEXT);
	column(t, "metric", GRID_TEXT);
	for (size_t i = 0; i < statistic_columns(s); i++) {
		grid_column(&t->doc.table.grid, s->stat[statistic_column(i)],
		    i == 0 ? GRID_NUMBER : GRID_DETAIL);
		if (i == 0 && s->compares)
			column(t, "change", GRID_NUMBER);
	}
	if (t->s->spread)
		column(t, "spread %", GRID_DETAIL);
}

static void
put_row(struct report *t, const struct row *r, bool keys)
{
	const struct sheet *s = t->s;

	for (size_t i = 0; keys && i < s->nkeys; i++)
		cell_key(t, r, i);
	cell_name(t, r->metric);
	for (size_t i = 0; i < statistic_columns(s); i++) {
		enum statistic stat = statistic_column(i);

		cell_value(t, statistic_shows(s, r, stat) ? &r->now[stat] :
		    NULL, put_value);
		if (i == 0 && s->compares)
			cell_change(t, r, statistic_judged(s, r));
	}
	if (t->s->spread)
		cell_value(t, &r->spread, put_value);
}

static void
phase_line(struct report *t, struct slice phase)
{
	size_t from = t->o->n;

	escape_text(t->o, phase);
	recout_char(t->o, ':');
	grid_line(&t->doc.table.grid, t->o, from, COLOUR_DIM);
}

/* Above the first row of a group, its name. */
static void
group_title(struct report *t, const struct row *r)
{
	struct slice name = r->key[0].n > 0 ? r->key[0] : SLICE("(no group)");
	struct buf shown = { 0 };

	put_coloured(t->o, escape_shown(name, &shown), COLOUR_BOLD, &t->doc.screen);
	recout_char(t->o, '\n');
	buf_free(&shown);
}

void
text_rows(struct report *t, size_t from, size_t end, bool keys)
{
	const struct row *last = NULL;

	for (size_t i = from; i < end; i++) {
		const struct row *r = &t->s->row[i];

		if (r->place == ROW_HIDDEN || r->time > 0)
			continue;
		/* What changed stands above. */
		if (t->brief && (r->verdict == VERDICT_SAME ||
		    verdict_is_change(r->verdict)))
			continue;
		if (last == NULL) {
			if (!keys)
				group_title(t, r);
			open_rows(t, keys);
		}
		if (!keys && r->part > 0 &&
		    (last == NULL || last->part != r->part))
			phase_line(t, r->phase);
		last = r;
		put_row(t, r, keys);
	}
	if (last == NULL)
		return;
	grid_put(&t->doc.table.grid, t->o, &t->doc.screen);
	recout_char(t->o, '\n');
}

void
text_changes(struct report *t, const struct row *const *r, size_t n)
{
	const struct sheet *s = t->s;

	if (n == 0)
		return;
	for (size_t i = 0; i < s->nkeys; i++)
		column_of(t, s->key[i], "", GRID_TEXT);
	column(t, "metric", GRID_TEXT);
	column(t, "statistic", GRID_DETAIL);
	column(t, "baseline", GRID_DETAIL);
	column(t, "now", GRID_NUMBER);
	column(t, "change", GRID_NUMBER);
	if (t->s->interval)
		column(t, "interval", GRID_DETAIL);
	if (t->s->p)
		column(t, "p", GRID_DETAIL);
	for (size_t i = 0; i < n; i++) {
		enum statistic stat = statistic_judged(s, r[i]);

		for (size_t k = 0; k < s->nkeys; k++)
			cell_key(t, r[i], k);
		cell_name(t, r[i]->metric);
		cell_name(t, s->stat[stat]);
		cell_value(t, &r[i]->base[stat], put_value);
		cell_value(t, &r[i]->now[stat], put_value);
		cell_change(t, r[i], stat);
		if (t->s->interval)
			cell_interval(t, r[i]);
		if (t->s->p)
			cell_value(t, &r[i]->p, put_chance);
	}
	grid_put(&t->doc.table.grid, t->o, &t->doc.screen);
	recout_char(t->o, '\n');
}

/* More are for other formats. */
enum { MOST_AIRS = 10 };

void
text_airs(struct report *t, size_t bench)
{
	struct tabular table = { .format = TABULAR_TEXT, .o = t->o,
	    .screen = &t->doc.screen };
	size_t at, end = air_changes_find(&t->airs, bench, &at);

	if (at == end)
		return;
	air_table_put(&table, &t->airs, at, end, MOST_AIRS, 0);
	if (end - at > MOST_AIRS)
		recout_printf(t->o, "and %zu more AIRs\n", end - at - MOST_AIRS);
	recout_char(t->o, '\n');
}
