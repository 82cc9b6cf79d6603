/* SPDX-License-Identifier: MIT */
/* Several runs of a benchmark to one row of medians. */
#ifndef RENDER_RUNS_H
#define RENDER_RUNS_H

#include "sheet.h"

/* Rows of equal bench, keys and metric become the first of them. */
void runs_merge(struct sheet *);

/*
 * Writes how many runs the rows of a bench are made of, as a sentence. Returns
 * false, writing nothing, when it is one a side.
 */
bool runs_put(struct recout *, const struct sheet *, size_t from, size_t end);

#endif
