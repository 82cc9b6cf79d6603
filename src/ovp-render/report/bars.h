/* SPDX-License-Identifier: MIT */
/* Proof times as bars, on a page of HTML. */
#ifndef RENDER_BARS_H
#define RENDER_BARS_H

#include "report.h"

/* What is drawn: a paragraph. */
void bars_key(struct report *);

/* The longer of a length and the bars of a row, which may be NULL. */
double bars_longest(double, const struct row *);

/*
 * The first cell of a line, what it is of in between: the bars of a row, which
 * may be NULL, against the baseline. In other media there are none.
 */
void bars_open(struct report *);
void bars_close(struct report *, const struct row *, double longest);

#endif
