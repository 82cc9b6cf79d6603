/* SPDX-License-Identifier: MIT */
/* The frame of an HTML page; other media have none. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "report.h"

/* Writes the page up to the text about all benches, counts in the title. */
void page_open(struct report *, const struct counts *);

/* Starts the part with the benches; ends the page. */
void page_main(struct report *);
void page_close(struct report *);

#endif
