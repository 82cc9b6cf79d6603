/* SPDX-License-Identifier: MIT */
/* Sums per row, metric, run of either side of a comparison. */
#include <stdlib.h>

#include "cube.h"
#include "diag.h"
#include "median.h"
#include "mem.h"

struct cell {
	struct tally	 sum;
	uint32_t	 series;
	uint32_t	 next;		/* of the row: a cell + 1, or 0 */
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

/* Rows with more cells find them in the index, by their series. */
enum { FEW = 32 };

static struct slice
key_of(const uint32_t *series)
{
	return (struct slice){ (const char *)series, sizeof(*series) };
}

static void
index_cell(struct cube *c, size_t row, uint32_t cell)
{
	size_t at = map_put(&c->index, row, key_of(&c->cell[cell].series));

	c->indexed = mem_grow(c->indexed, &c->nindexed, at,
	    sizeof(*c->indexed));
	c->indexed[at] = cell;
}

static struct cell *
new_cell(struct cube *c, size_t row, uint32_t series)
{
	struct cell *cell;

	c->cell = mem_grow(c->cell, &c->cap, c->ncells, sizeof(*cell));
	cell = &c->cell[c->ncells++];
	*cell = (struct cell){ .series = series, .next = c->first[row] };
	c->first[row] = (uint32_t)c->ncells;
	return cell;
}

static struct cell *
cell_of(struct cube *c, size_t row, uint32_t series)
{
	uint32_t i = c->first[row], seen = 0;
	struct cell *cell;

	for (; i != 0 && seen < FEW; i = c->cell[i - 1].next, seen++)
		if (c->cell[i - 1].series == series)
			return &c->cell[i - 1];
	if (i != 0) {
		size_t at = map_find(&c->index, row, key_of(&series));

		if (at != MAP_NONE)
			return &c->cell[c->indexed[at]];
	}
	cell = new_cell(c, row, series);
	if (i != 0)
		index_cell(c, row, (uint32_t)c->ncells - 1);
	else if (seen == FEW)
		for (i = c->first[row]; i != 0; i = c->cell[i - 1].next)
			index_cell(c, row, i - 1);
	return cell;
}

/* What the runs of one side of a metric have in common: their parent. */
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
	tally_add(&cell_of(c, row, (uint32_t)series)->sum, n);
}

static size_t
cell_parent(const struct cube *c, uint32_t cell)
{
	return c->series.key[c->cell[cell].series].parent;
}

static int
by_parent(const void *a, const void *b, void *cube)
{
	uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
	size_t x = cell_parent(cube, i), y = cell_parent(cube, j);

	return x != y ? (x < y ? -1 : 1) : i < j ? -1 : 1;
}

void
cube_settle(struct cube *c)
{
	uint32_t n = 0;

	map_free(&c->index);
	c->order = mem_zalloc(c->ncells, sizeof(*c->order));
	for (size_t row = 0; row < c->rows.n; row++) {
		uint32_t i = c->first[row], from = n;

		c->first[row] = from;
		for (; i != 0; i = c->cell[i - 1].next)
			c->order[n++] = i - 1;
		if (n - from > 1)
			qsort_r(c->order + from, n - from, sizeof(*c->order),
			    by_parent, c);
	}
}

/* Where the row's cells end in the order. */
static size_t
row_end(const struct cube *c, size_t row)
{
	return row + 1 < c->rows.n ? c->first[row + 1] : c->ncells;
}

/* The first of the row's cells whose parent is no smaller. */
static size_t
find_parent(const struct cube *c, size_t row, size_t parent)
{
	size_t low = c->first[row], high = row_end(c, row);

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_parent(c, c->order[middle]) < parent)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
cube_value(const struct cube *c, size_t row, size_t metric, enum side side,
    struct number *value)
{
	size_t parent = parent_of(metric, side), end = row_end(c, row);
	size_t from = find_parent(c, row, parent), n = 0;
	struct number *v;

	while (from + n < end && cell_parent(c, c->order[from + n]) == parent)
		n++;
	if (n == 0)
		return false;
	if (n == 1) {
		*value = tally_value(&c->cell[c->order[from]].sum);
		return true;
	}
	v = mem_zalloc(n, sizeof(*v));
	for (size_t i = 0; i < n; i++)
		v[i] = tally_value(&c->cell[c->order[from + i]].sum);
	*value = median(v, n);
	free(v);
	return true;
}

size_t
cube_metrics(const struct cube *c, size_t row, size_t *mark, size_t stamp,
    size_t *list, size_t n)
{
	for (size_t i = c->first[row]; i < row_end(c, row); i++) {
		size_t metric = cell_parent(c, c->order[i]) / 2;

		if (mark[metric] != stamp)
			list[n++] = metric;
		mark[metric] = stamp;
	}
	return n;
}

void
cube_free(struct cube *c)
{
	for (size_t i = 0; i < c->ncells; i++)
		tally_free(&c->cell[i].sum);
	free(c->cell);
	free(c->first);
	free(c->order);
	free(c->indexed);
	map_free(&c->index);
	map_free(&c->rows);
	map_free(&c->metrics);
	map_free(&c->series);
}
