/* SPDX-License-Identifier: MIT */
/* Merging of several runs into one row of medians. */
#ifndef RENDER_RUNS_H
#define RENDER_RUNS_H

#include "sheet.h"

/*
 * Merges n rows of equal bench, keys and metric into the first ones; returns
 * the number left. If all is not NULL and rows were merged, *all is a copy of
 * the old rows, which the caller frees.
 */
size_t runs_merge(struct sheet *, struct row *, size_t n, struct row **all);

/*
 * Writes the number of runs behind the rows of a bench as a sentence. Returns
 * false, with nothing written, if each side has one.
 */
bool runs_put(struct recout *, const struct sheet *, size_t from, size_t end);

#endif
