/* SPDX-License-Identifier: MIT */
/* The AIRs that changed, for a terminal. */
#include "air_table.h"
#include "text_table.h"

/* More are for other formats. */
enum { MOST_AIRS = 10 };

void
text_airs(struct report *t, size_t bench)
{
	struct tabular table = { .format = TABULAR_TEXT, .o = t->o,
	    .screen = &t->doc.screen };
	size_t at, end = air_changes_find(&t->airs, bench, &at);

	if (at == end)
		return;
	air_table_put(&table, &t->airs, at, end, MOST_AIRS, 0);
	if (end - at > MOST_AIRS)
		recout_printf(t->o, "and %zu more AIRs\n", end - at - MOST_AIRS);
	recout_char(t->o, '\n');
}
