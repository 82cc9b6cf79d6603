/* SPDX-License-Identifier: MIT */
/* Parallel times of the proofs of a group. */
#ifndef AGG_PARALLEL_H
#define AGG_PARALLEL_H

#include "domain/version.h"
#include "proofs.h"
#include "stats.h"

/* The parameters of proof times; all are borrowed. */
struct times {
	struct proofs *proofs;
	const size_t *provers; /* numbers of them, nprovers */
	size_t nprovers;
	enum version version; /* of the rules */
};

/* Indexes of times: serial, unbounded, then one for each of `provers'. */
enum { SERIAL, UNBOUNDED, BOUNDED };

/*
 * Adds to ms, from UNBOUNDED on, the milliseconds until all proofs of a place
 * are done. Since version 2.1, preflight in an app group is serial, as is the
 * part of a group's only total that no idx or segment has; the levels of a tree
 * (label hgt) run one after the other.
 */
void parallel_add(const struct stats *, size_t place, const struct times *,
    struct sum *ms);

#endif
