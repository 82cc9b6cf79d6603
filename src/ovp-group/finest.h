/* SPDX-License-Identifier: MIT */
/* The labels that a metric's records are written with by default. */
#ifndef GROUP_FINEST_H
#define GROUP_FINEST_H

#include "base/arena.h"
#include "stream/levels.h"

/* Metrics come in turns: so many are found again without a search. */
enum { FINEST_RECENT = 64 };

/* The default keys: `group', the finer ones, `phase'. */
enum { FINEST_KEYS = 1 + FINES + 1 };

/* A zeroed struct is empty. */
struct finest {
	struct finest_metric {
		struct slice	name;
		bool		shown[FINEST_KEYS];	/* by key */
	}		 recent[FINEST_RECENT];
	struct arena	 arena;
};

/*
 * Whether each of the default keys has a value in the metric's records, for
 * FINEST_KEYS of them; valid until the next call. 15 bytes more can be read
 * behind the name.
 */
const bool *finest_shown(struct finest *, struct slice metric);

void finest_free(struct finest *);

#endif
