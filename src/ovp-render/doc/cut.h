/* SPDX-License-Identifier: MIT */
/* Keeps a Markdown text within a number of bytes. */
#ifndef RENDER_CUT_H
#define RENDER_CUT_H

#include "stream/recout.h"

/*
 * Notes, while a text is written, what it is made of: blocks (a head, rows or
 * other blocks, a tail) within the text itself. Each call says what the bytes
 * since the call before were. Zeroed but for the first one, a struct is ready;
 * bytes behind the last call are always kept. A block without a row that is
 * kept goes, too. Without a limit, nothing is noted.
 */
struct cut {
	size_t			 max;		/* bytes of the text, or 0 */
	struct cut_piece	*piece;
	size_t			 n, cap;
	size_t			 block;		/* the open block's head + 1 */
	size_t			 rows;
};

/* The bytes are outside of any block: always kept. */
void cut_text(struct cut *, const struct recout *);

/* A block begins: the bytes are its head, kept with the first of its rows. */
void cut_head(struct cut *, const struct recout *);

/* The bytes are a row. Of two rows the heavier is kept, or the earlier. */
void cut_row(struct cut *, const struct recout *, double weight);

/* The bytes are the tail of the open block. */
void cut_tail(struct cut *, const struct recout *);

/*
 * Takes rows out of the text, the lightest first, until it is no longer than
 * max bytes together with a last line that says how many were taken out.
 * Fails when the text without any row is too long. Frees the notes.
 */
void cut_fit(struct cut *, struct recout *);

#endif
