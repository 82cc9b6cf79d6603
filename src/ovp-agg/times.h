/* SPDX-License-Identifier: MIT */
/* Rows of proof times in seconds. */
#ifndef AGG_TIMES_H
#define AGG_TIMES_H

#include "parallel.h"
#include "stats.h"

/*
 * Adds, to the coarse level, whose key is `group', proof_time_s,
 * par_proof_time_s and par_proof_time_s@N for each group that has
 * total_proof_time_ms, and for the whole bench as group `*', without keygen
 * groups. An app group adds its serial execution once: the averages of
 * execute_metered_time_ms and of execute_e1_time_ms, or execute_pure_time_ms.
 * If a prover only has execute_time_ms, execution was serial: the parallel
 * times add its sum less its maximum. Since version 2.1, values without a group
 * also count, and so does an execution in a bench without any proof; if other
 * groups have proofs, a warning reports it. Call proofs_sort() first.
 */
void times_add(struct stats *, const struct times *);

#endif
