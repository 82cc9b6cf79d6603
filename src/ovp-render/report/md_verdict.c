/* SPDX-License-Identifier: MIT */
/* How a report of a comparison begins. */
#include "md.h"

void
md_begin(struct report *m, bool alone)
{
	struct counts c = { 0 };

	if (m->s->compares) {
		report_head(m, alone);
		counts_add_all(&c, m->s);
		report_verdict(m, &c);
		report_remarks_all(m);
	}
	cut_text(&m->doc.cut, m->o);
}
