/* SPDX-License-Identifier: MIT */
/* Cells of an AIR: rows times columns. */
#include <math.h>

#include "why.h"

/* Adds the sides that are known. */
static void
add(struct both *to, const struct both *b)
{
	for (int s = BASE; s < SIDES; s++)
		to->at[s] += b->at[s];
	to->known |= b->known;
}

static void
keep_most(struct both *to, const struct both *b)
{
	for (int s = BASE; s < SIDES; s++)
		to->at[s] = fmax(to->at[s], b->at[s]);
	to->known |= b->known;
}

/*
 * Whether the cells are at least rows times columns (permutation and
 * preprocessed cells may be included), or else change as these do.
 */
static bool
is_sound(const struct both *rows, const struct both *columns,
    const struct both *cells)
{
	bool sound = true;

	for (int s = BASE; s < SIDES; s++)
		sound = sound &&
		    cells->at[s] >= rows->at[s] * columns->at[s] * 0.999;
	return sound ||
	    fabs(both_log(cells) - both_log(rows) - both_log(columns)) < 0.01;
}

void
why_add_air(struct why_air *a, const struct both *rows,
    const struct both *height, const struct both *columns,
    const struct both *cells)
{
	double part[2], share[2] = { 0, 0 };

	add(&a->rows, rows);
	add(&a->cells, cells);
	keep_most(&a->height, height);
	keep_most(&a->columns, columns);
	if (both_positive(cells) && both_positive(rows) &&
	    both_positive(columns) && is_sound(rows, columns, cells)) {
		part[0] = both_log(rows);
		part[1] = both_log(cells) - part[0];
		/* Without more columns, a small rest is of the rows. */
		if (both_change(columns) == 0 && fabs(part[1]) < 1e-3) {
			part[0] += part[1];
			part[1] = 0;
		}
		if (part[1] == 0 || both_change(columns) != 0)
			why_split(cells->at[BASE], cells->at[NOW], part, share,
			    2);
	}
	a->by_rows += share[0];
	a->by_width += share[1];
	a->by_all += both_change(cells) - share[0] - share[1];
}
