/* SPDX-License-Identifier: MIT */
/* The order of a comparison's rows. */
#ifndef DIFF_LAYOUT_H
#define DIFF_LAYOUT_H

#include "store.h"

/*
 * All series (s->metrics.n indexes, the caller frees them): benches, in each
 * its places, in each its metrics, as the current side names them. What is on
 * the base's side alone stands where it belongs among them, if they stand in
 * order (places by proof stage, metrics bytewise), else behind them; a bench
 * behind all benches.
 */
size_t *layout_order(const struct store *);

#endif
