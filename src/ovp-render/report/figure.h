/* SPDX-License-Identifier: MIT */
/* Figures of a summary, and the names of their benches. */
#ifndef RENDER_FIGURE_H
#define RENDER_FIGURE_H

#include "report.h"

/* A value or a sum of values, with their verdict. */
struct figure {
	struct value now, base;
	enum verdict verdict; /* the worst of its values */
};

/* Adds a row's statistic to a figure. */
void figure_add(struct figure *, const struct row *, enum statistic);

/* Finds a row of [from, end) by its metric and, unless NULL, its group. */
const struct row *figure_row(const struct sheet *, size_t from, size_t end,
    const struct slice *group, struct slice metric);

/*
 * Returns the row that counts the instructions of a group, from the metric that
 * its prover writes, and the statistic that counts them once; NULL if there is
 * none.
 */
const struct row *figure_cycles(const struct sheet *, size_t from, size_t end,
    const struct slice *group, enum statistic *);

/*
 * Writes `[NAME](LINK/NAME.md)', or the bench's own link if each bench has one;
 * without links, only the name.
 */
void summary_link(struct report *, size_t bench);

#endif
