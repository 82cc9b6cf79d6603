/* SPDX-License-Identifier: MIT */
/* Cells of text in columns that fit the screen. */
#include <stdint.h>
#include <stdlib.h>

#include "base/chars.h"
#include "base/diag.h"
#include "base/mem.h"
#include "grid.h"

/* Large tables have millions: the texts follow each other in the grid's. */
struct grid_cell {
	uint32_t n, width;
	uint8_t colour;
	bool line; /* over all columns */
};

/* Blanks between columns; the shortest width of a shortened column. */
enum { GAP = 2, SHORTEST = 12 };

static void
add(struct grid *g, struct slice text, enum colour colour, bool line)
{
	if (text.n > UINT32_MAX)
		fail("a cell of more than %u bytes", UINT32_MAX);
	g->cell = mem_grow(g->cell, &g->cap, g->n, sizeof(*g->cell));
	g->cell[g->n++] = (struct grid_cell){
		.n = (uint32_t)text.n,
		.width = (uint32_t)chars_width(text),
		.colour = (uint8_t)colour,
		.line = line,
	};
	buf_slice(&g->text, text);
}

void
grid_column(struct grid *g, struct slice title, enum grid_column kind)
{
	g->column = mem_grow(g->column, &g->colcap, g->ncols,
	    sizeof(*g->column));
	g->column[g->ncols++] = kind;
	add(g, title, COLOUR_DIM, false);
}

void
grid_cell(struct grid *g, struct recout *o, size_t from, enum colour colour)
{
	add(g, (struct slice){ o->at + from, o->n - from }, colour, false);
	o->n = from;
}

void
grid_line(struct grid *g, struct recout *o, size_t from, enum colour colour)
{
	grid_cell(g, o, from, colour);
	g->cell[g->n - 1].line = true;
	for (size_t i = 1; i < g->ncols; i++)
		add(g, SLICE(""), COLOUR_NONE, true);
}

static void
measure(const struct grid *g, size_t *width)
{
	for (size_t i = 0; i < g->n; i++) {
		size_t *w = &width[i % g->ncols];

		if (!g->cell[i].line && g->cell[i].width > *w)
			*w = g->cell[i].width;
	}
}

/* The columns that a row takes; a width of 0 is a column left out. */
static size_t
total(const struct grid *g, const size_t *width)
{
	size_t n = 0;

	for (size_t i = 0; i < g->ncols; i++)
		n += width[i] > 0 ? width[i] + (n > 0 ? GAP : 0) : 0;
	return n;
}

/* Leaves out details from the right, then shortens the widest text. */
static void
fit(const struct grid *g, size_t *width, size_t screen)
{
	size_t widest = 0, n;

	for (size_t i = g->ncols; i-- > 0 && total(g, width) > screen;) {
		if (g->column[i] != GRID_DETAIL)
			continue;
		width[i] = 0;
		if (i + 1 < g->ncols && g->column[i + 1] == GRID_WITH)
			width[i + 1] = 0;
	}
	for (size_t i = 0; i < g->ncols; i++)
		if (g->column[i] == GRID_TEXT && width[i] > width[widest])
			widest = i;
	n = total(g, width);
	if (n <= screen || g->column[widest] != GRID_TEXT ||
	    width[widest] <= SHORTEST)
		return;
	width[widest] = width[widest] - (n - screen) > SHORTEST &&
		width[widest] > n - screen ?
	    width[widest] - (n - screen) :
	    SHORTEST;
}

void
put_coloured(struct recout *o, struct slice s, enum colour colour,
    const struct screen *screen)
{
	static const char *const code[] = {
		[COLOUR_BOLD] = "\033[1m",
		[COLOUR_DIM] = "\033[2m",
		[COLOUR_RED] = "\033[31m",
		[COLOUR_GREEN] = "\033[32m",
		[COLOUR_BLUE] = "\033[34m",
	};
	bool on = screen->colour && colour != COLOUR_NONE && s.n > 0;

	recout_str(o, on ? code[colour] : "");
	recout_slice(o, s);
	recout_str(o, on ? "\033[m" : "");
}

