/* SPDX-License-Identifier: MIT */
/* A few figures of each bench. */
#include "ovp-render/sheet/follow.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "summary.h"

void
render_summary(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct report m = { .s = &s, .o = o, .opts = opts,
	    .doc = { .w = &doc_md, .o = o,
	    .cut = { .max = opts->max_bytes } } };

	sheet_read(&s, in);
	sheet_need_group(&s, "--summary");
	select_rows(&s, opts);
	importance_weigh(&s);
	follow_mark(&s);
	air_changes_of(&m.airs, &s);
	if (s.n == 0)
		recout_str(o, SHEET_EMPTY);
	else if (opts->compat)
		summary_compat(&m, opts);
	else
		summary_own(&m, opts);
	cut_fit(&m.doc.cut, o);
	air_changes_free(&m.airs);
	sheet_free(&s);
}
