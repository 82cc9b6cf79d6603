/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as GitHub tables. */
#ifndef RENDER_MD_TABLE_H
#define RENDER_MD_TABLE_H

#include "report.h"

/* Which columns stand before the numbers. */
enum md_columns {
	MD_METRIC,		/* the table is of one group */
	MD_KEYS_AND_METRIC,
};

/*
 * Header of a table, a block of m->cut together with `before', the text above
 * it. phase: of a table of one phase's metrics, or empty.
 */
void md_table_open(struct report *, enum md_columns, struct slice phase);
void md_table_row(struct report *, enum md_columns, const struct row *);
void md_table_close(struct report *);

/* A key for a heading or a cell: `(no group)' where it is empty. */
void md_key(struct report *, const struct row *, size_t key);

/* ` 🔴 (+0.03, +0.9%) worse': the change of a row whose verdict is about it. */
void md_change(struct report *, const struct row *, struct number now,
    struct number base, bool judged);

/* A cell with a chance, or a dash. */
void md_chance(struct report *, const struct value *p);

/* A value with what became of it: `2.96 (+0.03, +0.9%)'. */
void md_cell(struct report *, const struct row *, enum statistic, bool judged,
    void (*put)(struct recout *, struct number));

#endif
