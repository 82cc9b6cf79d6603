/* SPDX-License-Identifier: MIT */
/* How much each row matters to a reader. */
#ifndef RENDER_IMPORTANCE_H
#define RENDER_IMPORTANCE_H

#include "sheet.h"

/*
 * Sets the weight of every row, no two alike: regressions, other changes,
 * improvements, what is new or gone, what is the same; among them proof times
 * by seconds, exact metrics by percent, the rest by what its sum moved; where
 * nothing moved, by place in the report.
 */
void importance_weigh(struct sheet *);

/* The statistic a verdict is about: the sum of exact metrics, else the avg. */
enum statistic judged_stat(const struct row *);

/* Whether a verdict tells of a change between values on both sides. */
bool verdict_is_change(enum verdict);

#endif