/*
 * Cuts s if it takes more than width columns. Returns the part before the cut
 * and leaves the rest in *rest.
 */
static struct slice
cut_at(struct slice s, size_t width, struct slice *rest)
{
	size_t used = 0;

	*rest = s;
	while (rest->n > 0) {
		struct slice next = *rest, one = *rest;

		char_next(&next);
		one.n -= next.n;
		used += chars_width(one);
		if (used > width)
			break;
		*rest = next;
	}
	return (struct slice){ s.at, s.n - rest->n };
}

/* Names differ at both ends more than in the middle. */
static size_t
put_short(struct recout *o, const struct grid_cell *c, struct slice s,
    size_t width, const struct screen *screen)
{
	enum colour colour = (enum colour)c->colour;
	struct slice head, tail;

	if (c->width <= width) {
		put_coloured(o, s, colour, screen);
		return c->width;
	}
	head = cut_at(s, (width - 1) / 2, &tail);
	cut_at(s, c->width - (width - 1 - chars_width(head)), &tail);
	/* A wide character can't be split, so it goes as a whole. */
	if (chars_width(head) + 1 + chars_width(tail) > width)
		char_next(&tail);
	put_coloured(o, head, colour, screen);
	recout_str(o, "…");
	put_coloured(o, tail, colour, screen);
	return chars_width(head) + 1 + chars_width(tail);
}

/* at: where the row's text begins; moves to the next row's. */
static void
put_row(const struct grid *g, struct recout *o, size_t row, size_t *at,
    const size_t *width, const struct screen *screen)
{
	const struct grid_cell *c = &g->cell[row * g->ncols];
	size_t blanks = 0; /* before the next text, if one comes */

	for (size_t i = 0; i < g->ncols; i++, c++) {
		bool text = g->column[i] == GRID_TEXT;
		size_t from = *at, n;

		*at += c->n;
		if (width[i] == 0 || (i > 0 && c->line))
			continue;
		blanks += i > 0 ? GAP : 0;
		if (c->n == 0) {
			blanks += width[i];
			continue;
		}
		blanks += text || c->line ? 0 : width[i] - c->width;
		recout_blanks(o, blanks);
		n = put_short(o, c, (struct slice){ g->text.at + from, c->n },
		    c->line ? c->width : width[i], screen);
		blanks = text && n < width[i] ? width[i] - n : 0;
	}
	recout_char(o, '\n');
}

/* Names the columns that were left out, if any. */
static void
put_left_out(const struct grid *g, struct recout *o, const size_t *width,
    const struct screen *screen)
{
	struct buf line = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < g->ncols; at += g->cell[i++].n) {
		if (width[i] > 0 || g->cell[i].n == 0 ||
		    g->column[i] == GRID_WITH)
			continue;
		buf_str(&line, line.n > 0 ? ", " : "(too narrow for ");
		buf_add(&line, g->text.at + at, g->cell[i].n);
	}
	if (line.n > 0) {
		buf_char(&line, ')');
		put_coloured(o, buf_bytes(&line), COLOUR_DIM, screen);
		recout_char(o, '\n');
	}
	buf_free(&line);
}

void
grid_put(struct grid *g, struct recout *o, const struct screen *screen)
{
	size_t *width = mem_zalloc(g->ncols + 1, sizeof(*width));
	size_t at = 0;

	measure(g, width);
	if (screen->width > 0)
		fit(g, width, screen->width);
	for (size_t row = 0; row < g->n / g->ncols; row++) {
		put_row(g, o, row, &at, width, screen);
		recout_settle(o);
	}
	put_left_out(g, o, width, screen);
	free(width);
	free(g->column);
	free(g->cell);
	buf_free(&g->text);
	*g = (struct grid){ 0 };
}
