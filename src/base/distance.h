/* SPDX-License-Identifier: MIT */
/* Edit distance of names, to suggest one for a misspelt name. */
#ifndef OVP_DISTANCE_H
#define OVP_DISTANCE_H

#include "slice.h"

/* Only this many bytes of a name count. */
enum { DISTANCE_BYTES = 200 };

/*
 * Returns the number of bytes to insert, delete or replace to turn one name
 * into the other (Levenshtein). Time: the product of the lengths.
 */
size_t distance_of(struct slice a, struct slice b);

#endif
