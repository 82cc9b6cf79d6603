/* SPDX-License-Identifier: MIT */
/* Sparklines of block characters. */
#ifndef RENDER_SPARK_H
#define RENDER_SPARK_H

#include "ovp-render/sheet/history.h"

/*
 * Writes a series as at most so many blocks, from its lowest value to its
 * highest: the runs of the bench from left to right, each block the median of
 * its runs, a blank where none knows it.
 */
void spark_put(struct recout *, const struct history *,
    const struct history_series *, size_t columns);

/* The same of a list of values parted by commas; what is no number is a blank. */
void spark_put_list(struct recout *, struct slice list);

#endif
