/* SPDX-License-Identifier: MIT */
/* Which benches of the two sides are compared. */
#ifndef DIFF_PAIR_H
#define DIFF_PAIR_H

#include "store.h"
#include "versus.h"

/*
 * Pairs the benches of both sides. One bench on either side is compared
 * whatever the names: the baseline's is joined to the current one, which
 * remembers its name, and a warning says so. Several are compared by name;
 * what is left is named in warnings, with the nearest name that is left on the
 * other side. Fails if both sides have benches and none is compared.
 */
void pair_benches(struct store *);

/* Notes which old benchmark each new one is compared with. */
void pair_versus(struct store *, const struct versus *);

#endif
