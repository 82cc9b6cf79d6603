/* SPDX-License-Identifier: MIT */
/* Meaningful statistics of a row. */
#ifndef RENDER_STATISTIC_H
#define RENDER_STATISTIC_H

#include "sheet.h"

/* Returns the columns of a report: avg, sum, max, min, then percentiles. */
size_t statistic_columns(const struct sheet *);
enum statistic statistic_column(size_t n);

/* Whether a statistic is meaningful; the sum of a rate is not. */
bool statistic_shows(const struct sheet *, const struct row *, enum statistic);

/*
 * Returns the statistic behind the verdict, by compared_by_sum(): the sum if
 * both sides have it, else the average. If the row changed but that did not,
 * returns another statistic that changed.
 */
enum statistic statistic_judged(const struct sheet *, const struct row *);

#endif
