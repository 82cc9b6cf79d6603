/* SPDX-License-Identifier: MIT */
/* Plot area of a chart of runs. */
#ifndef RENDER_RUNS_PLOT_H
#define RENDER_RUNS_PLOT_H

#include "runs_metric.h"
#include "runs_scale.h"

/* The plot's edges; legend and labels of marks are above. */
enum {
	LEFT = 72,
	RIGHT = 944,
	PLOT = 280,
	BELOW = 48,
	LABELS = 3,
	LABEL = 16,
	FLAG = 8,
};

struct runs_plot {
	struct recout *o;
	const struct runs_metric *m;
	bool linked;
	struct runs_scale y;
	int top, bottom;
};

/* Return the position of a run, counted from 0, and of a value. */
double runs_plot_x(const struct runs_plot *, double run);
double runs_plot_y(const struct runs_plot *, double value);

/* Writes the keys of a series: `leaf', `leaf, 3'. */
void runs_plot_keys(struct runs_plot *, const struct history_series *,
    void (*put)(struct recout *, struct slice));

#endif
