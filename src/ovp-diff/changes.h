/* SPDX-License-Identifier: MIT */
/* Rows of the changes of a history. */
#ifndef DIFF_CHANGES_H
#define DIFF_CHANGES_H

#include "store.h"
#include "stream/recout.h"

/*
 * Orders the runs of the baseline (history_order) and writes a row for each
 * change of its series, sorted by bench, by run, and by series as in a
 * comparison.
 */
void changes_write(struct recout *, struct store *, double alpha);

#endif
