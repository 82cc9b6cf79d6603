/* SPDX-License-Identifier: MIT */
/* Which proof of a group a value belongs to. */
#ifndef OVP_UNIT_H
#define OVP_UNIT_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * The labels `hgt', `idx' and `segment', or empty: the level of a tree of
 * proofs, whose levels wait for each other, the proof in it, the segment of an
 * execution. Slices of the labels they were taken from.
 */
struct unit {
	struct slice	level, idx, segment;
};

struct unit unit_of(struct slice labels);

/* Whether it has none of the labels, so that it is the whole group. */
bool unit_is_whole(const struct unit *);

/* The order of proofs: by level, segment, idx, as numbers. */
int unit_cmp(const struct unit *, const struct unit *);

#endif
