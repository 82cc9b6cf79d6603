/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as cells of a report. */
#ifndef RENDER_CELLS_H
#define RENDER_CELLS_H

#include "report.h"

/* Columns of the keys in some media, and a row's cells of these. */
void cells_keys_columns(struct report *, unsigned media);
void cells_keys(struct report *, const struct row *);

/*
 * A statistic of a row, with that of its baseline if there is one. judged: its
 * verdict is about that statistic.
 */
struct doc_cell cells_of(const struct row *, enum statistic, enum doc_show,
    bool judged);

/* A cell of a name; of a value as put_value writes it. */
void cells_text(struct report *, enum doc_show, struct slice);
void cells_value(struct report *, enum doc_show, const struct value *);

#endif
