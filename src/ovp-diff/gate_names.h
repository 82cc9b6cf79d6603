/* SPDX-License-Identifier: MIT */
/* Gates that can match nothing. */
#ifndef DIFF_GATE_NAMES_H
#define DIFF_GATE_NAMES_H

#include "rule.h"
#include "store.h"

/*
 * Fails on a rule whose metric is neither in the data nor in the table of
 * metrics, because it is misspelt. Names the nearest metric of the data.
 */
void gate_names_check(const struct rules *, const struct store *);

#endif
