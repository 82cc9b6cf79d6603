/* SPDX-License-Identifier: MIT */
/* The proof times of a bench: a table, and on a page its totals as figures. */
#include <math.h>
#include <stdlib.h>

#include "bars.h"
#include "base/mem.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/times.h"
#include "remarks.h"
#include "report.h"
#include "spark.h"

void
report_times_columns(struct report *r)
{
	const struct sheet *s = r->s;

	for (size_t i = 0; i < s->ntimes; i++) {
		size_t from = r->o->n;

		times_put_title(r->o, s->times[i], doc_voice(&r->doc)->name);
		recout_str(r->o, doc_medium(&r->doc) == DOC_HTML ? " (s)" : "");
		doc_column_from(&r->doc, from, i == 0 ? DOC_NUMBER : DOC_DETAIL,
		    DOC_ALL);
		if (s->compares)
			doc_column(&r->doc, "change",
			    i == 0 ? DOC_NUMBER : DOC_WITH, DOC_TEXT);
	}
	if (s->recent)
		doc_column(&r->doc, "recent runs", DOC_ASIDE, DOC_ALL);
}

static struct doc_cell
told(const struct row *row, void (*put)(struct recout *, struct number))
{
	if (row == NULL)
		return (struct doc_cell){ .show = DOC_TOLD };
	return (struct doc_cell){ .show = DOC_TOLD,
		.now = row_now(row, STAT_AVG),
		.base = row_base(row, STAT_AVG),
		.verdict = row->verdict,
		.judged = true,
		.put = put };
}

void
report_times_cells(struct report *r, const struct row *const *time)
{
	for (size_t i = 0; i < r->s->ntimes; i++) {
		struct doc_cell cell = told(time[i], put_seconds);

		doc_cell(&r->doc, cell);
		cell.show = DOC_CHANGE;
		if (r->s->compares)
			doc_cell(&r->doc, cell);
	}
	if (!r->s->recent)
		return;
	doc_open(&r->doc, (struct doc_cell){ .show = DOC_RECENT });
	if (time[0] != NULL && time[0]->recent != NULL)
		spark_put_list(r->o, slice_str(time[0]->recent));
	doc_close(&r->doc);
}

static bool
is_total(const struct row *row)
{
	return row->time > 0 && times_is_total(row);
}

static void
put_seconds_unit(struct recout *o, struct number n)
{
	put_seconds(o, n);
	recout_str(o, " s");
}

/* A figure for each total: its name, its value and its change. */
static void
figures(struct report *r, size_t from, size_t end)
{
	recout_str(r->o, "<dl>\n");
	for (size_t i = from; i < end; i++) {
		const struct row *row = &r->s->row[i];

		if (!is_total(row))
			continue;
		recout_str(r->o, "<div><dt>total, ");
		times_put_title(r->o, row->metric, doc_voice(&r->doc)->name);
		recout_str(r->o, "</dt><dd>");
		doc_show(&r->doc, told(row, put_seconds_unit));
		recout_str(r->o, "</dd></div>\n");
	}
	recout_str(r->o, "</dl>\n");
}

static double
longest(const struct sheet *s, size_t from, size_t end)
{
	double most = 0;

	for (size_t i = from; i < end; i++)
		if (s->row[i].time == 1 && !is_total(&s->row[i]))
			most = bars_longest(most, &s->row[i]);
	return most;
}

static void
head(struct report *r, size_t bench)
{
	doc_table(&r->doc);
	doc_bench_name(&r->doc, r->s->benches.key[bench].bytes);
	recout_str(r->o, ", proof time");
	doc_column(&r->doc,
	    doc_medium(&r->doc) == DOC_HTML ? "group" : "proof time (s)",
	    DOC_WORDS, DOC_ALL);
	report_times_columns(r);
}

/* The group, and the reason why it is hard to compare. */
static void
group(struct report *r, const struct row *any)
{
	bool page = doc_medium(&r->doc) == DOC_HTML;

	recout_str(r->o, page ? "<span>" : "");
	if (times_is_total(any))
		doc_strong(&r->doc, "total");
	else
		doc_key(&r->doc, any->key[0], r->s->key[0]);
	recout_str(r->o, times_remark(any));
	remarks_row(r->o, r->s, any);
	recout_str(r->o, page ? "</span>" : "");
}

static void
line(struct report *r, const struct row *any, const struct row *const *time,
    double most)
{
	double weight = report_weight(r, any);

	for (size_t i = 0; i < r->s->ntimes; i++)
		if (time[i] != NULL)
			weight = fmax(weight, report_weight(r, time[i]));
	doc_row(&r->doc, (struct doc_row){ any->verdict, weight, NULL });
	doc_open(&r->doc, (struct doc_cell){ .show = DOC_BARE });
	bars_open(r);
	group(r, any);
	bars_close(r, time[0], most);
	doc_close(&r->doc);
	report_times_cells(r, time);
}

/* Whether no time of a group changed; the total is always listed. */
static bool
is_unchanged(const struct report *r, const struct row *any,
    const struct row *const *time)
{
	if (is_total(any))
		return false;
	for (size_t i = 0; i < r->s->ntimes; i++)
		if (time[i] != NULL && time[i]->verdict != VERDICT_SAME)
			return false;
	return true;
}

/* Returns the number of groups to leave out since none of them changed. */
static size_t
too_many(const struct report *r, size_t from, size_t end,
    const struct row **time)
{
	const struct row *any;
	size_t n = 0;

	if (!report_is_short(r))
		return 0;
	while ((any = times_next(r->s, &from, end, time)) != NULL)
		n += is_unchanged(r, any, time);
	return n > REPORT_MOST ? n : 0;
}

static void
table(struct report *r, size_t from, size_t end, bool totals)
{
	const struct row **time = mem_zalloc(r->s->ntimes, sizeof(*time));
	double most = longest(r->s, from, end);
	size_t out = too_many(r, from, end, time);
	const struct row *any;

	head(r, r->s->row[from].bench);
	while ((any = times_next(r->s, &from, end, time)) != NULL)
		if ((totals || !is_total(any)) &&
		    (out == 0 || !is_unchanged(r, any, time)))
			line(r, any, time, most);
	doc_table_end(&r->doc);
	free(time);
	if (out == 0)
		return;
	doc_begin(&r->doc, DOC_SMALL, VERDICT_NONE);
	recout_printf(r->o, "%zu groups unchanged (", out);
	doc_code(&r->doc, "--all-metrics");
	recout_char(r->o, ')');
	doc_end(&r->doc, DOC_WITHIN);
	doc_break(&r->doc);
}

void
report_times(struct report *r, size_t from, size_t end)
{
	bool page = doc_medium(&r->doc) == DOC_HTML;
	size_t n = 0, groups = 0;

	for (size_t i = from; i < end; i++) {
		n += r->s->row[i].time > 0;
		groups += r->s->row[i].time > 0 && !is_total(&r->s->row[i]);
	}
	if (n == 0)
		return;
	doc_heading(&r->doc, DOC_HTML, 3);
	recout_str(r->o, "Proof time");
	doc_heading_end(&r->doc);
	if (page && n > groups)
		figures(r, from, end);
	if (page && groups > 0)
		bars_key(r);
	table(r, from, end, !page);
	doc_section_end(&r->doc);
}
