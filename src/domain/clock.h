/* SPDX-License-Identifier: MIT */
/* Rounding of times by a clock. */
#ifndef OVP_CLOCK_H
#define OVP_CLOCK_H

#include <stdbool.h>

#include "metrics.h"
#include "number/number.h"
#include "statistic.h"

/* Returns a step of the clock in a metric's unit, or 0 if none rounds it. */
double clock_step(const struct metric *);

/*
 * Says whether the known statistics of a run (a bit for each) are whole steps.
 * The average of whole numbers need not be one, so it counts only if alone.
 */
bool clock_has_whole(const struct number n[STATS], unsigned known, double step);

#endif
