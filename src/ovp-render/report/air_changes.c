/* SPDX-License-Identifier: MIT */
/* Table of the AIRs of a bench that changed. */
#include <math.h>
#include <stdint.h>

#include "ovp-render/doc/figures.h"
#include "report.h"
#include "stream/levels.h"

/* Text lists no more than these. */
enum { MOST_LINES = 10 };

static void
cell_name(struct doc *d, struct slice name, const char *none)
{
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	if (name.n > 0)
		doc_voice(d)->name(d->o, name);
	else
		recout_str(d->o, none);
	doc_close(d);
}

/* `104,454,912 to 208,909,824', or one value if both sides are equal. */
static void
cell_both(struct doc *d, const struct value *base, const struct value *now)
{
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	if (base->known)
		put_value(d->o, base->n);
	else
		recout_str(d->o, now->known ? "none" : "-");
	if (now->known != base->known ||
	    (now->known && number_cmp(now->n, base->n) != 0)) {
		recout_str(d->o, " to ");
		if (now->known)
			put_value(d->o, now->n);
		else
			recout_str(d->o, "none");
	}
	doc_close(d);
}

static void
cell_change(struct doc *d, const struct air_change *a, double all)
{
	const struct value *base = &a->base[AIR_CELLS];
	const struct value *now = &a->now[AIR_CELLS];

	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	if (base->known && now->known && base->n.real != 0 &&
	    differs_at_all(now->n, base->n))
		put_percent(d->o, now->n, base->n);
	else if (base->known != now->known)
		recout_str(d->o, now->known ? "new" : "gone");
	doc_close(d);
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	recout_printf(d->o, "%.1f%%",
	    all > 0 ? fabs(a->cells) / all * 100 : 0.0);
	doc_close(d);
}

/* AIRs matter less than any metric that changed, more than unchanged ones. */
static void
table(struct report *r, size_t at, size_t end, size_t most)
{
	struct doc *d = &r->doc;
	double all = 0;

	doc_table(d);
	recout_str(d->o, "AIRs that changed of ");
	doc_voice(d)->name(d->o, r->s->benches.key[r->airs.at[at].bench].bytes);
	doc_column(d, "group", DOC_WORDS, DOC_ALL);
	doc_column(d, "AIR", DOC_WORDS, DOC_ALL);
	doc_column(d, "rows", DOC_DETAIL, DOC_ALL);
	doc_column(d, "columns", DOC_DETAIL, DOC_ALL);
	doc_column(d, "cells", DOC_NUMBER, DOC_ALL);
	doc_column(d, "change", DOC_NUMBER, DOC_ALL);
	doc_column(d, "share of all changes", DOC_DETAIL, DOC_ALL);
	for (size_t i = at; i < end; i++)
		all += fabs(r->airs.at[i].cells);
	for (size_t i = at; i < end && i - at < most; i++) {
		const struct air_change *a = &r->airs.at[i];

		doc_row(d, (struct doc_row){ .weight = -(double)(i - at) });
		cell_name(d, a->key[0], "(no group)");
		cell_name(d, a->key[1 + FINE_AIR_NAME], "(no name)");
		for (int k = 0; k < AIR_NUMBERS; k++)
			cell_both(d, &a->base[k], &a->now[k]);
		cell_change(d, a, all);
	}
	doc_table_end(d);
}

void
report_air_changes(struct report *r, size_t from, size_t end)
{
	bool lines = doc_medium(&r->doc) == DOC_TEXT;
	size_t at, to = air_changes_find(&r->airs, r->s->row[from].bench, &at);

	if (at == to || counts_whole(r->s, from, end) != VERDICT_NONE)
		return;
	doc_heading(&r->doc, DOC_HTML, 3);
	recout_str(r->o, "AIRs that changed");
	doc_heading_end(&r->doc);
	doc_fold(&r->doc, DOC_MD);
	recout_printf(r->o, "%zu AIR%s changed", to - at,
	    to - at == 1 ? "" : "s");
	doc_fold_body(&r->doc);
	table(r, at, to, lines ? MOST_LINES : SIZE_MAX);
	doc_fold_end(&r->doc);
	doc_begin(&r->doc, DOC_SMALL, VERDICT_NONE);
	if (lines && to - at > MOST_LINES)
		recout_printf(r->o, "and %zu more AIRs", to - at - MOST_LINES);
	doc_end(&r->doc, DOC_WITHIN);
	doc_break(&r->doc);
	doc_section_end(&r->doc);
}
