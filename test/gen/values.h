/* SPDX-License-Identifier: MIT */
/* Entries with a number of one kind or another as their value. */
#ifndef GEN_VALUES_H
#define GEN_VALUES_H

#include <stdint.h>

#include "layout.h"

/* Each writes an entry with the labels of `at'. Integer arithmetic only. */
void put_whole(struct metrics_file *, struct entry at, const char *metric,
    uint64_t);

/* Microseconds as milliseconds with up to three decimals: `2672.56'. */
void put_ms(struct metrics_file *, struct entry at, const char *metric,
    uint64_t us);

/*
 * count / us, from 10 to 63 or from 100 to 511, as the shortest text of a
 * double: as many decimals as make any two texts different doubles.
 */
void put_rate(struct metrics_file *, struct entry at, const char *metric,
    uint64_t count, uint64_t us);

#endif
