/* SPDX-License-Identifier: MIT */
/* Reading statistics into a store. */
#ifndef DIFF_LOAD_H
#define DIFF_LOAD_H

#include "renames.h"
#include "store.h"
#include "stream/recin.h"
#include "versus.h"
#include "where.h"

/*
 * Opens a file, NULL being standard input. The first one opened names the
 * store's keys; one with other keys fails. The key `group' alone and levelled
 * ones (stream/levels.h) go together.
 */
struct recin *load_open(struct store *, char *const *file, enum side);

/*
 * Reads all records as runs of a side: each row of a series is one more run,
 * whatever its number, in the order in which they stand. Of a levelled stream,
 * a store with the key `group' alone takes the coarse level. where, or NULL: of
 * which runs. renames, or NULL: of names. Closes the reader.
 */
void load_runs(struct store *, struct recin *, enum side, struct where *,
    struct renames *);

/*
 * Reads a file, NULL being standard input: each record of a pair's old
 * benchmark as a run of the baseline of the new one, each of the new one as a
 * run of the current side.
 */
void load_versus(struct store *, char *const *file, struct versus *);

#endif
