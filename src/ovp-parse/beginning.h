/* SPDX-License-Identifier: MIT */
/* Files of another layout, told by their first bytes. */
#ifndef PARSE_BEGINNING_H
#define PARSE_BEGINNING_H

#include "source.h"

/*
 * Read the first bytes. Fail, with the cure, when there are none, or when they
 * are those of a compressed file, of another encoding, of a stream of ovp, or
 * of the other format.
 */
void beginning_json(struct source *);
void beginning_prometheus(struct source *);

#endif
