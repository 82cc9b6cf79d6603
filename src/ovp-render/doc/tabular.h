/* SPDX-License-Identifier: MIT */
/* One table's cells in any format for people. */
#ifndef RENDER_TABULAR_H
#define RENDER_TABULAR_H

#include "cut.h"
#include "grid.h"

enum tabular_format { TABULAR_TEXT, TABULAR_MD, TABULAR_HTML };

/* Zeroed but for what comes before the grid, it is a table without columns. */
struct tabular {
	enum tabular_format	 format;
	struct recout		*o;
	const struct screen	*screen;	/* of text; borrowed */
	struct cut		*cut;		/* of Markdown; borrowed */
	size_t			*tables;	/* of HTML: how many there are */
	const char		*caption;	/* of HTML: `AIRs', of what */
	struct slice		 of;
	struct grid		 grid;
	struct tabular_column {
		const char	*title;
		bool		 number;
	}			 column[16];
	size_t			 ncolumns, at;	/* at: the next cell's column */
	double			 weight;	/* of the row, to be kept: cut_row */
};

/* All columns come before the first cell, no more than there is room for. */
void tabular_column(struct tabular *, const char *title, bool number);

/* Begins a cell, row after row; returns what tabular_end needs. */
size_t tabular_cell(struct tabular *);

/* Ends the cell whose text was written to the output since. */
void tabular_end(struct tabular *, size_t from);

/* Ends the table. */
void tabular_put(struct tabular *);

/* Names as the format shows them, in a cell or in a sentence. */
void tabular_name(const struct tabular *, struct slice);

#endif
