/* SPDX-License-Identifier: MIT */
/* Times that make up the time of a proof. */
#ifndef GROUP_PARTS_H
#define GROUP_PARTS_H

#include "base/slice.h"
#include "domain/version.h"
#include "number/numparse.h"
#include "number/sum.h"

/*
 * Execution in the order in which generations of provers have it: the first
 * that is there counts. A total may have another name.
 */
enum part {
	EXECUTE_FIRST, EXECUTE_LAST = EXECUTE_FIRST + 2, TRACE_GEN,
	STARK_PROVE, BESIDE_FIRST, BESIDE_LAST = BESIDE_FIRST + 1, METERED,
	TOTAL, HALO2_PROOF, BLOB, BLOB_TOTAL, PARTS,
};

/* Sets of parts. */
#define PART_BIT(p)	(1u << (p))
#define PARTS_EXECUTE	(PART_BIT(EXECUTE_LAST + 1) - PART_BIT(EXECUTE_FIRST))
#define PARTS_BESIDE	(PART_BIT(BESIDE_LAST + 1) - PART_BIT(BESIDE_FIRST))
/* What is always of a proof, and of no proof twice. */
#define PARTS_OF_PROOF	(PARTS_EXECUTE | PART_BIT(TRACE_GEN) | \
			PART_BIT(STARK_PROVE) | PARTS_BESIDE)

/* The metric; 15 bytes more can be read. */
struct slice part_name(enum part);

/* The part that a metric is, or PARTS. */
enum part part_of(struct slice metric);

/* The parts of one label set. A zeroed struct is empty. */
struct parts {
	unsigned	 has, broken;	/* sets of parts: seen; not finite */
	struct sum	 sum[PARTS];	/* values that are there twice add up */
};

void parts_add(struct parts *, enum part, struct number);
void parts_merge(struct parts *, unsigned set, struct parts *from);

/* The sum of the parts in a set; NaN if one of them is not finite. */
struct number parts_sum(struct parts *, unsigned set);

/* The execution that counts in a set of parts: one of them, or none. */
unsigned parts_execute(unsigned set);

/*
 * The set of parts that the derived total of a label set is made of: execution,
 * trace generation, proving, and since version 2.1 what comes beside them.
 * Empty where one of the three is missing.
 */
unsigned parts_proof(const struct parts *, enum version);

void parts_free(struct parts *);

/* What is called for each derived value, and each that no total holds. */
struct parts_to {
	/* 15 bytes more can be read behind the metric. */
	void	(*emit)(void *ctx, size_t run, struct slice metric,
		    struct slice labels, struct number);
	void	(*lost)(void *ctx, size_t run, struct slice metric,
		    struct slice labels, struct number);
	void	*ctx;
};

#endif
