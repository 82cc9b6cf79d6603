/* SPDX-License-Identifier: MIT */
/* Derived rows: usual names, wholes, rests, shares, numbers. */
#ifndef AGG_DERIVED_H
#define AGG_DERIVED_H

#include "proofs.h"
#include "stats.h"

/*
 * Adds to each place of the coarse level what its input lacks:
 * - a metric under the name that others give it (same_as of the table);
 * - `rest.WHOLE', what of a whole is in none of its parts, if that is 2 % of it
 *   or more, and some wholes that are not there, from their parts; of either
 *   the sum and the average alone are known;
 * - `X_pct' for X_padding (or X_padding_bytes), its share in per cent of that
 *   and X_unpadded, after zeros for each X_unpadded that has no X_padding, since
 *   some writers leave those out; total_cells_padding_pct for the cells that are not used;
 * - num_segments, by the segments of proofs.
 * - total_proof_time_ms_per_mcell, milliseconds for a million total_cells.
 * Finer levels must have been merged, and proofs sorted.
 */
void derived_add(struct stats *, const struct proofs *);

#endif
