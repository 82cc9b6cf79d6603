/* SPDX-License-Identifier: MIT */
/* Proof times of label sets that lack a part. */
#ifndef GROUP_TOTALS_H
#define GROUP_TOTALS_H

#include "base/map.h"
#include "parts.h"

/*
 * Makes total_proof_time_ms of what no label set gives, per group of a run,
 * where `labels' are runs and label sets and `parts' theirs:
 * - halo2_proof_time_ms is a total, unless one is reported of the same proof;
 * - a reported total holds the parts that have all its labels of hgt, idx and
 *   segment: nothing is added for them, and a label set that has all parts
 *   counts as one that has the total;
 * - of the parts that are left, those of one idx, else of one segment, make a
 *   total; all of the group make one, if some of them have none of the labels;
 * - what may be of the proof of a label set that has all parts is added to
 *   the parts of that;
 * - what may be of several such proofs, or of a reported one and lacks a label
 *   of it, or is an execution of another generation, is lost. Groups of keygen
 *   lose nothing.
 */
void totals_derive(const struct map *labels, struct parts *,
    const struct parts_to *);

#endif
