/* SPDX-License-Identifier: MIT */
/* The AIRs of a bench that changed, as a GitHub table. */
#include "air_table.h"
#include "md.h"

void
md_airs(struct report *m, size_t bench)
{
	struct tabular t = { .format = TABULAR_MD, .o = m->o, .cut = &m->doc.cut };
	size_t at, end = air_changes_find(&m->airs, bench, &at);

	if (at == end)
		return;
	recout_printf(m->o, "<details><summary>%zu AIR%s changed</summary>"
	    "\n\n", end - at, end - at == 1 ? "" : "s");
	cut_head(&m->doc.cut, m->o);
	/* Less than any metric that changed, more than what did not. */
	air_table_put(&t, &m->airs, at, end, SIZE_MAX, 0);
	recout_str(m->o, "\n</details>\n\n");
	cut_tail(&m->doc.cut, m->o);
}
