/* SPDX-License-Identifier: MIT */
/* Paragraph with the number of metrics that changed in each direction. */
#include "report.h"

enum verdict
report_worst(const struct counts *c)
{
	return c->shown[VERDICT_WORSE] > 0 ? VERDICT_WORSE :
	    c->shown[VERDICT_BETTER] > 0   ? VERDICT_BETTER :
					     VERDICT_SAME;
}

void
report_verdict(struct report *r, const struct counts *c)
{
	doc_begin(&r->doc, DOC_OUTCOME, report_worst(c));
	counts_put(r->o, c);
	if (c->hidden > 0) {
		doc_rest(&r->doc);
		recout_printf(r->o,
		    "%zu change%s in metrics that are not "
		    "shown (",
		    c->hidden, c->hidden == 1 ? "" : "s");
		doc_code(&r->doc, "--all-metrics");
		recout_char(r->o, ')');
	}
	doc_end(&r->doc, DOC_WITHIN);
	doc_break(&r->doc);
}
