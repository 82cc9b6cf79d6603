/* SPDX-License-Identifier: MIT */
/* The runs of a bench as charts on an HTML page. */
#ifndef RENDER_RUNS_PAGE_H
#define RENDER_RUNS_PAGE_H

#include "ovp-render/chart/runs_chart.h"
#include "report.h"

/* The charts that were drawn; zeroed, none. */
struct runs_page {
	struct runs_metric *metric; /* owned: n of them */
	size_t n;
};

/* Writes the section. */
void runs_page(struct runs_page *, struct report *, const struct history *);

/* Returns the position on the page of a metric's chart. */
size_t runs_page_metric(const struct runs_page *, struct slice metric);

void runs_page_free(struct runs_page *);

#endif
