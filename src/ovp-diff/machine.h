/* SPDX-License-Identifier: MIT */
/* Effect of the machine's speed, and its removal from times and rates. */
#ifndef DIFF_MACHINE_H
#define DIFF_MACHINE_H

#include "judgement.h"

/*
 * Sets the `machine' of each bench from the causes of its change: the common
 * factor of the times of all stages if these changed alike, else 1.
 */
void machine_find(struct store *, const size_t *layout,
    const struct judgement *);

/*
 * Divides the times of current runs by this factor and multiplies their rates;
 * leaves memory, counts and metrics without a direction. Says whether any bench
 * had such a factor.
 */
bool machine_take_out(struct store *, const struct judgement *);

/*
 * Returns the factor that removes from a value of the metric a machine that
 * multiplied times by `machine'; 1 leaves it.
 */
double machine_factor(const struct metric *, double machine);

#endif
