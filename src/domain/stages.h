/* SPDX-License-Identifier: MIT */
/* Proof stages: which group belongs where, their order. */
#ifndef OVP_STAGES_H
#define OVP_STAGES_H

#include <stdbool.h>

#include "base/slice.h"

/* In the order in which proofs are made, and reports show them. */
enum stage {
	STAGE_APP,		/* any other name; `def_*' follows what it precedes */
	STAGE_LEAF,
	STAGE_INTERNAL_FOR_LEAF,
	STAGE_INTERNAL,
	STAGE_ROOT,
	STAGE_HALO2_OUTER,
	STAGE_HALO2_WRAPPER,
	STAGE_KEYGEN,		/* `keygen' as a part of the name: no proof time */
	STAGE_NONE,		/* no group at all */
};

enum stage stage_of(struct slice group);

/*
 * Order of groups: by stage, then by name with runs of digits compared as
 * numbers (`internal.2' before `internal.10'), then bytewise. The group `*'
 * (the whole bench) comes before all.
 */
int stage_cmp(struct slice a, struct slice b);

/* Names with runs of digits compared as numbers, ties bytewise. */
int name_cmp(struct slice a, struct slice b);

#endif
