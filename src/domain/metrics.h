/* SPDX-License-Identifier: MIT */
/* The domain's metrics: class, direction, unit, place in a report. */
#ifndef OVP_METRICS_H
#define OVP_METRICS_H

#include <stdbool.h>

#include "base/slice.h"
#include "version.h"

/* How a value behaves when the same work is run again. */
enum metric_class {
	METRIC_EXACT,		/* repeats to the last digit: any change is real */
	METRIC_NOISY,		/* rates, what a clock or an allocator says */
	METRIC_QUANTISED,	/* times that some provers write in whole
				 * milliseconds: a step of one is nothing */
};

enum metric_direction { METRIC_LOWER, METRIC_HIGHER, METRIC_NEITHER };

struct metric {
	const char		*glob;	/* of fnmatch(3), without flags */
	enum metric_class	 class;
	enum metric_direction	 better;
	const char		*unit;	/* `ms', `s', `bytes' ... or "" */
};

/*
 * The first row of the table that the name matches, rows of a loaded file
 * before the built-in ones. Never NULL: the last row matches everything
 * (noisy, lower is better, no unit).
 */
const struct metric *metrics_find(struct slice name);

/* The value that a name stands for (`exact', `lower' ...), or -1. */
int metrics_class_of(struct slice name);
int metrics_direction_of(struct slice name);

/*
 * Puts the rows of a TSV file (columns `glob class direction unit', the last
 * may be missing) before the built-in ones, behind those loaded earlier.
 * Fails with file, line and column on a bad row.
 */
void metrics_load(const char *path);
void metrics_unload(void);

/*
 * Place of a metric in a report, from 0: the reference's order, over all
 * generations of provers, and what we show beside it. Metrics of one place follow bytewise. -1: not shown
 * unless asked for.
 */
int metrics_rank(struct slice name);

/* Whether the report of a version of the reference shows it, too. */
bool metrics_in_reference(struct slice name, enum version);

/* Which statistics of a metric mislead, so that a report leaves them out. */
enum metric_shows { METRIC_ALL, METRIC_NO_SUM, METRIC_AVG_ONLY };

/* app: the group is an app group, whose program runs metered once, not once a
 * proof. A rate, a limit and what is held against it have no sum. */
enum metric_shows metrics_shows(struct slice name, int app);

#endif
