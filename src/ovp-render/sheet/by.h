/* SPDX-License-Identifier: MIT */
/* Tables of statistics by any keys: sorted, cut, with shares. */
#ifndef RENDER_BY_H
#define RENDER_BY_H

#include "number/sum.h"
#include "sheet.h"

enum by_side { BY_NOW, BY_BASE, BY_SIDES };

/* The sums of the rows with one value of the keys. */
struct by_row {
	struct slice *key; /* one for each of opts->by */
	size_t rest;       /* 0, or the number of rows in it */
	size_t parts;      /* rows of the sheet in this one */
	struct sum sum[BY_SIDES];
	struct value stat[BY_SIDES][STAT_STDDEV];
};

/* One metric of a bench; also of one group, if `group' is not a key. */
struct by_table {
	size_t bench;
	struct slice group; /* empty unless has_group */
	bool has_group;
	struct slice metric;
	const struct metric *is;
	bool sums;    /* its values add up */
	size_t order; /* of the metric, in the full table */
	size_t row, nrows;
	double total;    /* the sum of all rows, if it adds up */
	uint64_t beside; /* bits: further keys of rows */
};

struct by {
	struct by_table *table; /* owned, like all: in their order */
	struct by_row *row;
	size_t n, nrows, cap, row_cap;
	struct arena arena;
};

/*
 * Makes a table for each metric that the options name, or for all: a row for
 * each value of the keys opts->by, over the other keys except `group'. Records
 * without one of the keys belong to another breakdown; if further keys tell
 * records apart, the breakdown with the fewest keys counts. Sorts by
 * opts->sort, else, with opts->top or opts->share, by the sum, else by the
 * keys. With opts->top, one row sums up all rows from that one on. Fails on a
 * key that the sheet lacks, or a column that the table lacks.
 */
void by_of(struct by *, const struct sheet *, const struct opts *);

/* Returns the main value of a row: the sum, or the average without a sum. */
const struct value *by_value(const struct by_table *, const struct by_row *,
    enum by_side);

void by_free(struct by *);

#endif
