/* SPDX-License-Identifier: MIT */
/* What a change of proof times is made of. */
#ifndef DIFF_CAUSES_H
#define DIFF_CAUSES_H

#include "judge.h"
#include "stream/recout.h"

/*
 * Writes rows of the kind `cause' for a place whose proof time got better or
 * worse, nothing for another one. `pct' is in per cent of the old time:
 * `cause.work.M' and `cause.rate.M' are the shares of the work that M counts
 * and of its rate, which add up to the time's; `cause.part.M' what the part M
 * adds; `cause.within.M' the same, of what is within a part.
 */
void causes_write(struct recout *, const struct store *, size_t place,
    const struct judgement *);

/*
 * Writes a row `cause.machine' for a bench of which a proof time changed, when
 * the rates of its groups, two or more, changed alike: groups do different
 * things, so it is what they share. Alike is within half of the mean, and the
 * mean no trifle. row: the n series of the bench, those of a place together.
 */
void causes_write_machine(struct recout *, const struct store *,
    const size_t *row, size_t rows, const struct judgement *);

#endif
