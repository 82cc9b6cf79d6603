/* SPDX-License-Identifier: MIT */
/* Chart of a metric over the runs of a bench. */
#ifndef RENDER_RUNS_CHART_H
#define RENDER_RUNS_CHART_H

#include "runs_metric.h"

enum { RUNS_WIDTH = 960, RUNS_LEGEND = 20 };

/* The style that charts need once in a document. */
void runs_chart_style(struct recout *);

/* The height of its chart. */
int runs_chart_height(const struct runs_metric *);

/*
 * Draws it: a dot for each run, a line for each level, axes, a legend, a mark
 * at each run where one of the series changed, with what tells the run and the
 * largest change. linked: marks link to rows `cB-R', and are `mB-M-R' (bench,
 * metric, run); dots tell a script which runs they are of, and their values.
 */
void runs_chart(struct recout *, const struct runs_metric *, bool linked);

#endif
