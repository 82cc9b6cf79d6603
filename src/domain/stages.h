/* SPDX-License-Identifier: MIT */
/* Proof stages: assignment and order of groups. */
#ifndef OVP_STAGES_H
#define OVP_STAGES_H

#include <stdbool.h>

#include "base/slice.h"
#include "domain/stages_table.h"

/*
 * Rows of stages.tsv in the order of proving and of reports. STAGE_APP is any
 * other name, STAGE_NONE no group.
 */
#define STAGE_OF(stage, match, name, column, total) STAGE_##stage,
enum stage { STAGES(STAGE_OF) STAGE_COUNT };
#undef STAGE_OF

/* Returns the stage of a group; `def_NAME' has that of NAME. */
enum stage stage_of(struct slice group);

/* Returns the column of a summary with a stage's times, or "". */
const char *stage_column(enum stage);

/* Says whether the proofs of a stage are in the total of a bench. */
bool stage_in_total(enum stage);

/*
 * Compares groups: by stage, then by name with runs of digits as numbers
 * (`internal.2' before `internal.10'), then by byte. The group `*' (the whole
 * bench) is first.
 */
int stage_cmp(struct slice a, struct slice b);

/*
 * Compares the values of the n keys `name': groups by stage_cmp(), others by
 * name_cmp().
 */
int stage_keys_cmp(const struct slice *name, size_t n, const struct slice *a,
    const struct slice *b);

/* Compares names with runs of digits as numbers; ties by byte. */
int name_cmp(struct slice a, struct slice b);

#endif
