/* SPDX-License-Identifier: MIT */
/* The runs of a bench as charts, on a page of HTML. */
#ifndef RENDER_RUNS_PAGE_H
#define RENDER_RUNS_PAGE_H

#include "ovp-render/chart/runs_chart.h"
#include "report.h"

/* What was drawn; zeroed, nothing was. */
struct runs_page {
	struct runs_metric	*metric;	/* owned: n of them */
	size_t			 n;
};

/* Writes the section. */
void runs_page(struct runs_page *, struct report *, const struct history *);

/* The chart of a metric: where it stands on the page. */
size_t runs_page_metric(const struct runs_page *, struct slice metric);

void runs_page_free(struct runs_page *);

#endif
