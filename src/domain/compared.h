/* SPDX-License-Identifier: MIT */
/* The statistic that two runs are compared by. */
#ifndef OVP_COMPARED_H
#define OVP_COMPARED_H

#include <stdbool.h>

#include "metrics.h"

/* Returns whether it is a time; a point in time is none. */
bool metric_is_time(const struct metric *);

/*
 * Returns whether runs are compared by the sums of a metric, not by its
 * averages. That is so for exact metrics, and for times when the runs have
 * another number of them: ten proofs of 1 s are more than two of 2 s. A metric
 * whose sum means nothing (see metric_adds_up) never is. app: the group is an
 * app group. as_many: all runs have the same number of values.
 */
bool compared_by_sum(const struct metric *, bool app, bool as_many);

#endif
