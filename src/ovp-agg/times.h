/* SPDX-License-Identifier: MIT */
/* Times in seconds: rows of their own for groups that prove. */
#ifndef AGG_TIMES_H
#define AGG_TIMES_H

#include "domain/version.h"
#include "proofs.h"
#include "stats.h"

/* What proof times are made of; all of it is borrowed. */
struct times {
	struct proofs	*proofs;
	const size_t	*provers;	/* numbers of them, nprovers */
	size_t		 nprovers;
	enum version	 version;	/* of the rules */
};

/*
 * Adds to the coarse level, whose key is `group', proof_time_s, par_proof_time_s
 * and
 * par_proof_time_s@N for each group that has total_proof_time_ms, and for the
 * whole bench as group `*', keygen groups left out. An app group adds its
 * serial execution once: the averages of execute_metered_time_ms and of
 * execute_e1_time_ms, or execute_pure_time_ms; since version 2.1, the
 * preflight execution of its segments is serial as well. Where a prover only
 * has execute_time_ms, execution was serial: the parallel times add its sum
 * less its maximum.
 */
void times_add(struct stats *, const struct times *);

/* Warns of each group whose counts of executed instructions disagree. */
void times_check_insns(struct stats *);

/*
 * Makes the average of execute_preflight_insn_mi/s, in each place, all
 * instructions by all time, where both are there: the reference, since 2.1.
 */
void times_weigh_rates(struct stats *);

#endif
