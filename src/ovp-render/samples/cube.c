/* SPDX-License-Identifier: MIT */
/* Sums by row, metric, run and side of a comparison. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/sort.h"
#include "cube.h"
#include "number/median.h"

enum { SLOTS_FIRST = 64 };

struct cell {
	struct tally sum;
	uint32_t row, series;
	uint32_t next; /* of the row: a cell + 1, or 0 */
};

size_t
cube_row(struct cube *c, size_t parent, struct slice text)
{
	size_t known = c->rows.n, row = map_put(&c->rows, parent, text);

	if (row == known) {
		c->first = mem_grow(c->first, &c->nfirst, row,
		    sizeof(*c->first));
		c->first[row] = 0;
	}
	return row;
}

/* Returns the slot of a cell, or the empty slot for it. */
static size_t
seek(const struct cube *c, uint32_t row, uint32_t series)
{
	size_t mask = c->nslots - 1;
	size_t i = (size_t)hash_pair(row, series) & mask;

	for (; c->slot[i] != 0; i = (i + 1) & mask) {
		const struct cell *cell = &c->cell[c->slot[i] - 1];

		if (cell->row == row && cell->series == series)
			break;
	}
	return i;
}

static void
widen(struct cube *c)
{
	c->nslots = c->nslots > 0 ? 2 * c->nslots : SLOTS_FIRST;
	free(c->slot);
	c->slot = mem_zalloc(c->nslots, sizeof(*c->slot));
	for (size_t i = 0; i < c->ncells; i++)
		c->slot[seek(c, c->cell[i].row, c->cell[i].series)] =
		    (uint32_t)(i + 1);
}

static struct cell *
cell_of(struct cube *c, size_t row, size_t series)
{
	size_t i;

	if (2 * (c->ncells + 1) > c->nslots)
		widen(c);
	i = seek(c, (uint32_t)row, (uint32_t)series);
	if (c->slot[i] != 0)
		return &c->cell[c->slot[i] - 1];
	c->cell = mem_grow(c->cell, &c->cap, c->ncells, sizeof(*c->cell));
	c->cell[c->ncells] = (struct cell){
		.row = (uint32_t)row,
		.series = (uint32_t)series,
		.next = c->first[row],
	};
	c->first[row] = c->slot[i] = (uint32_t)++c->ncells;
	return &c->cell[c->ncells - 1];
}

/* The parent that the runs of one side of a metric share. */
static size_t
parent_of(size_t metric, enum side side)
{
	return 2 * metric + (side == SIDE_BASE);
}

void
cube_add(struct cube *c, size_t row, struct slice metric, enum side side,
    struct slice run, struct number n)
{
	size_t m = map_put(&c->metrics, 0, metric);
	size_t series = map_put(&c->series, parent_of(m, side), run);

	if (c->ncells == UINT32_MAX)
		fail("more than %u values", UINT32_MAX);
	c->nsorted = 0;
	tally_add(&cell_of(c, row, series)->sum, n);
}

static size_t
side_of(const struct cube *c, uint32_t cell)
{
	return c->series.key[c->cell[cell].series].parent;
}

static int
by_side(const void *a, const void *b, void *cube)
{
	size_t x = side_of(cube, *(const uint32_t *)a);
	size_t y = side_of(cube, *(const uint32_t *)b);

	return (x > y) - (x < y);
}

/* Sorts the cells of a row once, instead of a search for each metric. */
static void
sort_row(struct cube *c, size_t row)
{
	if (c->nsorted > 0 && c->row == row)
		return;
	c->row = row;
	c->nsorted = 0;
	for (uint32_t i = c->first[row]; i != 0; i = c->cell[i - 1].next) {
		c->sorted = mem_grow(c->sorted, &c->capsorted, c->nsorted,
		    sizeof(*c->sorted));
		c->sorted[c->nsorted++] = i - 1;
	}
	sort_with(c->sorted, c->nsorted, sizeof(*c->sorted), by_side, c);
}

/* Returns the first sorted cell of this side or of a later one. */
static size_t
first_of(const struct cube *c, size_t parent)
{
	size_t from = 0, to = c->nsorted;

	while (from < to) {
		size_t middle = (from + to) / 2;

		if (side_of(c, c->sorted[middle]) < parent)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool
cube_value(struct cube *c, size_t row, size_t metric, enum side side,
    struct number *value)
{
	size_t parent = parent_of(metric, side), n = 0, cap = 0;
	struct number *v = NULL;

	sort_row(c, row);
	for (size_t i = first_of(c, parent);
	     i < c->nsorted && side_of(c, c->sorted[i]) == parent; i++) {
		const struct cell *cell = &c->cell[c->sorted[i]];

		if (n++ == 0) {
			*value = tally_value(&cell->sum);
			continue;
		}
		v = mem_grow(v, &cap, n, sizeof(*v));
		v[0] = *value;
		v[n - 1] = tally_value(&cell->sum);
	}
	if (n > 1)
		*value = median(v, n);
	free(v);
	return n > 0;
}

void
cube_collect(const struct cube *c, size_t row, bool *has, size_t *list,
    size_t *n)
{
	for (uint32_t i = c->first[row]; i != 0; i = c->cell[i - 1].next) {
		size_t metric = side_of(c, i - 1) / 2;

		if (!has[metric])
			list[(*n)++] = metric;
		has[metric] = true;
	}
}

void
cube_free(struct cube *c)
{
	for (size_t i = 0; i < c->ncells; i++)
		tally_free(&c->cell[i].sum);
	free(c->cell);
	free(c->first);
	free(c->slot);
	free(c->sorted);
	map_free(&c->rows);
	map_free(&c->metrics);
	map_free(&c->series);
}
