/* SPDX-License-Identifier: MIT */
/* The report as GitHub's Markdown. */
#include <stdlib.h>

#include "counts.h"
#include "escape.h"
#include "importance.h"
#include "md.h"
#include "mem.h"
#include "select.h"

/* Which rows a part of the report is made of. */
enum filter { FILTER_ALL, FILTER_CHANGED, FILTER_NEW_OR_GONE, FILTER_SAME };

static bool
passes(const struct row *r, enum filter filter)
{
	bool changed = verdict_is_change(r->verdict);
	bool same = r->verdict == VERDICT_SAME;

	/* Proof times have a table of their own. */
	if (r->place == ROW_HIDDEN || r->time > 0)
		return false;
	switch (filter) {
	case FILTER_ALL:
		return true;
	case FILTER_CHANGED:
		return changed;
	case FILTER_NEW_OR_GONE:
		return !changed && !same;
	case FILTER_SAME:
		return same;
	}
	return false;
}

static size_t
count(const struct md *m, size_t from, size_t end, enum filter filter)
{
	size_t n = 0;

	for (size_t i = from; i < end; i++)
		n += passes(&m->s->row[i], filter);
	return n;
}

/* The metrics of one group, a table for those of each phase. */
static void
group(struct md *m, size_t from, size_t end, const char *heading,
    enum filter filter)
{
	const struct row *open = NULL;

	recout_printf(m->o, "%s ", heading);
	md_key(m, &m->s->row[from], 0);
	recout_str(m->o, "\n\n");
	cut_head(&m->cut, m->o);
	for (size_t i = from; i < end; i++) {
		const struct row *r = &m->s->row[i];

		if (!passes(r, filter))
			continue;
		if (open == NULL || open->part != r->part) {
			if (open != NULL)
				md_table_close(m);
			md_table_open(m, MD_METRIC, r->phase);
		}
		open = r;
		md_table_row(m, MD_METRIC, r);
	}
	md_table_close(m);
	cut_tail(&m->cut, m->o);
}

static void
by_keys(struct md *m, size_t from, size_t end, enum filter filter)
{
	md_table_open(m, MD_KEYS_AND_METRIC, SLICE(""));
	for (size_t i = from; i < end; i++)
		if (passes(&m->s->row[i], filter))
			md_table_row(m, MD_KEYS_AND_METRIC, &m->s->row[i]);
	md_table_close(m);
}

static void
tables(struct md *m, size_t from, size_t end, const char *heading,
    enum filter filter)
{
	size_t to;

	if (count(m, from, end, filter) == 0)
		return;
	if (!m->s->by_group) {
		by_keys(m, from, end, filter);
		return;
	}
	for (; from < end; from = to) {
		to = sheet_group_end(m->s, from, end);
		if (count(m, from, to, filter) > 0)
			group(m, from, to, heading, filter);
	}
}

static void
fold_open(struct md *m, size_t n, const char *what)
{
	recout_printf(m->o, "<details><summary>%zu %s</summary>\n\n", n, what);
	cut_head(&m->cut, m->o);
}

static void
fold_close(struct md *m)
{
	recout_str(m->o, "</details>\n\n");
	cut_tail(&m->cut, m->o);
}

static int
by_weight(const void *a, const void *b)
{
	const struct row *x = *(const struct row *const *)a;
	const struct row *y = *(const struct row *const *)b;

	return x->weight > y->weight ? -1 : x->weight < y->weight;
}

/* The rows that changed, what matters most first. */
static void
changes(struct md *m, size_t from, size_t end)
{
	const struct row **r = mem_zalloc(end - from, sizeof(*r));
	size_t n = 0;

	for (size_t i = from; i < end; i++)
		if (passes(&m->s->row[i], FILTER_CHANGED))
			r[n++] = &m->s->row[i];
	qsort(r, n, sizeof(*r), by_weight);
	if (n > 0)
		md_table_open(m, MD_KEYS_AND_METRIC, SLICE(""));
	for (size_t i = 0; i < n; i++)
		md_table_row(m, MD_KEYS_AND_METRIC, r[i]);
	if (n > 0)
		md_table_close(m);
	free(r);
}

