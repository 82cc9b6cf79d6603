/* SPDX-License-Identifier: MIT */
/* The machine's own change of speed, taken out of times and rates. */
#ifndef DIFF_MACHINE_H
#define DIFF_MACHINE_H

#include "judgement.h"

/*
 * Sets the `machine' of each bench, from the causes of its change: by what the
 * times of all stages are multiplied if these changed alike, else 1.
 */
void machine_find(struct store *, const size_t *layout,
    const struct judgement *);

/*
 * Divides the times of current runs by it, and multiplies their rates. Memory,
 * counts and what has no direction stay. Returns whether there was any.
 */
bool machine_take_out(struct store *, const struct judgement *);

/*
 * Returns by what a value of the metric is multiplied to take out a machine
 * that multiplied times by so much; 1: it stays.
 */
double machine_factor(const struct metric *, double machine);

#endif
