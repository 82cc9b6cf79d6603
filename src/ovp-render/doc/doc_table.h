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
	DOC_WORDS, /* the subject of the row */
	DOC_NUMBER,
	DOC_DETAIL, /* a number that narrow screens leave out */
	DOC_WITH,   /* belongs to the column before it */
	DOC_REMARK, /* words beside numbers */
	DOC_ASIDE,  /* words that narrow screens leave out */
};

/* The content of a cell; a dash if it is not known. */
enum doc_show {
	DOC_RAW,    /* the text written after doc_open() */
	DOC_RECENT, /* the same: a picture of recent runs */
	DOC_BARE,   /* the same, but the text has its HTML tags */
	DOC_NAME,   /* text, a field of a stream */
	DOC_CODE,   /* text, the name of a metric */
	DOC_METRIC, /* the same, the subject of the row */
	DOC_KEY,    /* text, or words for an empty key */
	DOC_WORD,   /* text, our own words */
	DOC_VALUE,  /* now */
	DOC_MOVED,  /* now, with its change */
	DOC_TOLD,   /* the same if no other cell has the verdict */
	DOC_CHANGE, /* the change, if there is one */
	DOC_VERDICT,
	DOC_PERCENT, /* now minus base, in percent of base */
	DOC_DIFFERENCE,
	DOC_INTERVAL, /* base to now, in percent */
	DOC_CHANCE,   /* now */
	DOC_SPREAD,   /* now, in percent */
};

struct doc_cell {
	enum doc_show show;
	struct slice text, key;
	struct value now, base;
	enum verdict verdict;
	bool judged; /* it judges these numbers */
	void (*put)(struct recout *, struct number);
};

struct doc_row {
	enum verdict verdict;
	double weight;  /* see cut_row() */
	const char *id; /* for HTML, or NULL */
};

/* The open table, for the writers. */
struct doc_table {
	struct doc_column {
		enum doc_kind kind;
		bool hidden;  /* for other media */
		size_t at, n; /* title, in the text below */
	} * column;           /* owned: n of them */
	size_t n, cap;
	struct buf text; /* titles, as written */
	size_t caption;  /* end of the caption in text */
	size_t from;     /* offset in the output */
	size_t at;       /* the next cell's column */
	bool begun;      /* has a row */
	struct doc_row row;
	struct doc_cell cell; /* the open one */
	struct grid grid;     /* for text */
};

/*
 * Begins a table. All that is written before the first column is its caption,
 * for readers who do not see the text above it. A table without rows is left
 * out.
 */
void doc_table(struct doc *);
void doc_table_end(struct doc *);

/*
 * Columns, all before the first row. The title is our own words, a field of a
 * stream, or the output since an offset. The caller writes cells for all
 * columns; those of columns for other media are left out.
 */
void doc_column(struct doc *, const char *title, enum doc_kind, unsigned media);
void doc_column_named(struct doc *, struct slice, enum doc_kind,
    unsigned media);
void doc_column_from(struct doc *, size_t from, enum doc_kind, unsigned media);

/* Begins a row; its last cell ends it. */
void doc_row(struct doc *, struct doc_row);

/* A line over all columns, in text only: the output since an offset. */
void doc_line(struct doc *, size_t from);

void doc_cell(struct doc *, struct doc_cell);

/* Writes the content of a cell outside a table. */
void doc_show(struct doc *, struct doc_cell);

/* A cell with all that is written up to doc_close(), in the form of `show'. */
void doc_open(struct doc *, struct doc_cell);
void doc_close(struct doc *);

/* Whether there is a change to write; only then write it. */
bool doc_has_changed(const struct doc_cell *);

#endif
