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

/* Kinds of values of a proof, or of the execution before it. */
enum proof_kind {
	PROOF_TOTAL,     /* total_proof_time_ms */
	PROOF_PREFLIGHT, /* execute_preflight_time_ms */
	PROOF_METERED,   /* execute_metered_time_ms */
	PROOF_PART,      /* the other parts of a proof's time */
	PROOF_KINDS,
};

struct proof {
	size_t list;         /* of its place and kind */
	struct slice labels; /* in the arena */
	struct unit unit;    /* of its labels */
	struct number ms;
};

/* A zeroed struct is empty. */
struct proofs {
	struct proof *proof; /* owned: n of them; list after list, if sorted */
	size_t n, cap;
	size_t *from; /* owned: where each of nlists begins, and the end */
	size_t nlists;
	struct arena arena;
};

/* Returns the kind of a metric's values, or PROOF_KINDS. */
enum proof_kind proof_kind(struct slice metric);

/* Adds a value; drops parts that belong to no certain proof of the group. */
void proofs_add(struct proofs *, size_t place, enum proof_kind,
    struct slice labels, struct number ms);

/*
 * Sorts values by place and kind, then by unit, by all labels and by time.
 * Nothing may be added after that.
 */
void proofs_sort(struct proofs *);

/* Returns the values of a place and kind, after proofs_sort(). */
const struct proof *proofs_of(const struct proofs *, size_t place,
    enum proof_kind, size_t *n);

/* A job that can run in parallel with others of its level. */
struct job {
	struct unit unit;
	double ms;
};

/* Why proofs stay whole. */
enum whole {
	WHOLE_UNPAIRED, /* no pair of total and preflight */
	WHOLE_SHORTER,  /* than their preflight */
	WHOLE_REASONS,
};

/* The number of proofs that stay whole, and the segment of the first. */
struct preflight {
	size_t n[WHOLE_REASONS];
	struct slice first[WHOLE_REASONS];
};

/*
 * Subtracts from each of n proofs the preflight execution of its segment, which
 * waits for the previous segment, and adds it to `serial'. job[i] is the rest
 * of proof i. If no proof or no preflight has a segment, all proofs stay whole
 * and none is counted. Copies of a preflight add up. Both lists are as
 * proofs_of() returns them.
 */
struct preflight proofs_preflight(const struct proof *, size_t n,
    const struct proof *preflight, size_t npreflight, struct job *job,
    struct sum *serial);

/*
 * Makes jobs of n parts: one for each idx, or for each segment if none has only
 * an idx. Returns their number; job has room for n, in the order of units.
 */
size_t proofs_join(const struct proof *part, size_t n, struct job *job);

/*
 * Adds up the metered execution of a place that a total of the same labels
 * includes (held, since version 2.1), or that none includes. Returns the number
 * of values. After proofs_sort().
 */
size_t proofs_metered(const struct proofs *, size_t place, bool held,
    struct sum *);

/* Returns the time of the longest of n jobs, or 0. */
double proofs_longest(const struct job *, size_t n);

/*
 * Returns the milliseconds until the last of n proofs is done if each, in
 * order, runs on the one of `provers' that is free first.
 */
double proofs_makespan(const struct job *, size_t n, size_t provers);

void proofs_free(struct proofs *);

#endif
