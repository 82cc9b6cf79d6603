/* SPDX-License-Identifier: MIT */
/* Causes of a change of proof times, as rows of a comparison. */
#ifndef DIFF_CAUSES_H
#define DIFF_CAUSES_H

#include "judgement.h"
#include "stream/recout.h"

/*
 * Writes a row of the kind `cause' for each cause of a bench's change that
 * why.h finds, the largest first. The metric is `cause.KIND'; the keys say of
 * what it is, the group `*' of all groups. `pct' is its share in the change of
 * the bench's proof time, in per cent of the old time: all of them add up to
 * that. The sums are cells, of a cause that is of one AIR; of a straggler, the
 * ms of the longest other proof. row: the n series of the bench, those of a
 * place together.
 */
void causes_write(struct recout *, const struct store *, const size_t *row,
    size_t n, const struct judgement *);

/*
 * Returns the factor of the machine on the bench's times by the row
 * cause.machine, or 1.
 */
double causes_machine(const struct store *, const size_t *row, size_t n,
    const struct judgement *);

#endif
