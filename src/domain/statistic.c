/* SPDX-License-Identifier: MIT */
/* Statistics of a metric, in the order of their columns. */
#include "statistic.h"

const char *const stat_name[STAT_MORE] = {
	[STAT_COUNT] = "count",
	[STAT_SUM] = "sum",
	[STAT_MIN] = "min",
	[STAT_MAX] = "max",
	[STAT_AVG] = "avg",
	[STAT_STDDEV] = "stddev",
};
