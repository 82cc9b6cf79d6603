/* SPDX-License-Identifier: MIT */
/* The summary in our own layout. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "figure.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/times.h"
#include "summary.h"

enum column {
	TOTAL,
	PARALLEL,
	APP,
	LEAF,
	INTERNAL,
	ROOT,
	HALO2,
	CYCLES,
	CELLS,
	COLUMNS,
};

static const char *const title[COLUMNS] = { "total (s)", "parallel (s)",
	"app (s)", "leaf (s)", "internal (s)", "root (s)", "halo2 (s)",
	"app cycles", "app cells" };

/* The column of a group's proof time; COLUMNS if the group has none. */
static enum column
column_of(struct slice group)
{
	const char *stage = stage_column(stage_of(group));
	size_t n = strlen(stage);
	int c = APP;

	while (c < CYCLES &&
	    (n == 0 || strncmp(title[c], stage, n) != 0 || title[c][n] != ' '))
		c++;
	return c < CYCLES ? (enum column)c : COLUMNS;
}

/* Cycles and cells of all app groups; one metric per group. */
static void
add_work(const struct sheet *s, size_t from, size_t end, struct figure *f)
{
	size_t to;

	for (; from < end; from = to) {
		const struct slice *group = s->row[from].key;
		const struct row *r;
		enum statistic stat;

		to = sheet_group_end(s, from, end);
		if (times_is_total(&s->row[from]) ||
		    stage_of(*group) != STAGE_APP)
			continue;
		r = figure_cycles(s, from, to, group, &stat);
		if (r != NULL)
			figure_add(&f[CYCLES], r, stat);
		r = figure_row(s, from, to, group, metrics_named(ROLE_CELLS));
		if (r != NULL)
			figure_add(&f[CELLS], r, STAT_SUM);
	}
}

static void
collect(const struct sheet *s, size_t from, size_t end, struct figure *f)
{
	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];
		bool total = times_is_total(r);
		bool serial = slice_eq(r->metric, metrics_named(ROLE_SECONDS));

		if (r->time == 0)
			continue;
		if (total && slice_eq(r->metric, metrics_named(ROLE_PARALLEL)))
			figure_add(&f[PARALLEL], r, STAT_AVG);
		else if (total && serial)
			figure_add(&f[TOTAL], r, STAT_AVG);
		else if (serial && column_of(r->key[0]) != COLUMNS)
			figure_add(&f[column_of(r->key[0])], r, STAT_AVG);
	}
	add_work(s, from, end, f);
}

static void
cell_figure(struct report *r, const struct figure *f, enum column c)
{
	struct doc_cell cell = { .show = DOC_MOVED,
		.now = f->now,
		.base = f->base,
		.verdict = f->verdict,
		.judged = true,
		.put = c < CYCLES ? put_seconds : put_value };

	/* If parts changed in both directions, that of the sum counts. */
	if (verdict_is_change(f->verdict) && f->now.known && f->base.known)
		cell.verdict = number_cmp(f->now.n, f->base.n) > 0 ?
		    VERDICT_WORSE :
		    VERDICT_BETTER;
	doc_cell(&r->doc, cell);
}

/*
 * The mean change of each column over the benches that have both sides and can
 * be compared. noted[i]: bench i can't.
 */
