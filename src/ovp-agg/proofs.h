/* SPDX-License-Identifier: MIT */
/* Proof times: serial, unbounded parallel, parallel on N provers. */
#ifndef AGG_PROOFS_H
#define AGG_PROOFS_H

#include "base/arena.h"
#include "base/slice.h"
#include "number/numparse.h"

/* One proof: a value of total_proof_time_ms. */
struct proof {
	size_t		place;
	struct slice	labels;		/* in the arena */
	struct slice	segment, idx;	/* of its labels, or empty */
	struct number	ms;
};

/* A zeroed struct is empty. */
struct proofs {
	struct proof	*proof;
	size_t		 n, cap;
	struct arena	 arena;
};

void proofs_add(struct proofs *, size_t place, struct slice labels,
    struct number ms);

/*
 * Brings the proofs of each place together, in their order: by segment, else
 * idx, as numbers; then by all labels; then by time.
 */
void proofs_sort(struct proofs *);

/* The proofs of a place, after proofs_sort. */
const struct proof *proofs_of(const struct proofs *, size_t place, size_t *n);

/*
 * Milliseconds until the last of n proofs is done when each, in order, goes
 * to the one of `provers' that is free first.
 */
double proofs_makespan(const struct proof *, size_t n, size_t provers);

void proofs_free(struct proofs *);

#endif
