/* SPDX-License-Identifier: MIT */
/* A cause as a clause of a sentence. */
#ifndef RENDER_CLAUSE_H
#define RENDER_CLAUSE_H

#include "head.h"

/*
 * Writes `app_proof proves 33% more cells: KeccakfOpAir went from 2^19 ...' for
 * a cause of the head's bench, of any kind except CAUSE_OTHER.
 */
void clause_put(struct recout *, const struct head *, const struct head_cause *,
    const struct voice *);

#endif
