/* SPDX-License-Identifier: MIT */
/* Marks of changes in a chart of runs. */
#ifndef RENDER_RUNS_MARKS_H
#define RENDER_RUNS_MARKS_H

#include "runs_plot.h"

/*
 * Marks the runs at which a series changed, the latest first, so that these
 * have room for labels. Limits the number of marks to the latest.
 */
void runs_marks(struct runs_plot *);

#endif
