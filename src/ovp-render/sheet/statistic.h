/* SPDX-License-Identifier: MIT */
/* Meaningful statistics of a row. */
#ifndef RENDER_STATISTIC_H
#define RENDER_STATISTIC_H

#include "sheet.h"

/* The columns of a report: avg, sum, max, min, then percentiles. */
size_t statistic_columns(const struct sheet *);
enum statistic statistic_column(size_t n);

/* Says whether a statistic is meaningful: not the sum of a rate. */
bool statistic_shows(const struct sheet *, const struct row *, enum statistic);

/*
 * What a verdict is about, as compared_by_sum() says: the sum if both sides
 * have it, else the average; of a row that changed while that is the same,
 * another one that is not.
 */
enum statistic statistic_judged(const struct sheet *, const struct row *);

#endif
