/* SPDX-License-Identifier: MIT */
/* Columns that people add to a stream: commit, machine, date. */
#ifndef OVP_CARRIED_H
#define OVP_CARRIED_H

#include "recin.h"

/* In the order of the header. */
struct carried {
	size_t		*at;		/* owned: positions of n columns */
	size_t		 n;
};

/*
 * Finds the columns that are no keys and that no stream has itself, the
 * baseline's (`base_commit') left out.
 */
void carried_find(struct carried *, const struct recin *);

void carried_free(struct carried *);

#endif
