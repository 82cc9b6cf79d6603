/* SPDX-License-Identifier: MIT */
/* Pairing of the benches of both sides. */
#ifndef DIFF_PAIR_H
#define DIFF_PAIR_H

#include "store.h"
#include "versus.h"

/*
 * Pairs the benches of both sides. If each side has one, they are compared
 * whatever their names: that of the baseline is joined to the current one,
 * which keeps its name, with a warning. Several are compared by name; warnings
 * name the rest with the nearest remaining name of the other side. Fails if
 * both sides have benches and no pair.
 */
void pair_benches(struct store *);

/* Sets the old benchmark that each new one is compared with. */
void pair_versus(struct store *, const struct versus *);

#endif
