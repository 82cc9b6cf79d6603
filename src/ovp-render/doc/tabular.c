/* SPDX-License-Identifier: MIT */
/* One table's cells in any format for people. */
#include "escape.h"
#include "tabular.h"

void
tabular_column(struct tabular *t, const char *title, bool number)
{
	t->column[t->ncolumns++] = (struct tabular_column){ title, number };
}

static void
begin_md(struct tabular *t)
{
	recout_char(t->o, '|');
	for (size_t i = 0; i < t->ncolumns; i++)
		recout_printf(t->o, " %s |", t->column[i].title);
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
	recout_str(t->o, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < t->ncolumns; i++)
		recout_printf(t->o, "<th scope=\"col\"%s>%s</th>",
		    t->column[i].number ? " class=\"n\"" : "",
		    t->column[i].title);
	recout_str(t->o, "</tr>\n</thead>\n<tbody>\n");
}

static void
begin(struct tabular *t)
{
	switch (t->format) {
	case TABULAR_TEXT:
		for (size_t i = 0; i < t->ncolumns; i++)
			grid_column(&t->grid, slice_str(t->column[i].title),
			    t->column[i].number ? GRID_NUMBER : GRID_TEXT);
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
	if (t->at == 0)
		return;
	switch (t->format) {
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
}

void
tabular_name(const struct tabular *t, struct slice name)
{
	switch (t->format) {
	case TABULAR_TEXT:
		escape_text(t->o, name);
		break;
	case TABULAR_MD:
		escape_md(t->o, name);
		break;
	case TABULAR_HTML:
		escape_xml(t->o, name);
		break;
	}
}
