/* SPDX-License-Identifier: MIT */
/* Counts of executed instructions: whether they agree, their rate. */
#ifndef AGG_INSNS_H
#define AGG_INSNS_H

#include "stats.h"

/* Warns of each group whose counts of executed instructions disagree. */
void insns_check(struct stats *);

/*
 * Makes the average of execute_preflight_insn_mi/s, in each place, all
 * instructions by all time, where both are there: the reference, since 2.1.
 */
void insns_weigh_rates(struct stats *);

#endif
