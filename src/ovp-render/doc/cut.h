/* SPDX-License-Identifier: MIT */
/* Limits a Markdown text to a number of bytes. */
#ifndef RENDER_CUT_H
#define RENDER_CUT_H

#include "stream/recout.h"

/*
 * Notes the structure of a text while it is written: blocks (a head, rows or
 * other blocks, a tail) within the text itself. Each call names the kind of the
 * bytes since the call before. Zero all members but the first; bytes after the
 * last call are always kept. A block goes if none of its rows is kept. Without
 * a limit, nothing is noted.
 */
struct cut {
	size_t max; /* bytes of the text, or 0 */
	struct cut_piece *piece;
	size_t n, cap;
	size_t block; /* the open block's head + 1 */
	size_t rows;
};

/* The bytes are outside any block: always kept. */
void cut_text(struct cut *, const struct recout *);

/* A block begins: the bytes are its head, kept with the first of its rows. */
void cut_head(struct cut *, const struct recout *);

/* The bytes are a row. Of two rows the heavier is kept, or the earlier. */
void cut_row(struct cut *, const struct recout *, double weight);

/* The bytes are the tail of the open block. */
void cut_tail(struct cut *, const struct recout *);

/*
 * Removes rows from the text, the lightest first, until it has at most max
 * bytes, including a last line with the number of removed rows. Fails if the
 * text is too long without any row. Frees the notes.
 */
void cut_fit(struct cut *, struct recout *);

#endif
