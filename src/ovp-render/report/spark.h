/* SPDX-License-Identifier: MIT */
/* Sparklines of block characters. */
#ifndef RENDER_SPARK_H
#define RENDER_SPARK_H

#include "ovp-render/sheet/history.h"

/*
 * Writes a series as at most that many blocks, scaled from its lowest value to
 * its highest. The runs of the bench go from left to right; each block is the
 * median of its runs, a blank if none has a value.
 */
void spark_put(struct recout *, const struct history *,
    const struct history_series *, size_t columns);

/* The same for comma-separated values; one that is not a number is a blank. */
void spark_put_list(struct recout *, struct slice list);

#endif
