/* SPDX-License-Identifier: MIT */
/* The runs of a history where a metric's level changed. */
#ifndef DIFF_CHANGES_H
#define DIFF_CHANGES_H

#include "store.h"
#include "stream/recout.h"

/*
 * Orders the runs of the base's side (history_order) and writes, for each of its series, its changes, one a row: benches,
 * in each the runs with changes, in each the series as in a comparison.
 */
void changes_write(struct recout *, struct store *, double alpha);

#endif
