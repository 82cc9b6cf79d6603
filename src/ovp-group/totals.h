/* SPDX-License-Identifier: MIT */
/* Proof times of label sets that lack a part. */
#ifndef GROUP_TOTALS_H
#define GROUP_TOTALS_H

#include "base/map.h"
#include "parts.h"

/*
 * Makes total_proof_time_ms for parts that no single label set completes, per
 * group of a run. `labels' are runs and label sets; `parts' are their parts.
 * - halo2_proof_time_ms is a total, unless the same proof reports one.
 * - A reported total contains the parts that have all its labels among hgt, idx
 *   and segment: nothing is added for them. A label set with all parts then
 *   counts as one with the total.
 * - The remaining parts of one idx, or else of one segment, make a total. If
 *   some have none of these labels, all remaining parts of the group make one.
 * - A part that may belong to the proof of a label set with all parts is added
 *   to the parts of that set.
 * - A part is lost if it may belong to several such proofs, if it may belong to
 *   a reported one but lacks one of its labels, or if it is an execution of
 *   another generation. Groups of keygen lose nothing.
 */
void totals_derive(const struct map *labels, struct parts *,
    const struct parts_to *);

#endif
