/* SPDX-License-Identifier: MIT */
/* The domain's metrics: class, direction, unit, place in a report. */
#ifndef OVP_METRICS_H
#define OVP_METRICS_H

#include "slice.h"

/* How a value behaves when the same work is run again. */
enum metric_class {
	METRIC_EXACT,		/* repeats to the last digit: any change is real */
	METRIC_NOISY,		/* times with decimals, rates */
	METRIC_QUANTISED,	/* whole milliseconds: a step of one is nothing */
};

enum metric_direction { METRIC_LOWER, METRIC_HIGHER, METRIC_NEITHER };

struct metric {
	const char		*glob;	/* of fnmatch(3), without flags */
	enum metric_class	 class;
	enum metric_direction	 better;
	const char		*unit;	/* `ms', `s', `bytes', ... or "" */
};

/*
 * The first row of the table that the name matches, rows of a loaded file
 * before the built-in ones. Never NULL: the last row matches everything
 * (noisy, lower is better, no unit).
 */
const struct metric *metrics_find(struct slice name);

/*
 * Puts the rows of a TSV file (`glob class direction unit', a header first)
 * before the built-in ones. Fails with file, line and column on a bad row.
 */
void metrics_load(const char *path);
void metrics_unload(void);

/*
 * Place of a metric in a report, from 0: the reference's order, over all
 * generations of provers. -1: not shown unless asked for.
 */
int metrics_rank(struct slice name);

/* Which statistics of a metric mislead, so that a report leaves them out. */
enum metric_shows { METRIC_ALL, METRIC_NO_SUM, METRIC_AVG_ONLY };

/* app: the group is an app group, where metered execution runs once. */
enum metric_shows metrics_shows(struct slice name, int app);

#endif
