/* SPDX-License-Identifier: MIT */
/* Files that are not plain UTF-8 text, told by their first bytes. */
#ifndef OVP_FOREIGN_H
#define OVP_FOREIGN_H

#include "slice.h"

/*
 * What a file is that begins so, with the cure, for a message; NULL when its
 * first bytes say nothing.
 */
const char *foreign(struct slice start);

#endif
