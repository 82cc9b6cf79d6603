/* SPDX-License-Identifier: MIT */
/* Which labels a metric explains a change by. */
#ifndef OVP_EXPLAIN_H
#define OVP_EXPLAIN_H

#include "base/slice.h"

enum {
	LEVEL_SEGMENT = 1,	/* `segment', or `idx' of an aggregation proof */
	LEVEL_AIR = 2,
	LEVEL_OPCODE = 4,
	LEVEL_REASON = 8,	/* why a segment ended */
};

/* The set of them; 0 for a metric that explains nothing. */
unsigned explain_levels(struct slice metric);

#endif
