/* SPDX-License-Identifier: MIT */
/* Tables of a report, cell by cell. */
#include <stdlib.h>

#include "base/mem.h"
#include "doc_writer.h"
#include "figures.h"
#include "number/numfmt.h"

void
doc_table(struct doc *d)
{
	d->table.from = d->o->n;
}

void
doc_column_from(struct doc *d, size_t from, enum doc_kind kind, unsigned media)
{
	struct doc_table *t = &d->table;

	if (t->n == 0) {
		buf_add(&t->text, d->o->at + t->from, from - t->from);
		t->caption = t->text.n;
	}
	t->column = mem_grow(t->column, &t->cap, t->n, sizeof(*t->column));
	t->column[t->n++] = (struct doc_column){
		.kind = kind,
		.hidden = (media & d->w->medium) == 0,
		.at = t->text.n,
		.n = d->o->n - from,
	};
	buf_add(&t->text, d->o->at + from, d->o->n - from);
	d->o->n = t->from;
}

void
doc_column(struct doc *d, const char *title, enum doc_kind kind, unsigned media)
{
	size_t from = d->o->n;

	recout_str(d->o, title);
	doc_column_from(d, from, kind, media);
}

void
doc_column_named(struct doc *d, struct slice title, enum doc_kind kind,
    unsigned media)
{
	size_t from = d->o->n;

	d->w->voice.name(d->o, title);
	doc_column_from(d, from, kind, media);
}

/* Columns for other media have no cell. */
static void
pass(struct doc *d)
{
	struct doc_table *t = &d->table;

	if (++t->at < t->n)
		return;
	d->w->row_end(d);
	/* A text with a limit is cut at its end. */
	if (d->cut.max == 0)
		recout_settle(d->o);
}

static void
begin(struct doc *d)
{
	if (!d->table.begun)
		d->w->table(d);
	d->table.begun = true;
}

void
doc_row(struct doc *d, struct doc_row row)
{
	struct doc_table *t = &d->table;

	begin(d);
	t->row = row;
	t->at = 0;
	d->w->row(d);
}

void
doc_open(struct doc *d, struct doc_cell cell)
{
	d->table.cell = cell;
	d->before = d->o->n;
	if (!d->table.column[d->table.at].hidden)
		d->w->cell(d);
	d->text = d->o->n;
}

void
doc_close(struct doc *d)
{
	if (d->table.column[d->table.at].hidden)
		d->o->n = d->before;
	else
		d->w->cell_end(d);
	pass(d);
}

static bool
knows_both(const struct doc_cell *c)
{
	return c->now.known && c->base.known;
}

bool
doc_has_changed(const struct doc_cell *c)
{
	return knows_both(c) && differs_at_all(c->now.n, c->base.n) &&
	    ((c->judged && verdict_is_change(c->verdict)) ||
		differs(c->now.n, c->base.n));
}

void
doc_put_change(struct recout *o, const struct doc_cell *c, const char *sep)
{
	put_difference(o, c->now.n, c->base.n);
	if (c->base.n.real == 0)
		return;
	recout_str(o, sep);
	put_percent(o, c->now.n, c->base.n);
}

static void
put_value_of(struct doc *d, const struct doc_cell *c)
{
	struct recout *o = d->o;
	bool csv = d->w->medium == DOC_CSV;

	if (!c->now.known)
		recout_str(o, csv ? "" : "-");
	else if (csv)
		o->n += numfmt(recout_room(o, NUMFMT_MAX), c->now.n);
	else
		c->put(o, c->now.n);
}

static void
put_known(struct doc *d, const struct doc_cell *c)
{
	struct recout *o = d->o;
	bool both = knows_both(c);

	if (c->show == DOC_DIFFERENCE && both)
		put_difference(o, c->now.n, c->base.n);
	else if (c->show == DOC_DIFFERENCE)
		return;
	else if (c->show == DOC_PERCENT && both && c->base.n.real != 0 &&
	    differs_at_all(c->now.n, c->base.n))
		put_percent(o, c->now.n, c->base.n);
	else if (c->show == DOC_INTERVAL && both)
		put_interval(o, c->base.n.real, c->now.n.real);
	else if (c->show == DOC_CHANCE && c->now.known)
		put_chance(o, c->now.n);
	else
		recout_char(o, '-');
}

static void
put_spread(struct doc *d, const struct doc_cell *c)
{
	bool words = d->w->medium != DOC_TEXT;

	if (!c->now.known) {
		recout_char(d->o, '-');
		return;
	}
	recout_str(d->o, words ? "±" : "");
	put_value(d->o, c->now.n);
	recout_str(d->o, words ? "%" : "");
}

static void
put(struct doc *d, const struct doc_cell *c)
{
	switch (c->show) {
	case DOC_RAW:
	case DOC_RECENT:
	case DOC_BARE:
		break;
	case DOC_NAME:
		d->w->voice.name(d->o, c->text);
		break;
	case DOC_CODE:
		d->w->name(d->o, c->text);
		break;
	case DOC_METRIC:
		d->w->metric(d->o, c->text);
		break;
	case DOC_KEY:
		doc_key(d, c->text, c->key);
		break;
	case DOC_WORD:
		recout_slice(d->o, c->text);
		break;
	case DOC_VALUE:
		put_value_of(d, c);
		break;
	case DOC_MOVED:
		d->w->moved(d, c);
		break;
	case DOC_TOLD:
		d->w->told(d, c);
		break;
	case DOC_CHANGE:
		d->w->change(d, c);
		break;
	case DOC_VERDICT:
		recout_str(d->o, verdict_word[c->verdict]);
		break;
	case DOC_PERCENT:
	case DOC_DIFFERENCE:
	case DOC_INTERVAL:
	case DOC_CHANCE:
		put_known(d, c);
		break;
	case DOC_SPREAD:
		put_spread(d, c);
		break;
	}
}

void
doc_cell(struct doc *d, struct doc_cell cell)
{
	if (d->table.column[d->table.at].hidden) {
		pass(d);
		return;
	}
	doc_open(d, cell);
	put(d, &cell);
	doc_close(d);
}

void
doc_show(struct doc *d, struct doc_cell cell)
{
	put(d, &cell);
}

void
doc_line(struct doc *d, size_t from)
{
	/* A grid keeps its titles, so that begin() writes nothing. */
	if (d->w->medium == DOC_TEXT) {
		begin(d);
		grid_line(&d->table.grid, d->o, from, COLOUR_DIM);
	}
	d->o->n = from;
}

void
doc_table_end(struct doc *d)
{
	struct doc_table *t = &d->table;

	if (t->begun)
		d->w->table_end(d);
	free(t->column);
	buf_free(&t->text);
	*t = (struct doc_table){ 0 };
}
