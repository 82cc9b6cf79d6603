/* SPDX-License-Identifier: MIT */
/* Reports as GitHub's Markdown. */
#include "doc_writer.h"
#include "escape.h"

static void
metric(struct recout *o, struct slice name)
{
	escape_md_code(o, name, 0);
}

static void
begin(struct doc *d)
{
	recout_str(d->o, d->item ? "- " : "");
	if (d->tone == DOC_WARNING)
		recout_str(d->o, "⚠️ ");
	if (d->tone == DOC_ANSWER || d->tone == DOC_OUTCOME)
		doc_mark(d, d->verdict);
	if (d->tone == DOC_OUTCOME)
		recout_str(d->o, "**");
}

static void
rest(struct doc *d)
{
	recout_str(d->o, "**; ");
}

static void
end(struct doc *d, double weight)
{
	if (d->tone == DOC_OUTCOME && d->rest == 0)
		recout_str(d->o, "**");
	recout_str(d->o, d->item ? "\n" : "\n\n");
	if (weight > DOC_WITHIN)
		cut_row(&d->cut, d->o, weight);
}

static void
list(struct doc *d)
{
	cut_head(&d->cut, d->o);
}

static void
list_end(struct doc *d)
{
	if (d->items > 0)
		recout_char(d->o, '\n');
	cut_tail(&d->cut, d->o);
}

static void
heading(struct doc *d)
{
	recout_str(d->o, d->level == 3 ? "### " : "#### ");
}

static void
heading_end(struct doc *d)
{
	recout_str(d->o, "\n\n");
}

static void
bench(struct doc *d, size_t n, struct slice name)
{
	(void)n;
	recout_str(d->o, "## ");
	doc_bench_name(d, name);
	recout_str(d->o, "\n\n");
}

static void
fold(struct doc *d)
{
	recout_str(d->o, "<details><summary>");
}

static void
fold_body(struct doc *d)
{
	recout_str(d->o, "</summary>\n\n");
	cut_head(&d->cut, d->o);
}

static void
fold_end(struct doc *d)
{
	recout_str(d->o, "</details>\n\n");
	cut_tail(&d->cut, d->o);
}

static void
table(struct doc *d)
{
	const struct doc_table *t = &d->table;

	recout_char(d->o, '|');
	for (size_t i = 0; i < t->n; i++) {
		if (t->column[i].hidden)
			continue;
		recout_char(d->o, ' ');
		recout_slice(d->o, doc_title(d, &t->column[i]));
		recout_str(d->o, " |");
	}
	recout_str(d->o, "\n|");
	for (size_t i = 0; i < t->n; i++)
		if (!t->column[i].hidden)
			recout_str(d->o,
			    t->column[i].kind == DOC_WORDS ||
				    t->column[i].kind == DOC_REMARK ||
				    t->column[i].kind == DOC_ASIDE ?
				" :-- |" :
				" --: |");
	recout_char(d->o, '\n');
	cut_head(&d->cut, d->o);
}

static void
table_end(struct doc *d)
{
	recout_char(d->o, '\n');
	cut_tail(&d->cut, d->o);
}

static void
row(struct doc *d)
{
	recout_char(d->o, '|');
}

static void
row_end(struct doc *d)
{
	recout_char(d->o, '\n');
	cut_row(&d->cut, d->o, d->table.row.weight);
}

static void
cell(struct doc *d)
{
	recout_char(d->o, ' ');
}

static void
cell_end(struct doc *d)
{
	if (d->table.cell.show == DOC_CHANGE && d->o->n == d->text)
		d->o->n--;
	recout_str(d->o, " |");
}

/* `🔴 (+0.03, +0.9%) worse' */
static void
change(struct doc *d, const struct doc_cell *c)
{
	bool marked = c->judged && d->w->mark[c->verdict] != NULL;

	if (!doc_has_changed(c))
		return;
	if (marked)
		doc_mark(d, c->verdict);
	recout_char(d->o, '(');
	doc_put_change(d->o, c, ", ");
	recout_char(d->o, ')');
	if (marked)
		recout_printf(d->o, " %s", verdict_word[c->verdict]);
}

/* `2.96 (+0.03, +0.9%)', `gone, was 2.96' */
static void
moved(struct doc *d, const struct doc_cell *c)
{
	bool had = c->base.known;

	if (!c->now.known && !had) {
		recout_char(d->o, '-');
	} else if (!c->now.known) {
		recout_str(d->o, c->judged ? "gone, was " : "was ");
		c->put(d->o, c->base.n);
	} else {
		c->put(d->o, c->now.n);
		if (doc_has_changed(c)) {
			recout_char(d->o, ' ');
			change(d, c);
		} else if (!had && c->judged && c->verdict == VERDICT_NEW) {
			recout_str(d->o, " new");
		}
	}
}

const struct doc_writer doc_md = {
	.medium = DOC_MD,
	.voice = { escape_md, metric },
	.name = escape_md, .metric = metric,
	.code = "`", .code_end = "`",
	/* Not everyone can tell circles by hue, so words follow. */
	.mark = {
		[VERDICT_WORSE] = "🔴 ", [VERDICT_BETTER] = "🟢 ",
		[VERDICT_CHANGED] = "🔵 ",
	},
	.strong = "**", .strong_end = "**",
	.begin = begin, .end = end, .rest = rest,
	.list = list, .list_end = list_end, .blank = doc_nothing,
	.heading = heading, .heading_end = heading_end,
	.section_end = doc_nothing, .bench = bench,
	.fold = fold, .fold_body = fold_body, .fold_end = fold_end,
	.table = table, .table_end = table_end,
	.row = row, .row_end = row_end,
	.cell = cell, .cell_end = cell_end,
	.moved = moved, .told = moved, .change = change,
};
