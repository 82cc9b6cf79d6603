/* SPDX-License-Identifier: MIT */
/* A metric over the runs of a bench as a chart. */
#ifndef RENDER_RUNS_CHART_H
#define RENDER_RUNS_CHART_H

#include "ovp-render/sheet/history.h"

enum { RUNS_WIDTH = 960, RUNS_LEGEND = 20 };

/* The series of one metric: by key, in the order of the report. */
struct runs_metric {
	const struct history		*h;
	const struct history_series	**series;	/* owned: n of them */
	size_t				 n;
	size_t				 id;		/* of the metric among
							 * those of the bench */
};

/* The style that charts need once in a document. */
void runs_chart_style(struct recout *);

/*
 * The metrics of a history, that of the proof times first; each as long as the
 * history. Returns how many there are; the caller frees them.
 */
size_t runs_metrics(const struct history *, struct runs_metric **);
void runs_metrics_free(struct runs_metric *, size_t n);

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
