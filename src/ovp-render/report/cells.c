/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as cells of a report. */
#include "cells.h"
#include "ovp-render/doc/figures.h"

void
cells_keys_columns(struct report *r, unsigned media)
{
	for (size_t i = 0; i < r->s->nkeys; i++)
		doc_column_named(&r->doc, r->s->key[i], DOC_WORDS, media);
}

void
cells_keys(struct report *r, const struct row *row)
{
	for (size_t i = 0; i < r->s->nkeys; i++)
		doc_cell(&r->doc,
		    (struct doc_cell){ .show = DOC_KEY,
			.text = row->key[i],
			.key = r->s->key[i] });
}

struct doc_cell
cells_of(const struct row *row, enum statistic stat, enum doc_show show,
    bool judged)
{
	return (struct doc_cell){
		.show = show,
		.now = row_now(row, stat),
		.base = row_base(row, stat),
		.verdict = row->verdict,
		.judged = judged,
		.put = put_value,
	};
}

void
cells_text(struct report *r, enum doc_show show, struct slice text)
{
	doc_cell(&r->doc, (struct doc_cell){ .show = show, .text = text });
}

void
cells_value(struct report *r, enum doc_show show, struct value v)
{
	doc_cell(&r->doc,
	    (struct doc_cell){ .show = show, .now = v, .put = put_value });
}

bool
report_is_short(const struct report *r)
{
	return r->s->compares && !r->opts->all_metrics &&
	    r->opts->nmetrics == 0;
}

double
report_weight(const struct report *r, const struct row *row)
{
	return r->folded ? row->weight - (double)r->s->n : row->weight;
}
