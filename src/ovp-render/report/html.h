/* SPDX-License-Identifier: MIT */
/* The parts of the report as a page of HTML. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "ovp-render/sheet/history.h"
#include "report.h"

/* The head of the document, with its style; the title stands in between. */
void html_page_open(struct recout *);
void html_page_body(struct recout *);

/* The script, the end. */
void html_page_close(struct recout *);

/* All benches with their proof times, when there are several. */
void html_overview(struct report *);

/*
 * The whole bench's time by number of provers, with the number that more do
 * not pay beyond; nothing if its times are of fewer than three numbers.
 */
void html_cost(struct report *, size_t from, size_t end);

/*
 * The runs of a bench that has enough of them as charts, the table of their
 * changes.
 */
void html_history(struct report *, size_t from, size_t end);

/* The same of a stream of changes, as the body of a page: frees them. */
void html_changes_of(struct report *, struct history *, size_t n);

/* Reads what the pictures are made of; without a file there are none. */
void html_read_samples(struct report *, const struct opts *);

/* Warns when there was nothing to draw. */
void html_close_samples(struct report *, const struct opts *);

/* GPU memory over time for each run of a bench, its flame graph. */
void html_pictures(struct report *, struct slice bench);

#endif
