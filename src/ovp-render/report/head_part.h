/* SPDX-License-Identifier: MIT */
/* Which part of a stage a change of its rate is in. */
#ifndef RENDER_HEAD_PART_H
#define RENDER_HEAD_PART_H

#include "head.h"

/*
 * The parts of a stage: those of a metric, or, where a group runs one after
 * the other, the metrics of some roles. Ends with ROLES_END.
 */
struct head_stage {
	bool	whole;		/* the parts of the one role below */
	int	role[4];
};

#define ROLES_END	(-1)

/* A part that most of the change is in, while the rest kept its pace. */
struct head_part {
	struct slice	metric;
	double		base, now;	/* ms */
};

/*
 * Finds it among the groups that an aside of the head's bench is of; false
 * where the parts are not known, or changed alike.
 */
bool head_find_part(const struct head *, const struct aside *,
    const struct head_stage *, struct head_part *);

#endif
