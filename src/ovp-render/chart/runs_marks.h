/* SPDX-License-Identifier: MIT */
/* Marks of changes in a chart of runs. */
#ifndef RENDER_RUNS_MARKS_H
#define RENDER_RUNS_MARKS_H

#include "runs_plot.h"

/*
 * Marks the runs where a series changed, the latest ones first, which so have
 * the room for words; of very many, the latest.
 */
void runs_marks(struct runs_plot *);

#endif
