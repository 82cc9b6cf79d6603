/* SPDX-License-Identifier: MIT */
/* Proof times as bars with numbers beside them. */
#ifndef RENDER_HTML_BARS_H
#define RENDER_HTML_BARS_H

#include "html.h"

/* `serial', `parallel', `32 provers' */
void html_bars_name(struct report *, struct slice metric);

/* What is drawn: a paragraph. */
void html_bars_key(struct report *);

/* A proof time with a unit, what became of it in words below. */
void html_bars_time(struct report *, const struct row *, const char *unit);

/* Titles of the columns: what the lines are, then the kinds of proof time. */
void html_bars_titles(struct report *, struct slice lines);

/* The longer of a length and the bars of a row, which may be NULL. */
double html_bars_longest(double, const struct row *);

/*
 * The bars of a line (the first kind of proof time, against the baseline) that
 * end its first cell, then the cells of numbers. times: by kind, or NULL.
 */
void html_bars_line(struct report *, const struct row *const *times,
    double longest);

#endif
