/* SPDX-License-Identifier: MIT */
/* Files that are no JSON, told by their first bytes. */
#ifndef PARSE_BEGINNING_H
#define PARSE_BEGINNING_H

#include "source.h"

/*
 * Reads the first bytes. Fails, with the cure, when there are none, or when
 * they are those of a compressed file or of another encoding.
 */
void beginning_check(struct source *);

#endif
