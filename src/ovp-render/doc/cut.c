/* SPDX-License-Identifier: MIT */
/* Limits a Markdown text to a number of bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/sort.h"
#include "cut.h"

enum kind { CUT_TEXT, CUT_HEAD, CUT_ROW, CUT_TAIL };

struct cut_piece {
	enum kind kind;
	size_t end;    /* in the text: start of the next one */
	size_t block;  /* the head of its block + 1, or 0 */
	size_t tail;   /* of a head: its tail */
	double weight; /* of a row */
	bool keep;
};

/* Room for the last line: its words and three numbers. */
enum { LAST_LINE = 200 };

static void
add(struct cut *c, const struct recout *o, enum kind kind, double weight)
{
	if (c->max == 0)
		return;
	c->piece = mem_grow(c->piece, &c->cap, c->n, sizeof(*c->piece));
	c->piece[c->n++] = (struct cut_piece){
		.kind = kind,
		.end = o->n,
		.block = c->block,
		.weight = weight,
	};
}

void
cut_text(struct cut *c, const struct recout *o)
{
	add(c, o, CUT_TEXT, 0);
}

void
cut_head(struct cut *c, const struct recout *o)
{
	add(c, o, CUT_HEAD, 0);
	c->block = c->n;
}

void
cut_row(struct cut *c, const struct recout *o, double weight)
{
	add(c, o, CUT_ROW, weight);
	c->rows++;
}

void
cut_tail(struct cut *c, const struct recout *o)
{
	struct cut_piece *head;

	if (c->max == 0)
		return;
	head = &c->piece[c->block - 1];
	head->tail = c->n;
	c->block = head->block;
	/* The tail belongs to the outer block: add() reads c->block. */
	add(c, o, CUT_TAIL, 0);
}

static size_t
length(const struct cut *c, size_t i)
{
	return c->piece[i].end - (i > 0 ? c->piece[i - 1].end : 0);
}

/* The bytes that a piece adds when kept: its own and those of its blocks. */
static size_t
cost(const struct cut *c, size_t i)
{
	size_t n = length(c, i);

	for (size_t b = c->piece[i].block; b > 0; b = c->piece[b - 1].block)
		if (!c->piece[b - 1].keep)
			n += length(c, b - 1) + length(c, c->piece[b - 1].tail);
	return n;
}

static void
keep(struct cut *c, size_t i)
{
	c->piece[i].keep = true;
	for (size_t b = c->piece[i].block; b > 0; b = c->piece[b - 1].block) {
		c->piece[b - 1].keep = true;
		c->piece[c->piece[b - 1].tail].keep = true;
	}
}

static int
by_weight(const void *a, const void *b, void *cut)
{
	const struct cut_piece *piece = ((const struct cut *)cut)->piece;
	size_t i = *(const size_t *)a, j = *(const size_t *)b;

	if (piece[i].weight != piece[j].weight)
		return piece[i].weight > piece[j].weight ? -1 : 1;
	return i < j ? -1 : 1;
}

/* Keeps the fixed text, then rows while they fit. Returns their number. */
static size_t
choose(struct cut *c, size_t end)
{
	size_t *row = mem_zalloc(c->rows + 1, sizeof(*row));
	size_t n = 0, kept, used = LAST_LINE, max = c->max;

	for (size_t i = 0; i < c->n; i++) {
		if (c->piece[i].kind == CUT_ROW)
			row[n++] = i;
		if (c->piece[i].kind == CUT_TEXT) {
			used += length(c, i);
			keep(c, i);
		}
	}
	used += end - (c->n > 0 ? c->piece[c->n - 1].end : 0);
	if (used > max)
		fail("--max-bytes: %zu are too few, %zu is the least", max,
		    used);
	sort_with(row, n, sizeof(*row), by_weight, c);
	for (kept = 0; kept < n && used + cost(c, row[kept]) <= max; kept++) {
		used += cost(c, row[kept]);
		keep(c, row[kept]);
	}
	free(row);
	return kept;
}

/* Closes the gaps between the pieces that are kept. */
static void
close_up(struct cut *c, struct recout *o)
{
	size_t to = 0, from = 0;

	for (size_t i = 0; i < c->n; i++) {
		size_t n = c->piece[i].end - from;

		if (c->piece[i].keep) {
			memmove(o->at + to, o->at + from, n);
			to += n;
		}
		from += n;
	}
	memmove(o->at + to, o->at + from, o->n - from);
	o->n = to + o->n - from;
}

void
cut_fit(struct cut *c, struct recout *o)
{
	if (c->max > 0 && o->n > c->max) {
		size_t kept = choose(c, o->n);

		close_up(c, o);
		recout_printf(o,
		    "\n*%zu of %zu rows are left out to keep "
		    "within %zu bytes.*\n",
		    c->rows - kept, c->rows, c->max);
	}
	free(c->piece);
	*c = (struct cut){ 0 };
}
