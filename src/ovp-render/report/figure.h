/* SPDX-License-Identifier: MIT */
/* Figures of a summary, and what their benches are called. */
#ifndef RENDER_FIGURE_H
#define RENDER_FIGURE_H

#include "report.h"

/* A figure is a value, or the sum of some; its verdict is theirs. */
struct figure {
	struct value	now, base;
	enum verdict	verdict;	/* of what it is made of, the worst */
};

/* Adds a row's statistic to a figure. */
void figure_add(struct figure *, const struct row *, enum statistic);

/* A row of [from, end) by its metric and, if it is no NULL, its group. */
const struct row *figure_row(const struct sheet *, size_t from, size_t end,
    const struct slice *group, struct slice metric);

/*
 * The instructions of a group, from the metric that its prover has: its row
 * and the statistic that counts them once, or NULL.
 */
const struct row *figure_cycles(const struct sheet *, size_t from, size_t end,
    const struct slice *group, enum statistic *);

/*
 * `[NAME](LINK/NAME.md)' or, with a link of its own for each bench, that one;
 * the name alone without a link.
 */
void summary_link(struct report *, size_t bench);

#endif