static void
geometric_mean(struct report *r, const struct figure *f, size_t n,
    const bool *used, const bool *noted)
{
	size_t matched[COLUMNS] = { 0 };
	double logs[COLUMNS] = { 0 };
	struct doc *d = &r->doc;

	for (size_t i = 0; i < n * COLUMNS; i++) {
		if (noted[i / COLUMNS] || !f[i].now.known || !f[i].base.known ||
		    !(f[i].now.n.real > 0) || !(f[i].base.n.real > 0))
			continue;
		matched[i % COLUMNS]++;
		logs[i % COLUMNS] += log(f[i].now.n.real / f[i].base.n.real);
	}
	if (matched[TOTAL] < 2)
		return;
	doc_row(d, (struct doc_row){ .weight = HUGE_VAL });
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	doc_strong(d, "geometric mean");
	recout_printf(r->o, " (%zu of %zu)", matched[TOTAL], n);
	doc_close(d);
	for (int c = 0; c < COLUMNS; c++) {
		if (!used[c])
			continue;
		doc_open(d, (struct doc_cell){ .show = DOC_RAW });
		if (matched[c] == 0)
			recout_char(r->o, '-');
		else
			put_percent(r->o,
			    number_real(
				100 * exp(logs[c] / (double)matched[c])),
			    number_whole(100));
		if (matched[c] > 0 && matched[c] != matched[TOTAL])
			recout_printf(r->o, " (%zu)", matched[c]);
		doc_close(d);
	}
}

/* A bench weighs as much as its heaviest row. */
static double
weight_of(const struct sheet *s, size_t from, size_t end)
{
	double weight = 0;

	for (size_t i = from; i < end; i++)
		weight = fmax(weight, s->row[i].weight);
	return weight;
}

static void
rows(struct report *r, const struct figure *f, const bool *used,
    const bool *noted)
{
	size_t end;

	for (size_t i = 0; i < r->s->n; i = end, f += COLUMNS) {
		end = sheet_bench_end(r->s, i);
		doc_row(&r->doc,
		    (struct doc_row){ .weight = weight_of(r->s, i, end) });
		doc_open(&r->doc, (struct doc_cell){ .show = DOC_RAW });
		summary_link(r, r->s->row[i].bench);
		recout_str(r->o, *noted++ ? " (hard to compare)" : "");
		doc_close(&r->doc);
		for (int c = 0; c < COLUMNS; c++)
			if (used[c])
				cell_figure(r, &f[c], (enum column)c);
	}
}

void
summary_origins(struct report *r)
{
	const struct sheet *s = r->s;
	const struct voice *voice = doc_voice(&r->doc);
	size_t end;

	if (s->ncarried == 0)
		return;
	doc_begin(&r->doc, DOC_PLAIN, VERDICT_NONE);
	origin_put_all(r->o, s, voice->name);
	if (doc_end(&r->doc, DOC_WITHIN)) {
		cut_text(&r->doc.cut, r->o);
		return;
	}
	doc_list(&r->doc);
	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		doc_item(&r->doc, DOC_PLAIN, VERDICT_NONE);
		origin_put(r->o, s, i, end, voice->name);
		doc_end(&r->doc, weight_of(s, i, end));
	}
	doc_list_end(&r->doc);
}

void
summary_table(struct report *r)
{
	const struct sheet *s = r->s;
	struct figure *f = mem_zalloc((s->benches.n + 1) * COLUMNS, sizeof(*f));
	bool *noted = mem_zalloc(s->benches.n + 1, sizeof(*noted));
	bool used[COLUMNS] = { [TOTAL] = true };
	size_t n = 0, end;

	for (size_t i = 0; i < s->n; i = end, n++) {
		end = sheet_bench_end(s, i);
		collect(s, i, end, f + n * COLUMNS);
		noted[n] = report_is_noted(r, s->row[i].bench);
	}
	for (size_t i = 0; i < n * COLUMNS; i++)
		if (f[i].now.known || f[i].base.known)
			used[i % COLUMNS] = true;
	doc_table(&r->doc);
	doc_column(&r->doc, "benchmark", DOC_WORDS, DOC_ALL);
	for (int c = 0; c < COLUMNS; c++)
		if (used[c])
			doc_column(&r->doc, title[c], DOC_NUMBER, DOC_ALL);
	rows(r, f, used, noted);
	if (s->compares)
		geometric_mean(r, f, n, used, noted);
	doc_table_end(&r->doc);
	free(noted);
	free(f);
}
