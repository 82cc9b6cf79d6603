/* SPDX-License-Identifier: MIT */
/* Cells of text in columns that fit the screen. */
#ifndef RENDER_GRID_H
#define RENDER_GRID_H

#include "base/buf.h"
#include "screen.h"
#include "stream/recout.h"

enum colour {
	COLOUR_NONE,
	COLOUR_BOLD,
	COLOUR_DIM,
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_BLUE,
};

/* The alignment of a column, and what happens if the screen is too narrow. */
enum grid_column {
	GRID_TEXT,   /* left; shortened as a last resort */
	GRID_NUMBER, /* right */
	GRID_DETAIL, /* right; left out */
	GRID_WITH,   /* right; left out with the column before it */
};

/* A zeroed struct is an empty grid. */
struct grid {
	enum grid_column *column;
	size_t ncols, colcap;
	struct grid_cell *cell; /* row after row */
	size_t n, cap;
	struct buf text; /* text of all cells */
};

/* Adds a column. All columns come before the first cell; titles are row one. */
void grid_column(struct grid *, struct slice title, enum grid_column);

/*
 * Makes the output since an offset the next cell and removes it from the
 * output.
 */
void grid_cell(struct grid *, struct recout *, size_t from, enum colour);

/* The same for a separate line between two rows. */
void grid_line(struct grid *, struct recout *, size_t from, enum colour);

/* Writes the grid, names the columns that it left out, and frees the grid. */
void grid_put(struct grid *, struct recout *, const struct screen *);

/* Text in a colour, if the screen has any. */
void put_coloured(struct recout *, struct slice, enum colour,
    const struct screen *);

#endif
