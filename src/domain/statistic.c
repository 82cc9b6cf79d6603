/* SPDX-License-Identifier: MIT */
/* The statistics of a metric: columns of numbers, in their order. */
#include "statistic.h"

const char *const stat_name[STAT_MORE] = {
	[STAT_COUNT] = "count",
	[STAT_SUM] = "sum",
	[STAT_MIN] = "min",
	[STAT_MAX] = "max",
	[STAT_AVG] = "avg",
	[STAT_STDDEV] = "stddev",
};
