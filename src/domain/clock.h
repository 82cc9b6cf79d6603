/* SPDX-License-Identifier: MIT */
/* Times that a clock rounded. */
#ifndef OVP_CLOCK_H
#define OVP_CLOCK_H

#include <stdbool.h>

#include "metrics.h"
#include "number/number.h"
#include "statistic.h"

/* A step of the clock in a metric's unit; 0 of what no clock rounds. */
double clock_step(const struct metric *);

/*
 * Whether the statistics of a run that are known, a bit of each, are whole
 * steps. The average of whole numbers need not be one: it counts if alone.
 */
bool clock_has_whole(const struct number n[STATS], unsigned known,
    double step);

#endif
