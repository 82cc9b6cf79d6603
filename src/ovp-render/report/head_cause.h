/* SPDX-License-Identifier: MIT */
/* A cause as a clause of a sentence. */
#ifndef RENDER_HEAD_CAUSE_H
#define RENDER_HEAD_CAUSE_H

#include "head.h"

/* Whether an aside is a cause; whether it is the change without a cause. */
bool head_is_cause(const struct aside *);
bool head_is_rest(const struct aside *);

/* Whether a cause is a number that is exactly the same in each run. */
bool head_is_counted(const struct aside *);

/* Whether it belongs to one AIR. */
bool head_is_air(const struct head *, const struct aside *);

/* `app_proof proves 33% more cells: KeccakfOpAir went from 2^19 ...' */
void head_put_clause(struct recout *, const struct head *,
    const struct head_cause *, const struct voice *);

/* `1.82 s', `350 ms'; `3.1%', without a sign. */
void put_ms(struct recout *, double ms);
void put_size(struct recout *, double pct);

#endif
