/* SPDX-License-Identifier: MIT */
/* Times that belong to no total. */
#ifndef GROUP_LOST_H
#define GROUP_LOST_H

#include "base/map.h"
#include "number/numparse.h"
#include "number/sum.h"

/* A zeroed struct is empty. */
struct lost {
	struct map names; /* metric and group, below a run */
	struct sum *ms;   /* by index of names */
	size_t cap;
};

/* Adds a time in milliseconds; ignores one that is not finite. */
void lost_add(struct lost *, size_t run, struct slice metric,
    struct slice labels, struct number ms);

/*
 * Warns once for each run with such times, with their seconds and names. `runs'
 * are bench<TAB>run by index of a run.
 */
void lost_warn(struct lost *, const struct map *runs);

void lost_free(struct lost *);

#endif
