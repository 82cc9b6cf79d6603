/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as cells of a report. */
#ifndef RENDER_CELLS_H
#define RENDER_CELLS_H

#include "report.h"

/* Columns for the keys in some media, and the cells of a row in them. */
void cells_keys_columns(struct report *, unsigned media);
void cells_keys(struct report *, const struct row *);

/*
 * Returns the cell of a row's statistic, with that of its baseline if there is
 * one. judged: the verdict is about that statistic.
 */
struct doc_cell cells_of(const struct row *, enum statistic, enum doc_show,
    bool judged);

/* A cell with a name; a cell with a value, in the form of put_value(). */
void cells_text(struct report *, enum doc_show, struct slice);
void cells_value(struct report *, enum doc_show, struct value);

#endif
