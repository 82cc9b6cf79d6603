/* SPDX-License-Identifier: MIT */
/* A table of the AIRs that changed. */
#include <math.h>

#include "air_table.h"
#include "ovp-render/doc/figures.h"
#include "stream/levels.h"

static void
cell_name(struct tabular *t, struct slice name, const char *none)
{
	size_t from = tabular_cell(t);

	if (name.n > 0)
		tabular_name(t, name);
	else
		recout_str(t->o, none);
	tabular_end(t, from);
}

/* `104,454,912 to 208,909,824', or what both sides have. */
static void
cell_both(struct tabular *t, const struct value *base, const struct value *now)
{
	size_t from = tabular_cell(t);

	if (base->known)
		put_value(t->o, base->n);
	else
		recout_str(t->o, now->known ? "none" : "-");
	if (now->known != base->known || (now->known &&
	    number_cmp(now->n, base->n) != 0)) {
		recout_str(t->o, " to ");
		if (now->known)
			put_value(t->o, now->n);
		else
			recout_str(t->o, "none");
	}
	tabular_end(t, from);
}

static void
cell_change(struct tabular *t, const struct air_change *a, double all)
{
	const struct value *base = &a->base[AIR_CELLS];
	const struct value *now = &a->now[AIR_CELLS];
	size_t from = tabular_cell(t);

	if (base->known && now->known && base->n.real != 0 &&
	    differs_at_all(now->n, base->n))
		put_percent(t->o, now->n, base->n);
	else if (base->known != now->known)
		recout_str(t->o, now->known ? "new" : "gone");
	tabular_end(t, from);
	from = tabular_cell(t);
	recout_printf(t->o, "%.1f%%", all > 0 ? fabs(a->cells) / all * 100 :
	    0.0);
	tabular_end(t, from);
}

void
air_table_put(struct tabular *t, const struct air_changes *c, size_t at,
    size_t end, size_t most, double weight)
{
	static const char *const title[] = {
		"rows", "columns", "cells", "change", "share of all changes",
	};
	double all = 0;

	tabular_column(t, "group", false);
	tabular_column(t, "AIR", false);
	for (size_t i = 0; i < sizeof(title) / sizeof(title[0]); i++)
		tabular_column(t, title[i], true);
	for (size_t i = at; i < end; i++)
		all += fabs(c->at[i].cells);
	for (size_t i = at; i < end && i - at < most; i++) {
		const struct air_change *a = &c->at[i];

		t->weight = weight - (double)(i - at);
		cell_name(t, a->key[0], "(no group)");
		cell_name(t, a->key[1 + FINE_AIR_NAME], "(no name)");
		for (int k = 0; k < AIR_NUMBERS; k++)
			cell_both(t, &a->base[k], &a->now[k]);
		cell_change(t, a, all);
	}
	tabular_put(t);
}
