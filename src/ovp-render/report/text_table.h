/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as tables for a terminal. */
#ifndef RENDER_TEXT_TABLE_H
#define RENDER_TEXT_TABLE_H

#include "ovp-render/doc/grid.h"
#include "ovp-render/sheet/air_changes.h"

/* A report in the making. */
struct text {
	struct sheet	*s;
	struct recout	*o;
	struct screen	 screen;
	struct grid	 grid;
	bool		 brief;		/* what is as it was is left out */
	struct air_changes airs;
};

/* The proof times of a bench, if the stream has any. */
void text_times(struct text *, size_t from, size_t end);

/* Breaks the line that begins at the offset between words, and ends it. */
void text_wrap(struct text *, size_t from);

/* What can't be seen, what is hard to compare: sentences. */
void text_remarks(struct text *, size_t from, size_t end);

/* The answer: a sentence on each bench, the causes of one alone. */
void text_head(struct text *);

/* Runs as sparklines, where they changed: of a bench with enough of them. */
void text_history(struct text *, size_t from, size_t end);

/* The same of a stream of changes, all of it. */
void text_changes_of(struct text *, struct recin *);

/* The name of a bench, as a heading. */
void text_title(struct text *, size_t bench);

/* What made a bench of several change: a line for each cause. */
void text_causes(struct text *, size_t from, size_t end);

/* The shown metrics of a group under its name, or of all with their keys. */
void text_rows(struct text *, size_t from, size_t end, bool keys);

/* The AIRs of a bench that changed most. */
void text_airs(struct text *, size_t bench);

/* What changed, in the order given. */
void text_changes(struct text *, const struct row *const *, size_t n);

#endif
