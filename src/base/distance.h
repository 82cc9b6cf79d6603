/* SPDX-License-Identifier: MIT */
/* Edit distance of names: what a misspelt one may stand for. */
#ifndef OVP_DISTANCE_H
#define OVP_DISTANCE_H

#include "slice.h"

/* No more bytes of a name than these are looked at. */
enum { DISTANCE_BYTES = 200 };

/*
 * Returns how many bytes must be inserted, deleted or replaced to turn one
 * name into the other (Levenshtein's distance). Time: the product of lengths.
 */
size_t distance_of(struct slice a, struct slice b);

#endif
