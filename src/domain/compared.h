/* SPDX-License-Identifier: MIT */
/* The statistic that two runs are compared by. */
#ifndef OVP_COMPARED_H
#define OVP_COMPARED_H

#include <stdbool.h>

#include "metrics.h"

/* Says whether it is a time; a point in time is not. */
bool metric_is_time(const struct metric *);

/*
 * Says whether runs are compared by the sums of a metric and not by its
 * averages: for exact metrics, and for times if the number of values differs,
 * because ten proofs of 1 s are more than two of 2 s. A metric without a
 * meaningful sum (see metric_adds_up) never is. app: the group is an app group.
 * as_many: all runs have the same number of values.
 */
bool compared_by_sum(const struct metric *, bool app, bool as_many);

#endif
