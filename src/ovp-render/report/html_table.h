/* SPDX-License-Identifier: MIT */
/* Tables of HTML, cell by cell. */
#ifndef RENDER_HTML_TABLE_H
#define RENDER_HTML_TABLE_H

#include "html.h"

/*
 * A table that scrolls sideways for itself. The caption, which names it to
 * those who do not see the heading above, is written in between.
 */
void html_table_open(struct report *);
void html_table_head(struct report *);

/* Behind the last title, the first row. */
void html_table_body(struct report *);
void html_table_close(struct report *);

/* The title of a column. */
void html_title(struct report *, struct slice name);
void html_title_of_numbers(struct report *, struct slice name);

/* A name that may be cut into lines behind each point or underscore. */
void html_name(struct report *, struct slice field);

/* A bench for people, a key: `(no group)' where it is empty. */
void html_bench(struct report *, size_t bench);
void html_key(struct report *, const struct row *, size_t key);

/* `<tr class="worse">' */
void html_row_open(struct report *, enum verdict);

/* A cell of text. */
void html_text(struct report *, struct slice);

/* A value, or a dash. */
void html_value(struct report *, const struct value *);

/* Cells of a comparison: `<0.001', `+4.2% to +6.1%'. */
void html_chance(struct report *, const struct value *p);
void html_interval(struct report *, const struct row *);

/* `+0.03, +0.9%', when there is a change of that statistic to tell. */
void html_change(struct report *, const struct row *, enum statistic,
    bool judged);

/* A value with what became of it below. */
void html_cell(struct report *, const struct row *, enum statistic,
    bool judged);

/* Two cells: the verdict, its change in percent. */
void html_verdict_cells(struct report *, const struct row *, enum statistic);

#endif
