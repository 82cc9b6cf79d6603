/* SPDX-License-Identifier: MIT */
/* Proof times as bars, on an HTML page. */
#ifndef RENDER_BARS_H
#define RENDER_BARS_H

#include "report.h"

/* Writes a paragraph that explains the bars. */
void bars_key(struct report *);

/* Returns the greater of a length and the longest bar of a row or NULL. */
double bars_longest(double, const struct row *);

/*
 * Open and close the first cell of a line; the caller writes its text in
 * between. The bars show a row (or NULL) and its baseline. HTML only.
 */
void bars_open(struct report *);
void bars_close(struct report *, const struct row *, double longest);

#endif
