/* SPDX-License-Identifier: MIT */
/* What a medium has to tell to be one that reports are written in. */
#ifndef RENDER_DOC_WRITER_H
#define RENDER_DOC_WRITER_H

#include "doc.h"

/*
 * Functions of a medium, called by those of doc.h, which keep what is open in
 * the doc. Any that a medium has no form for is doc_nothing(). A medium of
 * tables alone has no others: they are not to be called.
 */
struct doc_writer {
	enum doc_medium	medium;
	struct voice	voice;
	/* Names in cells and headings. */
	void	(*name)(struct recout *, struct slice);
	void	(*metric)(struct recout *, struct slice);
	const char	*code, *code_end;	/* around what a reader types */
	const char	*strong, *strong_end;
	const char	*mark[VERDICTS];	/* with its blank, or NULL */

	/* A sentence: its words stand between them, from d->text on. */
	void	(*begin)(struct doc *);
	void	(*end)(struct doc *, double weight);
	void	(*rest)(struct doc *);
	void	(*list)(struct doc *);
	void	(*list_end)(struct doc *);	/* d->items were written */
	void	(*blank)(struct doc *);

	void	(*heading)(struct doc *);
	void	(*heading_end)(struct doc *);
	void	(*section_end)(struct doc *);
	void	(*bench)(struct doc *, size_t n, struct slice name);
	void	(*fold)(struct doc *);
	void	(*fold_body)(struct doc *);
	void	(*fold_end)(struct doc *);

	/* A table, when its first row comes: columns, caption are known. */
	void	(*table)(struct doc *);
	void	(*table_end)(struct doc *);
	void	(*row)(struct doc *);
	void	(*row_end)(struct doc *);
	void	(*cell)(struct doc *);		/* the open cell begins */
	void	(*cell_end)(struct doc *);	/* its words: from d->text on */
	/* What it shows, for those that differ by medium. */
	void	(*moved)(struct doc *, const struct doc_cell *);
	void	(*told)(struct doc *, const struct doc_cell *);
	void	(*change)(struct doc *, const struct doc_cell *);
};

void doc_nothing(struct doc *);

/* A column's title, the caption, as they are to be written. */
struct slice doc_title(const struct doc *, const struct doc_column *);
struct slice doc_caption(const struct doc *);

/* `+12SEP+1.0%': the change of a cell that has one. */
void doc_put_change(struct recout *, const struct doc_cell *, const char *sep);

#endif
