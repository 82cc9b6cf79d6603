/* SPDX-License-Identifier: MIT */
/* Metrics derived from the parts that a prover reports. */
#ifndef GROUP_DERIVE_H
#define GROUP_DERIVE_H

#include <stdbool.h>

#include "map.h"
#include "numparse.h"
#include "slice.h"

/* What is known of the proofs of one bench's run. A zeroed struct is empty. */
struct derive {
	struct map	 labels;	/* label sets of proofs, in input order */
	struct proof	*proof;		/* by index of `labels' */
	size_t		 cap;
};

/* Whether a metric is a part of a derived one, or derived itself. */
bool derive_wants(struct slice metric);

/*
 * Takes one value of a metric that is wanted. Values of one metric and label
 * set are added up. Non-finite values make the derived one missing.
 */
void derive_add(struct derive *, struct slice metric, struct slice labels,
    struct number);

/*
 * Calls emit for each derived value, in the order in which the label sets were
 * first seen: total_proof_time_ms for each set that has execution, trace
 * generation and proving but not the total itself; then
 * generate_blob_total_time_ms for each group and idx that has parts. Empties
 * the struct.
 */
void derive_end(struct derive *, void (*emit)(void *ctx, const char *metric,
    struct slice labels, struct number), void *ctx);

#endif
