/* SPDX-License-Identifier: MIT */
/* Times that are in no total. */
#ifndef GROUP_LOST_H
#define GROUP_LOST_H

#include "base/map.h"
#include "number/numparse.h"
#include "number/sum.h"

/* A zeroed struct is empty. */
struct lost {
	struct map	 names;		/* metric and group, below a run */
	struct sum	*ms;		/* by index of names */
	size_t		 cap;
};

/* Takes a time in milliseconds; what is not finite is left out. */
void lost_add(struct lost *, size_t run, struct slice metric,
    struct slice labels, struct number ms);

/*
 * Warns once for each run that has some, of how many seconds and of what;
 * `runs' are bench<TAB>run by number of a run.
 */
void lost_warn(struct lost *, const struct map *runs);

void lost_free(struct lost *);

#endif
