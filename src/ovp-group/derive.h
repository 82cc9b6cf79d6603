/* SPDX-License-Identifier: MIT */
/* Metrics derived from the parts that a prover reports. */
#ifndef GROUP_DERIVE_H
#define GROUP_DERIVE_H

#include <stdbool.h>

#include "base/map.h"
#include "base/slice.h"
#include "domain/version.h"
#include "parts.h"

/* The parts of all proofs. A zeroed struct is empty. */
struct derive {
	struct map labels;   /* run and label set of each, in input order */
	struct parts *parts; /* by index of `labels' */
	size_t cap;
};

/* Says whether a metric is a part of a derived one, or derived itself. */
bool derive_wants(struct slice metric);

/*
 * Takes one value of a metric that is wanted; `run' is any number for a bench's
 * run. Values of one run, metric and label set are added up. A value that is
 * not finite makes the derived one not finite.
 */
void derive_add(struct derive *, size_t run, struct slice metric,
    struct slice labels, struct number);

/*
 * Derives the totals of totals.h, since version 2.1. Then, in the order in
 * which runs and label sets were first seen, derives total_proof_time_ms for
 * each set that has execution, trace generation and proving, but not the total
 * itself, and generate_blob_total_time_ms for each group and idx that has
 * parts.
 */
void derive_write(struct derive *, enum version, const struct parts_to *);

void derive_free(struct derive *);

#endif
