/* SPDX-License-Identifier: MIT */
/* Tables of a report, cell by cell. */
#ifndef RENDER_DOC_TABLE_H
#define RENDER_DOC_TABLE_H

#include "base/buf.h"
#include "domain/verdict.h"
#include "grid.h"
#include "stream/recout.h"
#include "value.h"

struct doc;

/* Bits: the media that a column or a heading is for. */
enum doc_medium { DOC_TEXT = 1, DOC_MD = 2, DOC_HTML = 4, DOC_CSV = 8 };

enum { DOC_ALL = DOC_TEXT | DOC_MD | DOC_HTML | DOC_CSV };

enum doc_kind {
	DOC_WORDS,		/* what rows are of */
	DOC_NUMBER,
	DOC_DETAIL,		/* a number that a narrow screen goes without */
	DOC_WITH,		/* goes with the column before it */
	DOC_REMARK,		/* words beside numbers */
	DOC_ASIDE,		/* words that a narrow screen goes without */
};

/* What a cell shows; of what is not known, a dash. */
enum doc_show {
	DOC_RAW,		/* what is written: see doc_open */
	DOC_RECENT,		/* the same: a picture of last runs */
	DOC_BARE,		/* the same, in HTML with the cell around it */
	DOC_NAME,		/* text, a field of a stream */
	DOC_CODE,		/* text, the name of a metric */
	DOC_METRIC,		/* the same, that the row is of */
	DOC_KEY,		/* text, or that there is none of the key */
	DOC_WORD,		/* text, words of ours */
	DOC_VALUE,		/* now */
	DOC_MOVED,		/* now, with what became of it */
	DOC_TOLD,		/* the same where no other cell has the verdict */
	DOC_CHANGE,		/* what became of it; nothing if nothing did */
	DOC_VERDICT,
	DOC_PERCENT,		/* now less base, in percent of base */
	DOC_DIFFERENCE,
	DOC_INTERVAL,		/* base to now, in percent */
	DOC_CHANCE,		/* now */
	DOC_SPREAD,		/* now, in percent */
};

struct doc_cell {
	enum doc_show		 show;
	struct slice		 text, key;
	const struct value	*now, *base;	/* NULL: not known */
	enum verdict		 verdict;
	bool			 judged;	/* it is about these numbers */
	void			(*put)(struct recout *, struct number);
};

struct doc_row {
	enum verdict	 verdict;
	double		 weight;	/* see cut_row() */
	const char	*id;		/* of HTML, or NULL */
};

/* The open table, for the writers. */
struct doc_table {
	struct doc_column {
		enum doc_kind	kind;
		bool		hidden;		/* for other media */
		size_t		at, n;		/* title: in text */
	}			*column;	/* owned: n of them */
	size_t			 n, cap;
	struct buf		 text;		/* titles, as they are written */
	size_t			 caption;	/* its end in text */
	size_t			 from;		/* in the output */
	size_t			 at;		/* the next cell's column */
	bool			 begun;		/* it has a row */
	struct doc_row		 row;
	struct doc_cell		 cell;		/* the open one */
	struct grid		 grid;		/* of text */
};

/*
 * Begins a table. What is written before the first column is its caption, for
 * those who do not see what is above it. A table without a row is none.
 */
void doc_table(struct doc *);
void doc_table_end(struct doc *);

/*
 * Columns, all before the first row: words of ours, a field of a stream, or
 * what was written since the offset. Cells are written for all columns; those
 * of columns that are not for the medium are left out.
 */
void doc_column(struct doc *, const char *title, enum doc_kind,
    unsigned media);
void doc_column_named(struct doc *, struct slice, enum doc_kind,
    unsigned media);
void doc_column_from(struct doc *, size_t from, enum doc_kind, unsigned media);

/* Begins a row; its last cell ends it. */
void doc_row(struct doc *, struct doc_row);

/* A line over all columns, text only: of what was written since the offset. */
void doc_line(struct doc *, size_t from);

void doc_cell(struct doc *, struct doc_cell);

/* What a cell shows, outside of a table. */
void doc_show(struct doc *, struct doc_cell);

/* A cell of what is written up to doc_close(); what it is, decorates it. */
void doc_open(struct doc *, struct doc_cell);
void doc_close(struct doc *);

/* Whether there is something to tell of a change; only then tell it. */
bool doc_has_changed(const struct doc_cell *);

#endif
