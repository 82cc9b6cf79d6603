/* SPDX-License-Identifier: MIT */
/* Proof stages: which group belongs where, their order. */
#ifndef OVP_STAGES_H
#define OVP_STAGES_H

#include <stdbool.h>

#include "base/slice.h"
#include "domain/stages_table.h"

/*
 * In the order in which proofs are made, and reports show them, of stages.tsv:
 * STAGE_APP is any other name, STAGE_NONE no group at all.
 */
#define STAGE_OF(stage, match, name, column, total)	STAGE_##stage,
enum stage { STAGES(STAGE_OF) STAGE_COUNT };
#undef STAGE_OF

/* `def_NAME' is of the stage that NAME is of. */
enum stage stage_of(struct slice group);

/* The column of a summary that has a stage's times, or "". */
const char *stage_column(enum stage);

/* Whether the proofs of a stage are in the total of a bench. */
bool stage_in_total(enum stage);

/*
 * Order of groups: by stage, then by name with runs of digits compared as
 * numbers (`internal.2' before `internal.10'), then bytewise. The group `*'
 * (the whole bench) comes before all.
 */
int stage_cmp(struct slice a, struct slice b);

/*
 * Order of the values of n keys, of which `name' are the names: groups by
 * stage_cmp(), others by name_cmp().
 */
int stage_keys_cmp(const struct slice *name, size_t n, const struct slice *a,
    const struct slice *b);

/* Names with runs of digits compared as numbers, ties bytewise. */
int name_cmp(struct slice a, struct slice b);

#endif
