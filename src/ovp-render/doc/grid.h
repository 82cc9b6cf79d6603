/* SPDX-License-Identifier: MIT */
/* Cells of text in columns that fit a screen. */
#ifndef RENDER_GRID_H
#define RENDER_GRID_H

#include "base/buf.h"
#include "screen.h"
#include "stream/recout.h"

enum colour {
	COLOUR_NONE, COLOUR_BOLD, COLOUR_DIM, COLOUR_RED, COLOUR_GREEN,
	COLOUR_BLUE,
};

/* Where a column's text stands, and whether it can go when space is scarce. */
enum grid_column {
	GRID_TEXT,		/* left; shortened when all else failed */
	GRID_NUMBER,		/* right */
	GRID_DETAIL,		/* right; left out when space is scarce */
	GRID_WITH,		/* right; left out with the one before it */
};

/* A zeroed struct is an empty grid. */
struct grid {
	enum grid_column	*column;
	size_t			 ncols, colcap;
	struct grid_cell	*cell;		/* row after row */
	size_t			 n, cap;
	struct buf		 text;		/* of all cells */
};

/* All columns are added before the first cell; the titles are row one. */
void grid_column(struct grid *, struct slice title, enum grid_column);

/*
 * The next cell is what was written to the output from the offset on; it is
 * taken back from there.
 */
void grid_cell(struct grid *, struct recout *, size_t from, enum colour);

/* The same for a line of its own between two rows. */
void grid_line(struct grid *, struct recout *, size_t from, enum colour);

/* Writes the grid, says which columns it left out, and frees it. */
void grid_put(struct grid *, struct recout *, const struct screen *);

/* Text in a colour, if the screen has any. */
void put_coloured(struct recout *, struct slice, enum colour,
    const struct screen *);

#endif
