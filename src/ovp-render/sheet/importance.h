/* SPDX-License-Identifier: MIT */
/* Weights of rows by importance to a reader. */
#ifndef RENDER_IMPORTANCE_H
#define RENDER_IMPORTANCE_H

#include "sheet.h"

/*
 * Sets the weight of every row; no two are equal. The order: the total, changed
 * rows, new or gone rows, unchanged rows. Changed rows: times by the change in
 * seconds, then work, memory and the rest by percent, settings and estimates
 * last; rows with equal changes by place in the report.
 */
void importance_weigh(struct sheet *);

/*
 * Returns the n rows of [from, end) that changed and are shown, without proof
 * times, the heaviest first. The caller frees the array. From *settings on (at
 * most n), they are settings and estimates, which are neither better nor worse.
 */
const struct row **importance_changes(const struct sheet *, size_t from,
    size_t end, size_t *n, size_t *settings);

#endif
