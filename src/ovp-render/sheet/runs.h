/* SPDX-License-Identifier: MIT */
/* Joining of several runs to one row of medians. */
#ifndef RENDER_RUNS_H
#define RENDER_RUNS_H

#include "sheet.h"

/*
 * Makes n rows of equal bench, keys and metric the first of them; returns how
 * many are left. If all is not NULL and there are fewer, *all is a copy of what
 * they were, which the caller frees.
 */
size_t runs_merge(struct sheet *, struct row *, size_t n, struct row **all);

/*
 * Writes how many runs the rows of a bench are made of, as a sentence. Returns
 * false, writing nothing, when it is one a side.
 */
bool runs_put(struct recout *, const struct sheet *, size_t from, size_t end);

#endif
