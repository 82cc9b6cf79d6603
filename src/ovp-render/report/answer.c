/* SPDX-License-Identifier: MIT */
/* The answer for each bench and its causes, in sentences. */
#include <stdlib.h>

#include "head.h"
#include "report.h"

/* Lighter than the text about all benches, heavier than the rest. */
static double
weight_of(const struct report *r, size_t rank)
{
	return 4 * (double)r->s->n + 4 - (double)rank;
}

static enum verdict
verdict_of(const struct head *h)
{
	if (h->noise || !h->timed)
		return VERDICT_SAME;
	return h->change == HEAD_SLOWER ? VERDICT_WORSE :
	    h->change == HEAD_FASTER    ? VERDICT_BETTER :
					  VERDICT_SAME;
}

/* The list of the causes; empty for a single cause. */
static void
put_causes(struct report *r, const struct head *h, double weight)
{
	size_t i = 0;

	doc_list(&r->doc);
	do {
		doc_item(&r->doc, DOC_PLAIN, VERDICT_NONE);
		head_put_cause(r->o, h, i++, doc_voice(&r->doc));
	} while (doc_end(&r->doc, weight));
	doc_list_end(&r->doc);
}

static void
put_benches(struct report *r, const struct head *h, size_t n)
{
	doc_list(&r->doc);
	for (size_t i = 0; i < n; i++) {
		doc_item(&r->doc, DOC_ANSWER, verdict_of(&h[i]));
		head_put(r->o, &h[i], doc_voice(&r->doc));
		doc_end(&r->doc, weight_of(r, i));
	}
	doc_list_end(&r->doc);
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	head_put_overall(r->o, h, n);
	doc_end(&r->doc, DOC_WITHIN);
	cut_text(&r->doc.cut, r->o);
}

/* A name may be too long to keep; the paragraph's end always fits. */
static void
put_bench(struct report *r, const struct head *h)
{
	head_put(r->o, h, doc_voice(&r->doc));
	cut_row(&r->doc.cut, r->o, HUGE_VAL);
	doc_end(&r->doc, DOC_WITHIN);
	cut_text(&r->doc.cut, r->o);
}

static void
put_worst(struct report *r, const struct head *h, size_t n)
{
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	head_put_overall(r->o, h, n);
	cut_text(&r->doc.cut, r->o);
	recout_str(r->o, " Worst: ");
	doc_mark(&r->doc, verdict_of(h));
	put_bench(r, h);
}

void
report_head(struct report *r, bool alone)
{
	size_t n;
	struct head *h = head_all(r->s, &r->airs, &n);

	if (n > 1 && alone) {
		put_worst(r, h, n);
	} else if (n > 1) {
		put_benches(r, h, n);
	} else if (n == 1) {
		doc_begin(&r->doc, DOC_ANSWER, verdict_of(h));
		put_bench(r, h);
		if (!alone)
			put_causes(r, h, weight_of(r, 0));
	}
	doc_break(&r->doc);
	free(h);
}

void
report_causes(struct report *r, size_t from, size_t end)
{
	struct head h;

	if (!r->s->compares || r->s->benches.n == 1)
		return;
	head_of(&h, r->s, &r->airs, from, end);
	put_causes(r, &h, r->s->row[from].weight);
	doc_break(&r->doc);
}