static void
compared(struct md *m, size_t from, size_t end)
{
	size_t n;

	changes(m, from, end);
	n = count(m, from, end, FILTER_NEW_OR_GONE);
	if (n > 0) {
		fold_open(m, n, "new or gone");
		by_keys(m, from, end, FILTER_NEW_OR_GONE);
		fold_close(m);
	}
	n = count(m, from, end, FILTER_SAME);
	if (n > 0) {
		fold_open(m, n, "unchanged");
		tables(m, from, end, "####", FILTER_SAME);
		fold_close(m);
	}
}

static void
put_runs(struct md *m, size_t from, size_t end)
{
	unsigned long long runs = 0, base = 0;

	for (size_t i = from; i < end; i++) {
		const struct row *r = &m->s->row[i];

		runs = r->runs > runs ? r->runs : runs;
		base = r->base_runs > base ? r->base_runs : base;
	}
	if (m->s->compares && runs > 0 && base > 0 && (runs > 1 || base > 1))
		recout_printf(m->o, "Medians: %llu run%s against %llu.\n\n",
		    runs, runs == 1 ? "" : "s", base);
	else if (runs > 1)
		recout_printf(m->o, "Medians of %llu runs.\n\n", runs);
}

static void
put_verdict(struct md *m, const struct counts *c)
{
	bool worse = c->shown[VERDICT_WORSE] > 0;
	bool better = c->shown[VERDICT_BETTER] > 0;

	recout_str(m->o, worse ? "🔴 **" : better ? "🟢 **" : "**");
	counts_put(m->o, c);
	recout_str(m->o, "**");
	if (c->hidden > 0)
		recout_printf(m->o, "; %zu change%s in metrics that are not "
		    "shown (`--all-metrics`)", c->hidden,
		    c->hidden == 1 ? "" : "s");
	recout_str(m->o, "\n\n");
}

static void
put_heading(struct md *m, size_t from, size_t end, enum verdict whole)
{
	struct slice name = m->s->benches.key[m->s->row[from].bench].bytes;
	struct counts c = { 0 };

	recout_str(m->o, "## ");
	if (name.n > 0)
		escape_md(m->o, name);
	else
		recout_str(m->o, "(no name)");
	recout_str(m->o, "\n\n");
	put_runs(m, from, end);
	if (whole == VERDICT_NEW) {
		recout_str(m->o, "New benchmark: the baseline has none of "
		    "this name.\n\n");
	} else if (whole == VERDICT_GONE) {
		recout_str(m->o, "Gone: only the baseline has this "
		    "benchmark.\n\n");
	} else if (m->s->compares && m->s->benches.n > 1) {
		counts_add(&c, m->s, from, end);
		put_verdict(m, &c);
	}
	cut_head(&m->cut, m->o);
}

static void
bench(struct md *m, size_t from, size_t end)
{
	enum verdict whole = counts_whole(m->s, from, end);

	put_heading(m, from, end, whole);
	md_times(m, from, end);
	if (m->s->compares && whole == VERDICT_NONE)
		compared(m, from, end);
	else if (whole != VERDICT_GONE)
		tables(m, from, end, "###", FILTER_ALL);
	if (count(m, from, end, FILTER_ALL) == 0) {
		recout_printf(m->o, "None of its %zu metrics is one of the "
		    "report's; `--all-metrics` shows them.\n\n", end - from);
		cut_row(&m->cut, m->o, m->s->row[from].weight);
	}
	cut_tail(&m->cut, m->o);
}

static void
report(struct md *m)
{
	struct counts c = { 0 };
	size_t end;

	for (size_t i = 0; i < m->s->n; i = end) {
		end = sheet_bench_end(m->s, i);
		counts_add(&c, m->s, i, end);
	}
	if (m->s->n == 0)
		recout_str(m->o, "No statistics: the input has a header and "
		    "no record.\n");
	else if (m->s->compares)
		put_verdict(m, &c);
	cut_text(&m->cut, m->o);
	for (size_t i = 0; i < m->s->n; i = end) {
		end = sheet_bench_end(m->s, i);
		bench(m, i, end);
	}
}

void
render_md(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct md m = { .s = &s, .o = o };

	sheet_read(&s, in);
	select_rows(&s, opts);
	importance_weigh(&s);
	for (size_t i = 0; i < s.n; i++) {
		m.spread = m.spread || s.row[i].spread.known;
		m.p = m.p || s.row[i].p.known;
	}
	if (opts->compat)
		md_compat(&m);
	else
		report(&m);
	cut_fit(&m.cut, o, opts->max_bytes);
	sheet_free(&s);
}
