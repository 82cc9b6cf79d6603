/* SPDX-License-Identifier: MIT */
/* The AIRs of a bench that changed, as a table of HTML. */
#include "air_table.h"
#include "html.h"

static void
heading(struct report *h, const char *words)
{
	recout_printf(h->o, "<section>\n<h3>%s</h3>\n", words);
}

void
html_changed_airs(struct report *h, size_t bench)
{
	struct tabular t = { .format = TABULAR_HTML, .o = h->o,
	    .tables = &h->doc.tables, .caption = "AIRs that changed",
	    .of = h->s->benches.key[bench].bytes };
	size_t at, end = air_changes_find(&h->airs, bench, &at);

	if (at == end)
		return;
	heading(h, "AIRs that changed");
	air_table_put(&t, &h->airs, at, end, SIZE_MAX, 0);
	recout_str(h->o, "</section>\n");
}
