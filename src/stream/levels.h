/* SPDX-License-Identifier: MIT */
/* The finer level of a stream: its columns beside the key `group'. */
#ifndef OVP_LEVELS_H
#define OVP_LEVELS_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * A levelled stream has the keys `group', then these, in this order. A row of
 * the coarse level, that of the group, has all of them empty; one that has not
 * is of the finer level. From ovp-agg on the coarse level is complete; grouped
 * records each stand once, where they are finest.
 */
enum fine {
	FINE_SEGMENT, FINE_IDX, FINE_AIR_NAME, FINE_OPCODE, FINE_REASON, FINES,
};

/* The columns as a list, and as they stand in a header, each with its tab. */
#define FINE_LIST	"segment,idx,air_name,opcode,reason"
#define FINE_LAYOUT	"segment\tidx\tair_name\topcode\treason\t"

extern const char *const fine_name[FINES];

/* Whether n KEY columns are those of a levelled stream. */
bool levels_are_keys(const struct slice *key, size_t n);

/* Whether the FINES values behind `group' belong to the finer level. */
bool levels_is_fine(const struct slice *fine);

/* Whether one of them is not empty that is not in the set, of bits 1 << FINE_. */
bool levels_is_fine_but(const struct slice *fine, unsigned set);

#endif
