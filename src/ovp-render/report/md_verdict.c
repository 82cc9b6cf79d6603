/* SPDX-License-Identifier: MIT */
/* How a report of a comparison begins. */
#include "md.h"

void
md_verdict(struct md *m, const struct counts *c)
{
	bool worse = c->shown[VERDICT_WORSE] > 0;
	bool better = c->shown[VERDICT_BETTER] > 0;

	recout_str(m->o, worse ? "🔴 **" : better ? "🟢 **" : "**");
	counts_put(m->o, c);
	recout_str(m->o, "**");
	if (c->hidden > 0)
		recout_printf(m->o, "; %zu change%s in metrics that are not "
		    "shown (`--all-metrics`)", c->hidden,
		    c->hidden == 1 ? "" : "s");
	recout_str(m->o, "\n\n");
}

void
md_begin(struct md *m, bool alone)
{
	struct counts c = { 0 };

	if (m->s->compares) {
		md_head(m, alone);
		counts_add_all(&c, m->s);
		md_verdict(m, &c);
		md_remarks_all(m);
	}
	cut_text(&m->cut, m->o);
}
