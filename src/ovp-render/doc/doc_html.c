/* SPDX-License-Identifier: MIT */
/* Reports as an HTML page. */
#include "doc_writer.h"
#include "escape.h"
#include "figures.h"

static void
metric(struct recout *o, struct slice name)
{
	recout_str(o, "<code>");
	escape_xml(o, name);
	recout_str(o, "</code>");
}

/* A name that may break after each point or underscore. */
static void
name(struct recout *o, struct slice field)
{
	for (size_t i = 0, from = 0; i < field.n; i++) {
		bool last = i + 1 == field.n;

		if (!last && field.at[i] != '_' && field.at[i] != '.')
			continue;
		escape_xml(o, (struct slice){ field.at + from, i + 1 - from });
		if (!last)
			recout_str(o, "<wbr>");
		from = i + 1;
	}
}

/* The tag around a sentence of a tone. */
static const char *
inner(enum doc_tone tone)
{
	return tone == DOC_NOTE || tone == DOC_WARNING ? "strong" :
	    tone == DOC_SMALL                          ? "small" :
							 NULL;
}

static void
begin(struct doc *d)
{
	const char *tag = inner(d->tone);

	if (d->item && d->items == 0)
		recout_str(d->o, "<ul>\n");
	recout_str(d->o, d->item ? "<li" : "<p");
	if (d->tone == DOC_ANSWER || d->tone == DOC_OUTCOME)
		recout_printf(d->o, " class=\"%s %s\"",
		    d->tone == DOC_ANSWER ? "answer" : "outcome",
		    verdict_word[d->verdict]);
	recout_char(d->o, '>');
	if (tag != NULL)
		recout_printf(d->o, "<%s>", tag);
}

static void
rest(struct doc *d)
{
	recout_str(d->o, " <small>and ");
}

static void
end(struct doc *d, double weight)
{
	const char *tag = inner(d->tone);

	(void)weight;
	recout_str(d->o, d->rest > 0 ? "</small>" : "");
	if (tag != NULL)
		recout_printf(d->o, "</%s>", tag);
	recout_str(d->o, d->item ? "</li>\n" : "</p>\n");
}

static void
list_end(struct doc *d)
{
	recout_str(d->o, d->items > 0 ? "</ul>\n" : "");
}

static void
heading(struct doc *d)
{
	recout_str(d->o, "<section>\n<h3>");
}

static void
heading_end(struct doc *d)
{
	recout_str(d->o, "</h3>\n");
}

static void
section_end(struct doc *d)
{
	recout_str(d->o, "</section>\n");
}

static void
bench(struct doc *d, size_t n, struct slice of)
{
	recout_printf(d->o,
	    "<section class=\"bench\" id=\"b%zu\" "
	    "aria-labelledby=\"h%zu\">\n<h2 id=\"h%zu\">",
	    n, n, n);
	doc_bench_name(d, of);
	recout_str(d->o, "</h2>\n");
}

static void
fold(struct doc *d)
{
	recout_str(d->o, "<details><summary>");
}

static void
fold_body(struct doc *d)
{
	recout_str(d->o, "</summary>\n");
}

static void
fold_end(struct doc *d)
{
	recout_str(d->o, "</details>\n");
}

static bool
is_number(const struct doc_column *c)
{
	return c->kind == DOC_NUMBER || c->kind == DOC_DETAIL ||
	    c->kind == DOC_WITH;
}

/* The table scrolls sideways on its own. */
static void
table(struct doc *d)
{
	const struct doc_table *t = &d->table;

	recout_printf(d->o,
	    "<div class=\"scroll\" role=\"region\" "
	    "aria-labelledby=\"t%zu\" tabindex=\"0\">\n<table>\n"
	    "<caption id=\"t%zu\">",
	    d->tables, d->tables);
	d->tables++;
	recout_slice(d->o, doc_caption(d));
	recout_str(d->o, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < t->n; i++) {
		const struct doc_column *c = &t->column[i];

		if (c->hidden)
			continue;
		recout_str(d->o,
		    is_number(c) ? "<th scope=\"col\" class=\"n\">" :
				   "<th scope=\"col\">");
		recout_slice(d->o, doc_title(d, c));
		recout_str(d->o, "</th>");
	}
	recout_str(d->o, "</tr>\n</thead>\n<tbody>\n");
}

static void
table_end(struct doc *d)
{
	recout_str(d->o, "</tbody>\n</table>\n</div>\n");
}

static void
row(struct doc *d)
{
	const struct doc_row *r = &d->table.row;

	recout_str(d->o, "<tr");
	if (r->verdict != VERDICT_NONE && r->verdict != VERDICT_SAME)
		recout_printf(d->o, " class=\"%s\"", verdict_word[r->verdict]);
	if (r->id != NULL)
		recout_printf(d->o, " id=\"%s\"", r->id);
	recout_char(d->o, '>');
}

static void
row_end(struct doc *d)
{
	recout_str(d->o, "</tr>\n");
}

