/* SPDX-License-Identifier: MIT */
/* The labels that a metric's records are written with. */
#ifndef GROUP_FINEST_H
#define GROUP_FINEST_H

#include "base/buf.h"
#include "base/recent.h"
#include "stream/levels.h"

/* The default keys: `group', the finer ones, `phase'. */
enum { FINEST_KEYS = 1 + FINES + 1 };

struct finest_metric {
	struct buf	name;
	bool		shown[FINEST_KEYS];	/* by default key: has a value */
	bool		all;			/* ovp-agg reads all labels */
};

/* A zeroed struct is empty. */
struct finest {
	struct finest_metric	recent[RECENT];
};

/*
 * Returns what is known of a metric, behind whose name 15 bytes more can be
 * read; valid until the next call.
 */
const struct finest_metric *finest_of(struct finest *, struct slice metric);

void finest_free(struct finest *);

#endif
