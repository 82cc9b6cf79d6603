/* SPDX-License-Identifier: MIT */
/* Derived rows: usual names, totals, remainders, shares, numbers. */
#ifndef AGG_DERIVED_H
#define AGG_DERIVED_H

#include "proofs.h"
#include "stats.h"

/*
 * Adds to each place of the coarse level these rows, if its input lacks them:
 * - a metric under its usual name (same_as of the table);
 * - `rest.WHOLE', the part of a whole in none of its parts, if it is at least
 *   2 % of it, and some missing wholes, from their parts; only the sum and the
 *   average of these rows are known;
 * - `X_pct' for X_padding (or X_padding_bytes), its share in per cent of that
 *   and X_unpadded, after zeros for each X_unpadded that has no X_padding, since
 *   some writers leave those out; total_cells_padding_pct for unused cells;
 * - num_segments, by the segments of proofs.
 * - total_proof_time_ms_per_mcell, milliseconds for a million total_cells.
 * Finer levels must have been merged, and proofs sorted.
 */
void derived_add(struct stats *, const struct proofs *);

#endif
