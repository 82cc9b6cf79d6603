/* SPDX-License-Identifier: MIT */
/* Detection of files that are not plain UTF-8 text by their first bytes. */
#ifndef OVP_FOREIGN_H
#define OVP_FOREIGN_H

#include "slice.h"

/*
 * Returns the format of a file with these first bytes, and the cure, for a
 * message; NULL if they are not known.
 */
const char *foreign(struct slice start);

#endif
