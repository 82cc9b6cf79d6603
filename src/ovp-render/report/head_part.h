/* SPDX-License-Identifier: MIT */
/* The part of a stage whose rate changed. */
#ifndef RENDER_HEAD_PART_H
#define RENDER_HEAD_PART_H

#include "head.h"

/*
 * The parts of a stage: the parts of one metric or, where the stages of a group
 * run one after the other, the metrics of some roles. Ends with ROLES_END.
 */
struct head_stage {
	bool whole; /* the parts of the one role below */
	int role[4];
};

#define ROLES_END (-1)

/* The part with most of the change, while the rest kept its pace. */
struct head_part {
	struct slice metric;
	double base, now; /* ms */
};

/*
 * Finds it among the groups of an aside of the head's bench; false if the parts
 * are unknown or changed alike.
 */
bool head_find_part(const struct head *, const struct aside *,
    const struct head_stage *, struct head_part *);

#endif
