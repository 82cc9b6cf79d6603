/* SPDX-License-Identifier: MIT */
/* Weights of rows by importance to a reader. */
#ifndef RENDER_IMPORTANCE_H
#define RENDER_IMPORTANCE_H

#include "sheet.h"

/*
 * Sets the weight of every row, no two alike: the total, what changed, what is
 * new or gone, what is the same. Of what changed: times by the seconds that
 * they moved, then work, memory, the rest by percent, settings and estimates
 * last; where nothing moved, by place in the report.
 */
void importance_weigh(struct sheet *);

/*
 * The rows of [from, end) that changed and are shown, less the proof times,
 * the heaviest first; n of them. The caller frees it. From *settings on, n at
 * most, they are settings and estimates, of which neither way is better.
 */
const struct row **importance_changes(const struct sheet *, size_t from,
    size_t end, size_t *n, size_t *settings);

#endif
