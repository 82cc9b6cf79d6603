/* SPDX-License-Identifier: MIT */
/* Reader of statistics into a store. */
#ifndef DIFF_LOAD_H
#define DIFF_LOAD_H

#include "renames.h"
#include "store.h"
#include "stream/recin.h"
#include "versus.h"
#include "where.h"

/*
 * Opens a file, or standard input if it is NULL. The first file sets the
 * store's keys; fails if later keys differ. The key `group' alone and levelled
 * keys (stream/levels.h) may be mixed.
 */
struct recin *load_open(struct store *, char *const *file, enum side);

/*
 * Reads all records as runs of a side: each row of a series is one more run, in
 * the order of the file, whatever its number. A store with the key `group'
 * alone takes only the coarse level of a levelled stream. where, if not NULL,
 * selects runs; renames, if not NULL, renames. Closes the reader.
 */
void load_runs(struct store *, struct recin *, enum side, struct where *,
    struct renames *);

/*
 * Reads a file, or standard input if it is NULL. Records of a pair's old
 * benchmark become runs of the baseline of the new one, and records of the new
 * one runs of the current side.
 */
void load_versus(struct store *, char *const *file, struct versus *);

#endif
