/* SPDX-License-Identifier: MIT */
/* Parts of the time of a proof. */
#ifndef GROUP_PARTS_H
#define GROUP_PARTS_H

#include "base/slice.h"
#include "domain/version.h"
#include "number/numparse.h"
#include "number/sum.h"

/*
 * Execution metrics in the order of preference: the first one present counts. A
 * total may have another name.
 */
enum part {
	EXECUTE_FIRST,
	EXECUTE_LAST = EXECUTE_FIRST + 2,
	TRACE_GEN,
	STARK_PROVE,
	BESIDE_FIRST,
	BESIDE_LAST = BESIDE_FIRST + 1,
	METERED,
	TOTAL,
	HALO2_PROOF,
	BLOB,
	BLOB_TOTAL,
	PARTS,
};

/* Sets of parts. */
#define PART_BIT(p) (1u << (p))
#define PARTS_EXECUTE (PART_BIT(EXECUTE_LAST + 1) - PART_BIT(EXECUTE_FIRST))
#define PARTS_BESIDE (PART_BIT(BESIDE_LAST + 1) - PART_BIT(BESIDE_FIRST))
/* Parts that always belong to a proof, and only once. */
#define PARTS_OF_PROOF                                                 \
	(PARTS_EXECUTE | PART_BIT(TRACE_GEN) | PART_BIT(STARK_PROVE) | \
	    PARTS_BESIDE)

/* Returns the metric; 15 more bytes are readable. */
struct slice part_name(enum part);

/* Returns the part of a metric, or PARTS. */
enum part part_of(struct slice metric);

/* The parts of one label set. A zeroed struct is empty. */
struct parts {
	unsigned has, broken;  /* sets of parts: seen; not finite */
	struct sum sum[PARTS]; /* repeated values add up */
};

void parts_add(struct parts *, enum part, struct number);
void parts_merge(struct parts *, unsigned set, struct parts *from);

/* Returns the sum of the parts in a set; NaN if one is not finite. */
struct number parts_sum(struct parts *, unsigned set);

/* Returns the execution that counts in a set of parts: one or none. */
unsigned parts_execute(unsigned set);

/*
 * Returns the parts of a label set's derived total: execution, trace
 * generation, proving and, since version 2.1, further parts. It is empty if one
 * of the three is missing.
 */
unsigned parts_proof(const struct parts *, enum version);

void parts_free(struct parts *);

/* Functions called for each derived value, and each one in no total. */
struct parts_to {
	/* 15 readable bytes follow the metric. */
	void (*emit)(void *ctx, size_t run, struct slice metric,
	    struct slice labels, struct number);
	void (*lost)(void *ctx, size_t run, struct slice metric,
	    struct slice labels, struct number);
	void *ctx;
};

#endif
