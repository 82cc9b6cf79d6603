/* SPDX-License-Identifier: MIT */
/* One table's cells in any format for people. */
#include <stdlib.h>

#include "base/mem.h"
#include "escape.h"
#include "number/numfmt.h"
#include "tabular.h"

static void
add_column(struct tabular *t, struct tabular_column column)
{
	t->column = mem_grow(t->column, &t->cap, t->ncolumns,
	    sizeof(*t->column));
	t->column[t->ncolumns++] = column;
}

void
tabular_column(struct tabular *t, const char *title, bool number)
{
	add_column(t, (struct tabular_column){ slice_str(title), false,
	    number });
}

void
tabular_column_named(struct tabular *t, struct slice title, bool number)
{
	add_column(t, (struct tabular_column){ title, true, number });
}

static void
put_title(struct tabular *t, const struct tabular_column *c)
{
	if (c->name)
		tabular_name(t, c->title);
	else
		recout_slice(t->o, c->title);
}

static void
begin_md(struct tabular *t)
{
	recout_char(t->o, '|');
	for (size_t i = 0; i < t->ncolumns; i++) {
		recout_char(t->o, ' ');
		put_title(t, &t->column[i]);
		recout_str(t->o, " |");
	}
	recout_str(t->o, "\n|");
	for (size_t i = 0; i < t->ncolumns; i++)
		recout_str(t->o, t->column[i].number ? " --: |" : " :-- |");
	recout_char(t->o, '\n');
	if (t->cut != NULL)
		cut_head(t->cut, t->o);
}

static void
begin_html(struct tabular *t)
{
	recout_printf(t->o, "<div class=\"scroll\" role=\"region\" "
	    "aria-labelledby=\"t%zu\" tabindex=\"0\">\n<table>\n"
	    "<caption id=\"t%zu\">%s", *t->tables, *t->tables, t->caption);
	++*t->tables;
	if (t->of.n > 0) {
		recout_str(t->o, " of ");
		escape_xml(t->o, t->of);
	}
	if (t->bench.n > 0) {
		recout_str(t->o, ", ");
		escape_xml(t->o, t->bench);
	}
	recout_str(t->o, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < t->ncolumns; i++) {
		recout_printf(t->o, "<th scope=\"col\"%s>",
		    t->column[i].number ? " class=\"n\"" : "");
		put_title(t, &t->column[i]);
		recout_str(t->o, "</th>");
	}
	recout_str(t->o, "</tr>\n</thead>\n<tbody>\n");
}

static void
begin_text(struct tabular *t)
{
	struct buf shown = { 0 };

	for (size_t i = 0; i < t->ncolumns; i++) {
		struct slice title = t->column[i].title;

		if (t->column[i].name)
			title = escape_shown(title, &shown);
		grid_column(&t->grid, title,
		    t->column[i].number ? GRID_NUMBER : GRID_TEXT);
	}
	buf_free(&shown);
}

static void
begin_csv(struct tabular *t)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		if (i > 0)
			recout_char(t->o, ',');
		put_title(t, &t->column[i]);
	}
	recout_str(t->o, "\r\n");
}

static void
begin(struct tabular *t)
{
	switch (t->format) {
	case TABULAR_TEXT:
		begin_text(t);
		break;
	case TABULAR_CSV:
		begin_csv(t);
		break;
	case TABULAR_MD:
		begin_md(t);
		break;
	case TABULAR_HTML:
		begin_html(t);
		break;
	}
}

size_t
tabular_cell(struct tabular *t)
{
	bool first = t->at % t->ncolumns == 0;

	if (t->at == 0)
		begin(t);
	if (t->format == TABULAR_CSV && !first)
		recout_char(t->o, ',');
	if (t->format == TABULAR_MD)
		recout_str(t->o, first ? "| " : " ");
	if (t->format == TABULAR_HTML && first)
		recout_str(t->o, "<tr>");
	if (t->format == TABULAR_HTML)
		recout_str(t->o, t->column[t->at % t->ncolumns].number ?
		    "<td class=\"n\">" : "<td>");
	return t->o->n;
}

void
tabular_end(struct tabular *t, size_t from)
{
	bool last = ++t->at % t->ncolumns == 0;

	switch (t->format) {
	case TABULAR_TEXT:
		grid_cell(&t->grid, t->o, from, COLOUR_NONE);
		break;
	case TABULAR_CSV:
		recout_str(t->o, last ? "\r\n" : "");
		break;
	case TABULAR_MD:
		recout_str(t->o, last ? " |\n" : " |");
		if (last && t->cut != NULL)
			cut_row(t->cut, t->o, t->weight);
		break;
	case TABULAR_HTML:
		recout_str(t->o, last ? "</td></tr>\n" : "</td>");
		break;
	}
}

void
tabular_put(struct tabular *t)
{
	switch (t->at == 0 ? TABULAR_CSV : t->format) {
	case TABULAR_CSV:
		break;
	case TABULAR_TEXT:
		grid_put(&t->grid, t->o, t->screen);
		break;
	case TABULAR_MD:
		if (t->cut != NULL)
			cut_tail(t->cut, t->o);
		break;
	case TABULAR_HTML:
		recout_str(t->o, "</tbody>\n</table>\n</div>\n");
		break;
	}
	free(t->column);
	t->column = NULL;
	t->ncolumns = t->cap = 0;
}

void
tabular_number(const struct tabular *t, struct number n,
    void (*put)(struct recout *, struct number))
{
	if (t->format == TABULAR_CSV)
		t->o->n += numfmt(recout_room(t->o, NUMFMT_MAX), n);
	else
		put(t->o, n);
}

void
tabular_name(const struct tabular *t, struct slice name)
{
	switch (t->format) {
	case TABULAR_TEXT:
		escape_text(t->o, name);
		break;
	case TABULAR_CSV:
		escape_csv(t->o, name, t->raw);
		break;
	case TABULAR_MD:
		escape_md(t->o, name);
		break;
	case TABULAR_HTML:
		escape_xml(t->o, name);
		break;
	}
}
