/* SPDX-License-Identifier: MIT */
/* Several runs of a benchmark to one row of medians. */
#ifndef RENDER_RUNS_H
#define RENDER_RUNS_H

#include "sheet.h"

/* Rows of equal bench, keys and metric become the first of them. */
void runs_merge(struct sheet *);

#endif
