/* SPDX-License-Identifier: MIT */
/* Counts of executed instructions: agreement and rate. */
#ifndef AGG_INSNS_H
#define AGG_INSNS_H

#include "stats.h"

/* Warns of each group whose counts of executed instructions differ. */
void insns_check(struct stats *);

/*
 * Sets the average of execute_preflight_insn_mi/s in each place to all
 * instructions divided by all time, if both exist (reference since 2.1).
 */
void insns_weigh_rates(struct stats *);

#endif
