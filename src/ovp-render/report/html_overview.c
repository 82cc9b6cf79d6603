/* SPDX-License-Identifier: MIT */
/* All benches of a page of HTML at a glance. */
#include <stdlib.h>

#include "base/mem.h"
#include "bars.h"
#include "html.h"
#include "ovp-render/sheet/times.h"

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
outcome(struct report *h, size_t from, size_t end)
{
	static const enum verdict change[] = {
		VERDICT_WORSE, VERDICT_BETTER, VERDICT_CHANGED,
	};
	enum verdict whole = counts_whole(h->s, from, end);
	struct counts c = { 0 };
	const char *between = "";

	counts_add(&c, h->s, from, end);
	doc_open(&h->doc, (struct doc_cell){ .show = DOC_BARE });
	recout_printf(h->o, "<td class=\"outcomes %s\">",
	    verdict_word[report_worst(&c)]);
	for (size_t i = 0; i < 3; i++) {
		if (c.shown[change[i]] == 0)
			continue;
		recout_printf(h->o, "%s%zu %s", between, c.shown[change[i]],
		    verdict_word[change[i]]);
		between = ", ";
	}
	if (*between == '\0')
		recout_str(h->o, verdict_word[whole != VERDICT_NONE ? whole :
		    VERDICT_SAME]);
	recout_str(h->o, "</td>");
	doc_close(&h->doc);
}

static void
line(struct report *h, size_t from, size_t end, const struct row **cell,
    double longest)
{
	size_t bench = h->s->row[from].bench;

	totals(h->s, from, end, cell);
	doc_row(&h->doc, (struct doc_row){ .weight = 0 });
	doc_open(&h->doc, (struct doc_cell){ .show = DOC_BARE });
	bars_open(h);
	recout_printf(h->o, "<a href=\"#b%zu\">", bench);
	doc_bench_name(&h->doc, h->s->benches.key[bench].bytes);
	recout_str(h->o, "</a>");
	bars_close(h, h->s->ntimes > 0 ? cell[0] : NULL, longest);
	doc_close(&h->doc);
	report_times_cells(h, cell);
	if (h->s->compares)
		outcome(h, from, end);
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

void
html_overview(struct report *h)
{
	const struct row **cell = mem_zalloc(h->s->ntimes + 1, sizeof(*cell));
	double longest = find_longest(h->s, cell);
	size_t end;

	recout_str(h->o, "<section id=\"overview\">\n<h2>Overview</h2>\n");
	bars_key(h);
	doc_table(&h->doc);
	recout_str(h->o, "All benchmarks");
	doc_column(&h->doc, "benchmark", DOC_WORDS, DOC_ALL);
	report_times_columns(h);
	if (h->s->compares)
		doc_column(&h->doc, "verdict", DOC_WORDS, DOC_ALL);
	for (size_t i = 0; i < h->s->n; i = end) {
		end = sheet_bench_end(h->s, i);
		line(h, i, end, cell, longest);
	}
	doc_table_end(&h->doc);
	doc_section_end(&h->doc);
	free(cell);
}
