/* SPDX-License-Identifier: MIT */
/* Order of a comparison's rows. */
#ifndef DIFF_LAYOUT_H
#define DIFF_LAYOUT_H

#include "store.h"

/*
 * Returns the indexes of all s->metrics.n series, which the caller frees,
 * sorted by bench, place and metric in the order of the current side. Places
 * and metrics only of the baseline are sorted in (places by proof stage,
 * metrics by byte) if the others are in this order, else they come last.
 * Benches only of the baseline come last.
 */
size_t *layout_order(const struct store *);

#endif