static void
cell(struct doc *d)
{
	/* The order of verdicts when a table is sorted by them. */
	static const int gravity[VERDICTS] = {
		[VERDICT_WORSE] = 5,
		[VERDICT_CHANGED] = 4,
		[VERDICT_BETTER] = 3,
		[VERDICT_NEW] = 2,
		[VERDICT_GONE] = 1,
	};
	const struct doc_cell *c = &d->table.cell;

	switch (c->show) {
	case DOC_BARE:
		break;
	case DOC_RECENT:
		recout_str(d->o, "<td class=\"recent\">");
		break;
	case DOC_CODE:
		recout_str(d->o, "<td><code>");
		break;
	case DOC_METRIC:
		recout_str(d->o, "<th scope=\"row\"><code>");
		break;
	case DOC_KEY:
		recout_str(d->o, "<td class=\"of\">");
		break;
	case DOC_VERDICT:
		recout_printf(d->o,
		    "<td class=\"verdict\" "
		    "data-sort=\"%d\"><span>",
		    gravity[c->verdict]);
		break;
	case DOC_INTERVAL:
		recout_str(d->o, "<td class=\"n interval\">");
		break;
	case DOC_MOVED:
		if (c->judged && c->verdict != VERDICT_NONE) {
			recout_printf(d->o, "<td class=\"n %s\">",
			    verdict_word[c->verdict]);
			break;
		}
		/* Fall through */
	default:
		recout_str(d->o,
		    is_number(&d->table.column[d->table.at]) ?
			"<td class=\"n\">" :
			"<td>");
	}
}

/* A p-value may be `<0.001'. */
static void
escape_words(struct doc *d)
{
	struct buf text = { 0 };

	buf_add(&text, d->o->at + d->text, d->o->n - d->text);
	d->o->n = d->text;
	escape_xml(d->o, buf_bytes(&text));
	buf_free(&text);
}

static void
cell_end(struct doc *d)
{
	switch (d->table.cell.show) {
	case DOC_BARE:
		break;
	case DOC_METRIC:
		recout_str(d->o, "</code></th>");
		break;
	case DOC_CODE:
		recout_str(d->o, "</code></td>");
		break;
	case DOC_VERDICT:
		recout_str(d->o, "</span></td>");
		break;
	case DOC_CHANCE:
		escape_words(d);
		/* Fall through */
	default:
		recout_str(d->o, "</td>");
	}
}

static void
change(struct doc *d, const struct doc_cell *c)
{
	if (doc_has_changed(c))
		doc_put_change(d->o, c, ", ");
}

/* A value, with its change below. */
static void
moved(struct doc *d, const struct doc_cell *c)
{
	if (c->now.known)
		c->put(d->o, c->now.n);
	else
		recout_char(d->o, '-');
	if (doc_has_changed(c)) {
		recout_str(d->o, "<small>");
		change(d, c);
		recout_str(d->o, "</small>");
	} else if (!c->now.known && c->base.known) {
		recout_str(d->o,
		    c->judged ? "<small>gone, was " : "<small>was ");
		c->put(d->o, c->base.n);
		recout_str(d->o, "</small>");
	} else if (c->judged && c->verdict == VERDICT_NEW) {
		recout_str(d->o, "<small>new</small>");
	}
}

/* `2.96', with `worse +0.79, +23.5%' below. */
static void
told(struct doc *d, const struct doc_cell *c)
{
	size_t before, open;

	if (c->now.known)
		c->put(d->o, c->now.n);
	else
		recout_char(d->o, '-');
	if (c->verdict == VERDICT_NONE)
		return;
	before = d->o->n;
	recout_printf(d->o, "<small class=\"%s\">", verdict_word[c->verdict]);
	open = d->o->n;
	if (c->verdict != VERDICT_SAME)
		recout_str(d->o, verdict_word[c->verdict]);
	if (c->verdict == VERDICT_GONE && c->base.known) {
		recout_str(d->o, ", was ");
		c->put(d->o, c->base.n);
	} else if (verdict_is_change(c->verdict)) {
		recout_char(d->o, ' ');
	}
	change(d, c);
	if (d->o->n > open)
		recout_str(d->o, "</small>");
	else
		d->o->n = before;
}

const struct doc_writer doc_html = {
	.medium = DOC_HTML,
	.voice = { escape_xml, metric },
	.name = name,
	.metric = name,
	.code = "<code>",
	.code_end = "</code>",
	.strong = "<strong>",
	.strong_end = "</strong>",
	.begin = begin,
	.end = end,
	.rest = rest,
	.list = doc_nothing,
	.list_end = list_end,
	.blank = doc_nothing,
	.heading = heading,
	.heading_end = heading_end,
	.section_end = section_end,
	.bench = bench,
	.fold = fold,
	.fold_body = fold_body,
	.fold_end = fold_end,
	.table = table,
	.table_end = table_end,
	.row = row,
	.row_end = row_end,
	.cell = cell,
	.cell_end = cell_end,
	.moved = moved,
	.told = told,
	.change = change,
};
