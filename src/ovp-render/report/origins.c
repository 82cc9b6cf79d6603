/* SPDX-License-Identifier: MIT */
/* Origin of a bench: commits, runs, whether both sides have it. */
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/runs.h"
#include "report.h"

static void
sentence(struct report *r, const char *words)
{
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	recout_str(r->o, words);
	doc_end(&r->doc, DOC_WITHIN);
}

/* In text, new and gone benches are counted like the rest. */
static void
verdict(struct report *r, size_t from, size_t end)
{
	enum verdict whole = counts_whole(r->s, from, end);
	bool text = doc_medium(&r->doc) == DOC_TEXT;
	struct counts c = { 0 };

	if (!text && whole == VERDICT_NEW) {
		sentence(r,
		    "New benchmark: the baseline has none of this "
		    "name.");
	} else if (!text && whole == VERDICT_GONE) {
		sentence(r, "Gone: only the baseline has this benchmark.");
	} else if (r->s->compares && (text || r->s->benches.n > 1)) {
		counts_add(&c, r->s, from, end);
		report_verdict(r, &c);
	}
}

void
report_origin(struct report *r, size_t from, size_t end)
{
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	origin_put(r->o, r->s, from, end, doc_voice(&r->doc)->name);
	doc_end(&r->doc, DOC_WITHIN);
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	runs_put(r->o, r->s, from, end);
	doc_end(&r->doc, DOC_WITHIN);
	doc_break(&r->doc);
	verdict(r, from, end);
	/* In Markdown the remarks on a single bench are above. */
	if (doc_medium(&r->doc) != DOC_MD || r->s->benches.n > 1)
		report_remarks(r, from, end);
}
