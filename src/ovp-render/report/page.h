/* SPDX-License-Identifier: MIT */
/* The frame of a page of HTML; in other media there is none. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "report.h"

/* Up to what is said of all benches: the head, with what the title counts. */
void page_open(struct report *, const struct counts *);

/* From there on to the benches; behind them. */
void page_main(struct report *);
void page_close(struct report *);

#endif
