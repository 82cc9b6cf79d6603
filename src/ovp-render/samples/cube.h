/* SPDX-License-Identifier: MIT */
/* Sums by row, metric, run and side of a comparison. */
#ifndef RENDER_CUBE_H
#define RENDER_CUBE_H

#include "base/map.h"
#include "number/number.h"
#include "number/tally.h"

enum side { SIDE_NOW, SIDE_BASE };

/*
 * Zeroed, it is empty. It needs about 100 bytes for each row besides its text,
 * and 40 for each further metric and run of the row.
 */
struct cube {
	struct map rows; /* a caller's number and text */
	struct map metrics;
	struct map series; /* a run of one side of a metric */
	uint32_t *first;   /* by row: a cell + 1 */
	size_t nfirst;
	struct cell *cell;
	size_t ncells, cap;
	uint32_t *slot; /* by row and series: a cell + 1 */
	size_t nslots;
	size_t row;       /* row of the sorted cells, if any: */
	uint32_t *sorted; /* by metric and side */
	size_t nsorted, capsorted;
};

/* Returns the row of this number and text; adds it if it is new. */
size_t cube_row(struct cube *, size_t parent, struct slice text);

void cube_add(struct cube *, size_t row, struct slice metric, enum side,
    struct slice run, struct number);

/*
 * Returns the sum of a metric (an index into metrics), or the median if there
 * are several runs. Returns false if there is no value.
 */
bool cube_value(struct cube *, size_t row, size_t metric, enum side,
    struct number *);

/*
 * Adds each metric that the row has on a side and has[] lacks to both has[] and
 * the n in list[]; both have room for all metrics.
 */
void cube_collect(const struct cube *, size_t row, bool *has, size_t *list,
    size_t *n);

void cube_free(struct cube *);

#endif
