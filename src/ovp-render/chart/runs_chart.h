/* SPDX-License-Identifier: MIT */
/* Chart of a metric over the runs of a bench. */
#ifndef RENDER_RUNS_CHART_H
#define RENDER_RUNS_CHART_H

#include "runs_metric.h"

enum { RUNS_WIDTH = 960, RUNS_LEGEND = 20 };

/* Writes the style that a document needs once for its charts. */
void runs_chart_style(struct recout *);

/* Returns the height of the chart of a metric. */
int runs_chart_height(const struct runs_metric *);

/*
 * Draws a chart: a dot for each run, a line for each level, axes, a legend, and
 * a mark at each run where a series changed, with the run's label and the
 * largest change. linked: marks link to rows `cB-R' and are `mB-M-R' (bench,
 * metric, run); dots name their runs and values for a script.
 */
void runs_chart(struct recout *, const struct runs_metric *, bool linked);

#endif
