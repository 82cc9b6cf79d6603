/* SPDX-License-Identifier: MIT */
/* Causes of a change of proof times, as rows of a comparison. */
#ifndef DIFF_CAUSES_H
#define DIFF_CAUSES_H

#include "judgement.h"
#include "stream/recout.h"

/*
 * Writes a row of the kind `cause' for each cause of a bench's change that
 * why.h finds, the largest first. The metric is `cause.KIND'. The keys say what
 * the cause concerns; the group `*' means all groups. `pct' is the cause's
 * share in the change of the bench's proof time, in per cent of the old time;
 * all shares add up to that change. The sums are the cells of an AIR's cause,
 * or the ms of the longest other proof of a straggler. row: the n series of the
 * bench, those of a place together.
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
