/* SPDX-License-Identifier: MIT */
/* Reports for a terminal. */
#include "base/chars.h"
#include "doc_writer.h"
#include "escape.h"

/* Breaks a line, from an offset on, between words. */
static void
wrap(struct doc *d, size_t from)
{
	struct slice left = { d->o->at + from, d->o->n - from };
	struct buf line = { 0 };
	size_t used = 0;

	while (left.n > 0) {
		const char *end = memchr(left.at, ' ', left.n);
		struct slice word = { left.at,
			end == NULL ? left.n : (size_t)(end - left.at) };
		size_t width = chars_width(word);

		if (line.n > 0 && d->screen.width > 0 &&
		    used + 1 + width > d->screen.width) {
			buf_char(&line, '\n');
			used = 0;
		} else if (line.n > 0) {
			buf_char(&line, ' ');
			used++;
		}
		buf_slice(&line, word);
		used += width;
		left.at += word.n + (end != NULL);
		left.n -= word.n + (end != NULL);
	}
	d->o->n = from;
	recout_slice(d->o, buf_bytes(&line));
	buf_free(&line);
}

/* Colours the output between two offsets. */
static void
paint(struct doc *d, size_t from, size_t end, enum colour colour)
{
	struct slice text = { NULL, d->o->n - from };
	struct buf copy = { 0 };

	buf_add(&copy, d->o->at + from, text.n);
	text.at = buf_bytes(&copy).at;
	d->o->n = from;
	put_coloured(d->o, (struct slice){ text.at, end - from }, colour,
	    &d->screen);
	recout_add(d->o, text.at + (end - from), text.n - (end - from));
	buf_free(&copy);
}

/* Text that belongs to a table follows it without an empty line. */
static void
begin(struct doc *d)
{
	if (d->tone == DOC_SMALL && d->o->n > 1 &&
	    d->o->at[d->o->n - 2] == '\n') {
		d->o->n--;
		d->before--;
	}
}

/* Lines break at blanks, so lengths stay the same. */
static void
end(struct doc *d, double weight)
{
	enum colour outcome = d->verdict == VERDICT_WORSE ? COLOUR_RED :
	    d->verdict == VERDICT_BETTER                  ? COLOUR_GREEN :
							    COLOUR_BOLD;

	(void)weight;
	wrap(d, d->text);
	if (d->tone == DOC_OUTCOME)
		paint(d, d->text, d->rest > 0 ? d->rest : d->o->n, outcome);
	recout_char(d->o, '\n');
}

static void
rest(struct doc *d)
{
	recout_str(d->o, "; ");
}

static void
blank(struct doc *d)
{
	if (d->o->n > 1 && d->o->at[d->o->n - 1] == '\n' &&
	    d->o->at[d->o->n - 2] != '\n')
		recout_char(d->o, '\n');
}

static void
heading_end(struct doc *d)
{
	paint(d, d->text, d->o->n, COLOUR_BOLD);
	recout_char(d->o, '\n');
}

static void
bench(struct doc *d, size_t n, struct slice name)
{
	size_t from = d->o->n;

	(void)n;
	doc_bench_name(d, name);
	paint(d, from, d->o->n, COLOUR_BOLD);
	recout_str(d->o, "\n\n");
}

static void
table(struct doc *d)
{
	static const enum grid_column column[] = {
		[DOC_WORDS] = GRID_TEXT,
		[DOC_NUMBER] = GRID_NUMBER,
		[DOC_DETAIL] = GRID_DETAIL,
		[DOC_WITH] = GRID_WITH,
		[DOC_REMARK] = GRID_NUMBER,
		[DOC_ASIDE] = GRID_DETAIL,
	};

	for (size_t i = 0; i < d->table.n; i++) {
		const struct doc_column *c = &d->table.column[i];

		if (!c->hidden)
			grid_column(&d->table.grid, doc_title(d, c),
			    column[c->kind]);
	}
}

static void
table_end(struct doc *d)
{
	grid_put(&d->table.grid, d->o, &d->screen);
	recout_char(d->o, '\n');
}

static void
cell_end(struct doc *d)
{
	static const enum colour colours[VERDICTS] = {
		[VERDICT_WORSE] = COLOUR_RED,
		[VERDICT_BETTER] = COLOUR_GREEN,
		[VERDICT_CHANGED] = COLOUR_BLUE,
		[VERDICT_NEW] = COLOUR_BOLD,
		[VERDICT_GONE] = COLOUR_BOLD,
	};
	const struct doc_cell *c = &d->table.cell;

	grid_cell(&d->table.grid, d->o, d->text,
	    c->show == DOC_CHANGE ? colours[c->verdict] : COLOUR_NONE);
}

/* The change has a column of its own. */
static void
moved(struct doc *d, const struct doc_cell *c)
{
	if (c->now.known)
		c->put(d->o, c->now.n);
	else
		recout_char(d->o, '-');
}

/* `+22.50 +0.5% worse', `new' */
static void
change(struct doc *d, const struct doc_cell *c)
{
	if (c->verdict == VERDICT_NEW || c->verdict == VERDICT_GONE) {
		recout_str(d->o, verdict_word[c->verdict]);
		return;
	}
	if (!doc_has_changed(c))
		return;
	doc_put_change(d->o, c, " ");
	/* A log has no colours, so words follow. */
	if (verdict_is_change(c->verdict))
		recout_printf(d->o, " %s", verdict_word[c->verdict]);
}

const struct doc_writer doc_text = {
	.medium = DOC_TEXT,
	.voice = { escape_text, escape_text },
	.name = escape_text,
	.metric = escape_text,
	.code = "",
	.code_end = "",
	.strong = "",
	.strong_end = "",
	.begin = begin,
	.end = end,
	.rest = rest,
	.list = doc_nothing,
	.list_end = doc_nothing,
	.blank = blank,
	.heading = doc_nothing,
	.heading_end = heading_end,
	.section_end = doc_nothing,
	.bench = bench,
	.fold = doc_nothing,
	.fold_body = doc_nothing,
	.fold_end = doc_nothing,
	.table = table,
	.table_end = table_end,
	.row = doc_nothing,
	.row_end = doc_nothing,
	.cell = doc_nothing,
	.cell_end = cell_end,
	.moved = moved,
	.told = moved,
	.change = change,
};
