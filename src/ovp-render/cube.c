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

static struct cell *
cell_of(struct cube *c, size_t row, size_t series)
{
	struct cell *cell;
	uint32_t i = c->first[row];

	while (i != 0 && c->cell[i - 1].series != series)
		i = c->cell[i - 1].next;
	if (i != 0)
		return &c->cell[i - 1];
	c->cell = mem_grow(c->cell, &c->cap, c->ncells, sizeof(*cell));
	cell = &c->cell[c->ncells++];
	*cell = (struct cell){
		.series = (uint32_t)series,
		.next = c->first[row],
	};
	c->first[row] = (uint32_t)c->ncells;
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
	tally_add(&cell_of(c, row, series)->sum, n);
}

bool
cube_value(const struct cube *c, size_t row, size_t metric, enum side side,
    struct number *value)
{
	size_t parent = parent_of(metric, side), n = 0, cap = 0;
	struct number *v = NULL;

	for (uint32_t i = c->first[row]; i != 0; i = c->cell[i - 1].next) {
		const struct cell *cell = &c->cell[i - 1];

		if (c->series.key[cell->series].parent != parent)
			continue;
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
cube_mark(const struct cube *c, size_t row, bool *has)
{
	for (uint32_t i = c->first[row]; i != 0; i = c->cell[i - 1].next)
		has[c->series.key[c->cell[i - 1].series].parent / 2] = true;
}

void
cube_free(struct cube *c)
{
	for (size_t i = 0; i < c->ncells; i++)
		tally_free(&c->cell[i].sum);
	free(c->cell);
	free(c->first);
	map_free(&c->rows);
	map_free(&c->metrics);
	map_free(&c->series);
}
