/* SPDX-License-Identifier: MIT */
/* All benches at a glance. */
#include <stdlib.h>

#include "bars.h"
#include "base/mem.h"
#include "ovp-render/sheet/times.h"
#include "summary.h"

/* Points cell[i] at the bench's total of times[i], or at NULL. */
static void
totals(const struct sheet *s, size_t from, size_t end, const struct row **cell)
{
	for (size_t i = 0; i < s->ntimes; i++)
		cell[i] = NULL;
	for (size_t i = from; i < end; i++)
		if (s->row[i].time > 0 && times_is_total(&s->row[i]))
			cell[s->row[i].time - 1] = &s->row[i];
}

/* `31 worse, 23 better', or `same' ... */
static void
outcome(struct report *r, size_t from, size_t end)
{
	static const enum verdict change[] = {
		VERDICT_WORSE,
		VERDICT_BETTER,
		VERDICT_CHANGED,
	};
	enum verdict whole = counts_whole(r->s, from, end);
	struct counts c = { 0 };
	const char *between = "";

	counts_add(&c, r->s, from, end);
	doc_open(&r->doc, (struct doc_cell){ .show = DOC_BARE });
	recout_printf(r->o, "<td class=\"outcomes %s\">",
	    verdict_word[report_worst(&c)]);
	for (size_t i = 0; i < 3; i++) {
		if (c.shown[change[i]] == 0)
			continue;
		recout_printf(r->o, "%s%zu %s", between, c.shown[change[i]],
		    verdict_word[change[i]]);
		between = ", ";
	}
	if (*between == '\0')
		recout_str(r->o,
		    verdict_word[whole != VERDICT_NONE ? whole : VERDICT_SAME]);
	recout_str(r->o, "</td>");
	doc_close(&r->doc);
}

static void
line(struct report *r, size_t from, size_t end, const struct row **cell,
    double longest)
{
	size_t bench = r->s->row[from].bench;

	totals(r->s, from, end, cell);
	doc_row(&r->doc, (struct doc_row){ .weight = 0 });
	doc_open(&r->doc, (struct doc_cell){ .show = DOC_BARE });
	bars_open(r);
	recout_printf(r->o, "<a href=\"#b%zu\">", bench);
	doc_bench_name(&r->doc, r->s->benches.key[bench].bytes);
	recout_str(r->o, "</a>");
	bars_close(r, r->s->ntimes > 0 ? cell[0] : NULL, longest);
	doc_close(&r->doc);
	report_times_cells(r, cell);
	if (r->s->compares)
		outcome(r, from, end);
}

static double
find_longest(const struct sheet *s, const struct row **cell)
{
	double longest = 0;
	size_t end;

	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		totals(s, i, end, cell);
		longest = bars_longest(longest, cell[0]);
	}
	return longest;
}

static void
page(struct report *r)
{
	const struct row **cell = mem_zalloc(r->s->ntimes + 1, sizeof(*cell));
	double longest = find_longest(r->s, cell);
	size_t end;

	recout_str(r->o, "<section id=\"overview\">\n<h2>Overview</h2>\n");
	bars_key(r);
	doc_table(&r->doc);
	recout_str(r->o, "All benchmarks");
	doc_column(&r->doc, "benchmark", DOC_WORDS, DOC_ALL);
	report_times_columns(r);
	if (r->s->compares)
		doc_column(&r->doc, "verdict", DOC_WORDS, DOC_ALL);
	for (size_t i = 0; i < r->s->n; i = end) {
		end = sheet_bench_end(r->s, i);
		line(r, i, end, cell, longest);
	}
	doc_table_end(&r->doc);
	doc_section_end(&r->doc);
	free(cell);
}

void
report_overview(struct report *r)
{
	if (r->s->benches.n < 2)
		return;
	if (doc_medium(&r->doc) == DOC_HTML)
		page(r);
	else if (doc_medium(&r->doc) == DOC_MD && r->s->ntimes > 0)
		summary_table(r);
}
