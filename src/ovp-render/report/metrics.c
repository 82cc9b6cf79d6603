/* SPDX-License-Identifier: MIT */
/* The metrics of a bench: a table for each group. */
#include "cells.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/statistic.h"

/* The rows in a part of the report. */
enum filter {
	FILTER_ALL,
	FILTER_ONE_SIDED,
	FILTER_BOTH_SIDED,
	FILTER_UNTOLD, /* neither unchanged nor listed as a change */
};

static bool
passes(const struct report *r, const struct row *row, enum filter filter)
{
	bool one_sided = row->verdict == VERDICT_NEW ||
	    row->verdict == VERDICT_GONE;

	/* Proof times have a table of their own. */
	if (row->place == ROW_HIDDEN || row->time > 0 ||
	    (r->changed_only && row->verdict == VERDICT_SAME))
		return false;
	if (filter == FILTER_UNTOLD)
		return row->verdict != VERDICT_SAME &&
		    !verdict_is_change(row->verdict);
	return filter == FILTER_ALL ||
	    one_sided == (filter == FILTER_ONE_SIDED);
}

static size_t
count(const struct report *r, size_t from, size_t end, enum filter filter)
{
	size_t n = 0;

	for (size_t i = from; i < end; i++)
		n += passes(r, &r->s->row[i], filter);
	return n;
}

/* A group's table; with other keys, the bench's only table. */
struct table {
	size_t from, end;
	enum filter filter;
	bool phases; /* a row has one */
};

/* The caption, then the columns; phase is for Markdown, or empty. */
static void
begin_table(struct report *r, const struct table *t, struct slice phase)
{
	const struct row *first = &r->s->row[t->from];
	struct doc *d = &r->doc;
	size_t from;

	doc_table(d);
	doc_bench_name(d, r->s->benches.key[first->bench].bytes);
	recout_str(r->o, r->s->by_group ? ", " : ", metrics");
	if (r->s->by_group)
		doc_key(d, first->key[0], r->s->key[0]);
	else
		cells_keys_columns(r, DOC_TEXT | DOC_MD);
	from = r->o->n;
	recout_str(r->o, "metric");
	if (phase.n > 0) {
		recout_str(r->o, " (phase ");
		doc_voice(d)->name(r->o, phase);
		recout_char(r->o, ')');
	}
	doc_column_from(d, from, DOC_WORDS, DOC_ALL);
	if (!r->s->by_group)
		cells_keys_columns(r, DOC_HTML);
	if (t->phases)
		doc_column(d, "phase", DOC_WORDS, DOC_HTML);
	if (r->s->compares) {
		doc_column(d, "verdict", DOC_WORDS, DOC_HTML);
		doc_column(d, "change", DOC_NUMBER, DOC_HTML);
	}
	for (size_t i = 0; i < statistic_columns(r->s); i++) {
		from = r->o->n;
		recout_slice(r->o, r->s->stat[statistic_column(i)]);
		doc_column_from(d, from, i == 0 ? DOC_NUMBER : DOC_DETAIL,
		    DOC_ALL);
		if (i == 0 && r->s->compares)
			doc_column(d, "change", DOC_NUMBER, DOC_TEXT);
	}
	if (r->s->spread)
		doc_column(d, doc_medium(d) == DOC_TEXT ? "spread %" : "spread",
		    DOC_DETAIL, DOC_ALL);
	if (r->s->p)
		doc_column(d, "p", DOC_DETAIL, DOC_MD | DOC_HTML);
}

static void
statistics(struct report *r, const struct row *row, enum statistic judged)
{
	static const struct value none;

	for (size_t i = 0; i < statistic_columns(r->s); i++) {
		enum statistic stat = statistic_column(i);

		if (statistic_shows(r->s, row, stat))
			doc_cell(&r->doc,
			    cells_of(row, stat, DOC_MOVED, stat == judged));
		else
			cells_value(r, DOC_VALUE, none);
		if (i == 0 && r->s->compares)
			doc_cell(&r->doc,
			    cells_of(row, judged, DOC_CHANGE, true));
	}
}

static void
line(struct report *r, const struct table *t, const struct row *row)
{
	enum statistic judged = statistic_judged(r->s, row);

	doc_row(&r->doc,
	    (struct doc_row){ row->verdict, report_weight(r, row), NULL });
	if (!r->s->by_group)
		cells_keys(r, row);
	cells_text(r, DOC_METRIC, row->metric);
	if (!r->s->by_group)
		cells_keys(r, row);
	if (t->phases)
		cells_text(r, DOC_NAME, row->phase);
	if (r->s->compares) {
		doc_cell(&r->doc, cells_of(row, judged, DOC_VERDICT, true));
		doc_cell(&r->doc, cells_of(row, judged, DOC_PERCENT, true));
	}
	statistics(r, row, judged);
	if (r->s->spread)
		cells_value(r, DOC_SPREAD, row_judged(row, JUDGED_SPREAD));
	if (r->s->p)
		cells_value(r, DOC_CHANCE, row_judged(row, JUDGED_P));
}

