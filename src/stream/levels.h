/* SPDX-License-Identifier: MIT */
/* Levels of a stream: the key `group' and the columns of the finer level. */
#ifndef OVP_LEVELS_H
#define OVP_LEVELS_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * A levelled stream has the keys `group', then these, in this order. They are
 * empty in a row of the coarse level, that of the group; other rows are of the
 * finer level. From ovp-agg on the coarse level is complete; each grouped
 * record is written once, at its finest level.
 */
enum fine {
	FINE_SEGMENT,
	FINE_IDX,
	FINE_AIR_NAME,
	FINE_OPCODE,
	FINE_REASON,
	FINES,
};

/* The columns as a list, and as in a header, with a tab after each. */
#define FINE_LIST "segment,idx,air_name,opcode,reason"
#define FINE_LAYOUT "segment\tidx\tair_name\topcode\treason\t"

extern const char *const fine_name[FINES];

/* Says whether n KEY columns are those of a levelled stream. */
bool levels_are_keys(const struct slice *key, size_t n);

/* Says whether the FINES values after `group' belong to the finer level. */
bool levels_is_fine(const struct slice *fine);

/* Says whether one outside the set (bits 1 << FINE_) is not empty. */
bool levels_is_fine_but(const struct slice *fine, unsigned set);

#endif
