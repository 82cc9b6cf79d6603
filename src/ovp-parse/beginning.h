/* SPDX-License-Identifier: MIT */
/* Detection of other formats by their first bytes. */
#ifndef PARSE_BEGINNING_H
#define PARSE_BEGINNING_H

#include "source.h"

/*
 * Each reads the first bytes. Fails, with the cure, if the input is empty,
 * compressed, in another encoding, a stream of ovp, or in the other format.
 */
void beginning_json(struct source *);
void beginning_prometheus(struct source *);

#endif
