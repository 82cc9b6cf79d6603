/* SPDX-License-Identifier: MIT */
/* What a segment's instructions were, by call stack. */
#ifndef GEN_ROWS_H
#define GEN_ROWS_H

#include "layout.h"
#include "work.h"

/*
 * Writes w->rows pairs of `frequency' and `cells_used'. The frequencies add up
 * to the segment's instructions; no two pairs of a segment have one label set,
 * and all segments have the same.
 */
void rows_put(struct metrics_file *, const struct work *, const char *group,
    unsigned segment, uint64_t insns);

#endif
