/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as tables for a terminal. */
#ifndef RENDER_TEXT_TABLE_H
#define RENDER_TEXT_TABLE_H

#include "report.h"

/* Breaks the line that begins at the offset between words, and ends it. */
void text_wrap(struct report *, size_t from);

/* Runs as sparklines, where they changed: of a bench with enough of them. */
void text_history(struct report *, size_t from, size_t end);

/* The same of a stream of changes, all of it. */
void text_changes_of(struct report *, struct recin *);

/* The name of a bench, as a heading. */
void text_title(struct report *, size_t bench);

#endif
