/* SPDX-License-Identifier: MIT */
/* Sums per row, metric, run of either side of a comparison. */
#ifndef RENDER_CUBE_H
#define RENDER_CUBE_H

#include "map.h"
#include "number.h"
#include "tally.h"

enum side { SIDE_NOW, SIDE_BASE };

/*
 * A zeroed struct is empty. Needs about 100 bytes a row beside its text, and
 * 28 for each further metric and run of it; 100 where a row has many.
 */
struct cube {
	struct map	 rows;		/* a caller's number and text */
	struct map	 metrics;
	struct map	 series;	/* a run of one metric's one side */
	uint32_t	*first;		/* by row: a cell + 1, or in order */
	size_t		 nfirst;
	struct cell	*cell;
	size_t		 ncells, cap;
	struct map	 index;		/* cells of rows that have many */
	uint32_t	*indexed;	/* by index: a cell */
	size_t		 nindexed;
	uint32_t	*order;		/* cells by row, metric, side */
};

/* The row of this number and text, made when it is new. */
size_t cube_row(struct cube *, size_t parent, struct slice text);

void cube_add(struct cube *, size_t row, struct slice metric, enum side,
    struct slice run, struct number);

/* Ends the adding: what follows is for a cube that is settled. */
void cube_settle(struct cube *);

/*
 * What was summed up for a metric (its index in metrics), the median where
 * there are several runs. Returns false when there is nothing.
 */
bool cube_value(const struct cube *, size_t row, size_t metric, enum side,
    struct number *);

/*
 * Appends the metrics that the row has on one of the sides to list[n], but for
 * those whose mark is the stamp already. Returns the new length.
 */
size_t cube_metrics(const struct cube *, size_t row, size_t *mark,
    size_t stamp, size_t *list, size_t n);

void cube_free(struct cube *);

#endif
