/* SPDX-License-Identifier: MIT */
/* What a metric's records have and are for. */
#ifndef GROUP_FINEST_H
#define GROUP_FINEST_H

#include "base/buf.h"
#include "base/recent.h"
#include "stream/levels.h"

/* The default keys: `group', the finer ones, `phase'. */
enum { FINEST_KEYS = 1 + FINES + 1 };

struct finest_metric {
	struct buf name;
	bool shown[FINEST_KEYS]; /* by default key: has a value */
	bool all;                /* ovp-agg reads all labels */
	bool part;               /* derive_wants() it */
};

/* A zeroed struct is empty. */
struct finest {
	struct finest_metric recent[RECENT];
};

/*
 * Returns what is known of a metric, valid until the next call. 15 readable bytes
 * must follow its name.
 */
const struct finest_metric *finest_of(struct finest *, struct slice metric);

void finest_free(struct finest *);

#endif
