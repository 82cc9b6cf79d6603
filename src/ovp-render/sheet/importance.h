/* SPDX-License-Identifier: MIT */
/* How much each row matters to a reader. */
#ifndef RENDER_IMPORTANCE_H
#define RENDER_IMPORTANCE_H

#include "sheet.h"

/*
 * Sets the weight of every row, no two alike: the total, regressions, other
 * changes, improvements, what is new or gone, what is the same; among them
 * proof times by seconds, exact metrics by percent, the rest by what its sum
 * moved; where nothing moved, by place in the report.
 */
void importance_weigh(struct sheet *);

/*
 * The rows of [from, end) that changed and are shown, less the proof times,
 * the heaviest first; n of them. The caller frees it.
 */
const struct row **importance_changes(const struct sheet *, size_t from,
    size_t end, size_t *n);

#endif
