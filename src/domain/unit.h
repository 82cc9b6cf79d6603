/* SPDX-License-Identifier: MIT */
/* Unit: the proof of a group that a value belongs to. */
#ifndef OVP_UNIT_H
#define OVP_UNIT_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * The labels `hgt' (level of a tree of proofs, which waits for the one below),
 * `idx' (proof of a level) and `segment' (of an execution), or empty slices.
 * They point into the labels.
 */
struct unit {
	struct slice level, idx, segment;
};

struct unit unit_of(struct slice labels);

/* Points into a copy of the labels. */
void unit_move(struct unit *, const char *labels, const char *copy);

/* Says whether it has none of the labels and so is the whole group. */
bool unit_is_whole(const struct unit *);

/* Compares proofs by level, segment and idx as numbers. */
int unit_cmp(const struct unit *, const struct unit *);

#endif
