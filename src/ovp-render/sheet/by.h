/* SPDX-License-Identifier: MIT */
/* Tables of statistics by any keys: sorted, cut, with shares. */
#ifndef RENDER_BY_H
#define RENDER_BY_H

#include "number/sum.h"
#include "sheet.h"

enum by_side { BY_NOW, BY_BASE, BY_SIDES };

/* The sums of the rows with one value of the keys. */
struct by_row {
	struct slice	*key;		/* one for each of opts->by */
	size_t		 rest;		/* 0, or how many rows this one is */
	size_t		 parts;		/* rows of the sheet in it */
	struct sum	 sum[BY_SIDES];
	struct value	 stat[BY_SIDES][STAT_STDDEV];
};

/* One metric of a bench, of one group where that is no key of the table. */
struct by_table {
	size_t			 bench;
	struct slice		 group;	/* empty where has_group is false */
	bool			 has_group;
	struct slice		 metric;
	const struct metric	*is;
	bool			 sums;	/* its values add up */
	size_t			 order;	/* of the metric, in the table of all */
	size_t			 row, nrows;
	double			 total;	/* the sum of all rows, if it adds up */
	uint64_t		 beside;	/* other keys that its rows have: a
					 * bit for each */
};

struct by {
	struct by_table	*table;		/* owned, as all: in their order */
	struct by_row	*row;
	size_t		 n, nrows, cap, row_cap;
	struct arena	 arena;
};

/*
 * Makes a table of each metric that the options name, or of all: a row for each
 * value of the keys opts->by, over the other keys but `group'. Records without
 * one of the keys are of another breakdown; of those that are told apart by
 * further keys, the breakdown by the fewest counts. Sorts by opts->sort, else,
 * with opts->top or opts->share, by the sum, else by the keys. With opts->top,
 * all rows from that one on are one. Fails on a key that the sheet lacks, or a
 * column that the table lacks.
 */
void by_of(struct by *, const struct sheet *, const struct opts *);

/* Returns the main value of a row: the sum, or the average without a sum. */
const struct value *by_value(const struct by_table *, const struct by_row *,
    enum by_side);

void by_free(struct by *);

#endif
