/* SPDX-License-Identifier: MIT */
/* The functions of a medium that reports are written in. */
#ifndef RENDER_DOC_WRITER_H
#define RENDER_DOC_WRITER_H

#include "doc.h"

/*
 * Called by the functions of doc.h, which keep open parts in the doc. A
 * function without a form in the medium is doc_nothing(). A medium for tables
 * only has no others, and they must not be called.
 */
struct doc_writer {
	enum doc_medium medium;
	struct voice voice;
	/* Names in cells and headings. */
	void (*name)(struct recout *, struct slice);
	void (*metric)(struct recout *, struct slice);
	const char *code, *code_end; /* around words to type */
	const char *strong, *strong_end;
	const char *mark[VERDICTS]; /* with a blank, or NULL */

	/* A sentence: its words are between begin and end, from d->text on. */
	void (*begin)(struct doc *);
	void (*end)(struct doc *, double weight);
	void (*rest)(struct doc *);
	void (*list)(struct doc *);
	void (*list_end)(struct doc *); /* d->items were written */
	void (*blank)(struct doc *);

	void (*heading)(struct doc *);
	void (*heading_end)(struct doc *);
	void (*section_end)(struct doc *);
	void (*bench)(struct doc *, size_t n, struct slice name);
	void (*fold)(struct doc *);
	void (*fold_body)(struct doc *);
	void (*fold_end)(struct doc *);

	/* A table, at its first row: columns and caption are known. */
	void (*table)(struct doc *);
	void (*table_end)(struct doc *);
	void (*row)(struct doc *);
	void (*row_end)(struct doc *);
	void (*cell)(struct doc *);     /* starts the open cell */
	void (*cell_end)(struct doc *); /* its words start at d->text */
	/* Contents that differ by medium. */
	void (*moved)(struct doc *, const struct doc_cell *);
	void (*told)(struct doc *, const struct doc_cell *);
	void (*change)(struct doc *, const struct doc_cell *);
};

void doc_nothing(struct doc *);

/* A column's title and the caption, escaped for output. */
struct slice doc_title(const struct doc *, const struct doc_column *);
struct slice doc_caption(const struct doc *);

/* Writes the change of a cell that has one: `+12SEP+1.0%'. */
void doc_put_change(struct recout *, const struct doc_cell *, const char *sep);

#endif
