/* SPDX-License-Identifier: MIT */
/* The summary in the reference's layout. */
#include "base/diag.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "figure.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/times.h"
#include "span.h"
#include "summary.h"

/* The first group of a stage that has the metric; else the first of all. */
static const struct row *
first_group(const struct sheet *s, size_t from, size_t end, enum stage stage)
{
	const struct row *first = NULL;

	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];

		if (times_is_total(r) || stage_of(r->key[0]) != stage ||
		    r->verdict == VERDICT_GONE)
			continue;
		if (slice_eq(r->metric, metrics_named(ROLE_TOTAL)))
			return r;
		if (first == NULL)
			first = r;
	}
	return first;
}

/* The reference counts a missing metric as 0. */
static void
put(struct report *m, const struct row *r, enum statistic stat)
{
	if (r == NULL || !row_now(r, stat).known)
		recout_str(m->o, " 0");
	else
		span_put(m->o, r, stat, put_value_plain);
	recout_str(m->o, " |");
}

static void
bench(struct report *m, size_t from, size_t end, bool cells)
{
	const struct sheet *s = m->s;
	const struct row *app = first_group(s, from, end, STAGE_APP);
	const struct row *leaf = first_group(s, from, end, STAGE_LEAF);
	const struct row *r;
	enum statistic stat;

	if (app == NULL) {
		warn("benchmark '%.*s' has no app group: not in the summary",
		    SLICE_ARG(s->benches.key[s->row[from].bench].bytes));
		return;
	}
	recout_str(m->o, "| ");
	summary_link(m, s->row[from].bench);
	recout_str(m->o, " |");
	put(m, figure_row(s, from, end, app->key, metrics_named(ROLE_TOTAL)),
	    STAT_SUM);
	recout_char(m->o, ' ');
	r = figure_cycles(s, from, end, app->key, &stat);
	put(m, r, stat);
	if (cells) {
		recout_char(m->o, ' ');
		put(m,
		    figure_row(s, from, end, app->key,
			metrics_named(ROLE_CELLS)),
		    STAT_SUM);
	} else {
		recout_char(m->o, ' ');
	}
	if (leaf == NULL) {
		recout_str(m->o, cells ? "- | - |" : "- |");
	} else {
		put(m,
		    figure_row(s, from, end, leaf->key,
			metrics_named(ROLE_TOTAL)),
		    STAT_SUM);
		if (cells) {
			recout_char(m->o, ' ');
			put(m,
			    figure_row(s, from, end, leaf->key,
				metrics_named(ROLE_CELLS)),
			    STAT_SUM);
		}
	}
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, -(double)from);
}

void
summary_compat(struct report *m)
{
	const struct sheet *s = m->s;
	bool cells = figure_row(s, 0, s->n, NULL, metrics_named(ROLE_CELLS)) !=
	    NULL;
	size_t end;

	recout_str(m->o, "| group | app.proof_time_ms | app.cycles |");
	recout_str(m->o, cells ? " app.cells_used |" : "");
	recout_str(m->o, " leaf.proof_time_ms |");
	recout_str(m->o, cells ? " leaf.cells_used |\n" : "\n");
	recout_str(m->o,
	    cells ? "| -- | -- | -- | -- | -- | -- |\n" :
		    "| -- | -- | -- | -- |\n");
	cut_text(&m->doc.cut, m->o);
	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		if (counts_whole(s, i, end) != VERDICT_GONE)
			bench(m, i, end, cells);
	}
	recout_char(m->o, '\n');
	if (!cells)
		recout_str(m->o,
		    "Note: cells_used metrics omitted because "
		    "CUDA tracegen does not expose unpadded trace heights."
		    "\n\n");
	cut_text(&m->doc.cut, m->o);
}