/* Marks a row whose phase differs from the row before. */
static void
phase(struct report *r, const struct table *t, const struct row *row)
{
	size_t from = r->o->n;

	if (doc_medium(&r->doc) == DOC_MD) {
		doc_table_end(&r->doc);
		begin_table(r, t, row->phase);
	} else if (row->part > 0) {
		doc_voice(&r->doc)->name(r->o, row->phase);
		recout_char(r->o, ':');
		doc_line(&r->doc, from);
	}
}

static void
rows(struct report *r, const struct table *t)
{
	size_t part = 0;

	begin_table(r, t, SLICE(""));
	for (size_t i = t->from; i < t->end; i++) {
		const struct row *row = &r->s->row[i];

		if (!passes(r, row, t->filter))
			continue;
		if (r->s->by_group && row->part != part)
			phase(r, t, row);
		part = row->part;
		line(r, t, row);
	}
	doc_table_end(&r->doc);
}

static void
group(struct report *r, size_t from, size_t end, enum filter filter)
{
	struct table t = { from, end, filter, false };
	const struct row *first = &r->s->row[from];
	bool named = r->s->by_group;

	if (count(r, from, end, filter) == 0)
		return;
	for (size_t i = from; i < end && !t.phases; i++)
		t.phases = passes(r, &r->s->row[i], filter) &&
		    r->s->row[i].phase.n > 0;
	doc_heading(&r->doc, named ? DOC_ALL : DOC_HTML,
	    filter == FILTER_ALL ? 3 : 4);
	if (named)
		doc_key(&r->doc, first->key[0], r->s->key[0]);
	else
		recout_str(r->o, "Metrics");
	doc_heading_end(&r->doc);
	if (named)
		cut_head(&r->doc.cut, r->o);
	rows(r, &t);
	if (doc_medium(&r->doc) != DOC_HTML)
		report_largest(r, first);
	if (named)
		cut_tail(&r->doc.cut, r->o);
	doc_section_end(&r->doc);
}

static void
groups(struct report *r, size_t from, size_t end, enum filter filter)
{
	size_t to;

	for (; from < end; from = to) {
		to = r->s->by_group ? sheet_group_end(r->s, from, end) : end;
		group(r, from, to, filter);
	}
}

static void
fold(struct report *r, size_t from, size_t end, enum filter filter,
    const char *what)
{
	size_t n = count(r, from, end, filter);
	bool within = r->folded;

	if (n == 0)
		return;
	doc_fold(&r->doc, DOC_MD);
	recout_printf(r->o, "%zu metric%s %s", n, n == 1 ? "" : "s", what);
	doc_fold_body(&r->doc);
	r->folded = true;
	groups(r, from, end, filter);
	r->folded = within;
	doc_fold_end(&r->doc);
}

/* Says what is not shown, and how to see it. */
static void
rest(struct report *r, size_t from, size_t end)
{
	size_t none = select_none(r->s, from, end);
	struct counts c = { 0 };

	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	if (none > 0)
		recout_printf(r->o,
		    "None of its %zu metrics is one of those "
		    "asked for.",
		    none);
	doc_end(&r->doc, r->s->row[from].weight);
	doc_break(&r->doc);
	if (!r->brief && !r->changed_only)
		return;
	counts_add(&c, r->s, from, end);
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	if (c.shown[VERDICT_SAME] > 0)
		recout_printf(r->o, "%zu unchanged (--all-metrics)",
		    c.shown[VERDICT_SAME]);
	doc_end(&r->doc, DOC_WITHIN);
	doc_break(&r->doc);
}

/* Whether a bench has too many unchanged rows to list. */
static bool
are_too_many(const struct report *r, size_t from, size_t end)
{
	size_t n = 0;

	if (!report_is_short(r))
		return false;
	for (size_t i = from; i < end; i++)
		n += r->s->row[i].verdict == VERDICT_SAME;
	return n > REPORT_MOST;
}

void
report_metrics(struct report *r, size_t from, size_t end)
{
	enum verdict whole = counts_whole(r->s, from, end);

	r->changed_only = are_too_many(r, from, end);
	if (whole == VERDICT_GONE) {
		/* Only the baseline has them. */
	} else if (doc_medium(&r->doc) == DOC_MD && r->s->compares &&
	    whole == VERDICT_NONE) {
		fold(r, from, end, FILTER_ONE_SIDED, "new or gone");
		fold(r, from, end, FILTER_BOTH_SIDED, "compared");
	} else {
		groups(r, from, end, r->brief ? FILTER_UNTOLD : FILTER_ALL);
	}
	rest(r, from, end);
}
