/* SPDX-License-Identifier: MIT */
/* Proof times: serial, unbounded parallel, parallel on N provers. */
#ifndef AGG_PROOFS_H
#define AGG_PROOFS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"
#include "domain/unit.h"
#include "number/numparse.h"
#include "number/sum.h"

/* What one value tells of a proof, or of the execution before it. */
enum proof_kind {
	PROOF_TOTAL,		/* total_proof_time_ms */
	PROOF_PREFLIGHT,	/* execute_preflight_time_ms */
	PROOF_METERED,		/* execute_metered_time_ms */
	PROOF_PART,		/* the other parts of a proof's time */
	PROOF_KINDS,
};

struct proof {
	size_t		place;
	enum proof_kind	kind;
	struct slice	labels;		/* in the arena */
	struct unit	unit;		/* of its labels */
	struct number	ms;
};

/* A zeroed struct is empty. */
struct proofs {
	struct proof	*proof;
	size_t		 n, cap;
	struct arena	 arena;
};

/* The kind of a metric's values; PROOF_KINDS for any other metric. */
enum proof_kind proof_kind(struct slice metric);

/* Parts of no certain proof of the group are not kept. */
void proofs_add(struct proofs *, size_t place, enum proof_kind,
    struct slice labels, struct number ms);

/*
 * Brings the values of each place and kind together, in the order of their
 * units; then by all labels; then by time.
 */
void proofs_sort(struct proofs *);

/* The values of a place and kind, after proofs_sort. */
const struct proof *proofs_of(const struct proofs *, size_t place,
    enum proof_kind, size_t *n);

/* What can run beside others of its level. */
struct job {
	struct unit	unit;
	double		ms;
};

/* Why proofs stay whole. */
enum whole {
	WHOLE_UNPAIRED,		/* not one total and one preflight a segment */
	WHOLE_SHORTER,		/* than their preflight */
	WHOLE_REASONS,
};

/* How many proofs stay whole, the segment of the first. */
struct preflight {
	size_t		 n[WHOLE_REASONS];
	struct slice	 first[WHOLE_REASONS];
};

/*
 * Takes from each of n proofs the preflight execution of its segment, which
 * has to wait for the segment before, and adds it to `serial'. job[i] is
 * what is left of proof i. Where no proof or no preflight has a segment, all
 * proofs stay whole, and none is counted. Copies of one preflight add up. Both
 * lists are as proofs_of() returns them.
 */
struct preflight proofs_preflight(const struct proof *, size_t n,
    const struct proof *preflight, size_t npreflight, struct job *job,
    struct sum *serial);

/*
 * Makes n parts a job for each idx, or segment where none is of an idx alone.
 * Returns their number; job[i] are in the order of units. There is room for n.
 */
size_t proofs_join(const struct proof *part, size_t n, struct job *job);

/*
 * Adds up the metered execution of a place that a total of the very same
 * labels holds (since version 2.1), or that none holds; returns of how many
 * values that is. After proofs_sort.
 */
size_t proofs_metered(const struct proofs *, size_t place, bool held,
    struct sum *);

/* The longest of n jobs, 0 of none. */
double proofs_longest(const struct job *, size_t n);

/*
 * Milliseconds until the last of n proofs is done when each, in order, goes
 * to the one of `provers' that is free first.
 */
double proofs_makespan(const struct job *, size_t n, size_t provers);

void proofs_free(struct proofs *);

#endif
