/* SPDX-License-Identifier: MIT */
/* Statistics of a metric, in the order of their columns. */
#ifndef OVP_STATISTIC_H
#define OVP_STATISTIC_H

/* Columns from STAT_MORE on are the stream's percentiles. */
enum statistic {
	STAT_COUNT,
	STAT_SUM,
	STAT_MIN,
	STAT_MAX,
	STAT_AVG,
	STAT_STDDEV,
	STAT_MORE,
};

/* A comparison has those before the deviation. */
enum { STATS = STAT_STDDEV };

extern const char *const stat_name[STAT_MORE];

#endif
