/* SPDX-License-Identifier: MIT */
/* One table's cells in any format for people. */
#ifndef RENDER_TABULAR_H
#define RENDER_TABULAR_H

#include "cut.h"
#include "grid.h"
#include "number/numparse.h"

enum tabular_format { TABULAR_TEXT, TABULAR_MD, TABULAR_HTML, TABULAR_CSV };

/* Zeroed but for what comes before the grid, it is a table without columns. */
struct tabular {
	enum tabular_format	 format;
	struct recout		*o;
	const struct screen	*screen;	/* of text; borrowed */
	struct cut		*cut;		/* of Markdown; borrowed */
	size_t			*tables;	/* of HTML: how many there are */
	bool			 raw;		/* of CSV: see escape_csv() */
	const char		*caption;	/* of HTML: `AIRs', of what */
	struct slice		 of;
	struct slice		 bench;		/* the same: in which */
	struct grid		 grid;
	struct tabular_column {
		struct slice	 title;
		bool		 name;		/* the title is data */
		bool		 number;
	}			*column;	/* owned: ncolumns of them */
	size_t			 ncolumns, cap;
	size_t			 at;		/* the next cell's column */
	double			 weight;	/* of the row, to be kept: cut_row */
};

/* All columns come before the first cell. A title must live as long. */
void tabular_column(struct tabular *, const char *title, bool number);

/* The same with a field of a stream as title. */
void tabular_column_named(struct tabular *, struct slice title, bool number);

/* Begins a cell, row after row; returns what tabular_end needs. */
size_t tabular_cell(struct tabular *);

/* Ends the cell whose text was written to the output since. */
void tabular_end(struct tabular *, size_t from);

/* Ends the table and frees it. */
void tabular_put(struct tabular *);

/* A number as `put' shows it to people, as it is for programs. */
void tabular_number(const struct tabular *, struct number,
    void (*put)(struct recout *, struct number));

/* Names as the format shows them, in a cell or in a sentence. */
void tabular_name(const struct tabular *, struct slice);

#endif
