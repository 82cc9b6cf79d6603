/* SPDX-License-Identifier: MIT */
/* Scale of a chart of runs. */
#ifndef RENDER_RUNS_SCALE_H
#define RENDER_RUNS_SCALE_H

#include <stdbool.h>
#include <stddef.h>

#include "stream/recout.h"

enum { RUNS_TICKS = 24 };

struct runs_scale {
	bool log;
	double low, high; /* values, or their logarithms */
	double tick[RUNS_TICKS];
	size_t nticks;
	int decimals;
	const char *unit;
};

/*
 * Makes a scale for values from least to most. It is logarithmic if both are
 * above 0 and most is more than four times least, so that equal changes look
 * equal at every level.
 */
void runs_scale_of(struct runs_scale *, double least, double most,
    const char *unit);

/* Returns the position of a value between 0 and 1. */
double runs_scale_at(const struct runs_scale *, double value);

/* Writes the ith tick; the highest one has the unit. */
void runs_scale_put(struct recout *, const struct runs_scale *, size_t i);

#endif
