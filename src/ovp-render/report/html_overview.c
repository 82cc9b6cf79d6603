/* SPDX-License-Identifier: MIT */
/* All benches of a page of HTML at a glance. */
#include <stdlib.h>

#include "base/mem.h"
#include "html_bars.h"
#include "html_table.h"
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
	recout_printf(h->o, "<td class=\"outcomes %s\">", verdict_word[report_worst(&c)]);
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
}

static void
line(struct report *h, size_t from, size_t end, const struct row **cell,
    double longest)
{
	size_t bench = h->s->row[from].bench;

	totals(h->s, from, end, cell);
	recout_printf(h->o, "<tr><th scope=\"row\"><div class=\"line\"><a "
	    "href=\"#b%zu\">", bench);
	html_bench(h, bench);
	recout_str(h->o, "</a>");
	html_bars_line(h, cell, longest);
	if (h->s->compares)
		outcome(h, from, end);
	recout_str(h->o, "</tr>\n");
}

static double
find_longest(const struct sheet *s, const struct row **cell)
{
	double longest = 0;
	size_t end;

	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		totals(s, i, end, cell);
		longest = html_bars_longest(longest, cell[0]);
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
	html_bars_key(h);
	html_table_open(h);
	recout_str(h->o, "All benchmarks");
	html_table_head(h);
	html_bars_titles(h, SLICE("benchmark"));
	if (h->s->compares)
		html_title(h, SLICE("verdict"));
	html_table_body(h);
	for (size_t i = 0; i < h->s->n; i = end) {
		end = sheet_bench_end(h->s, i);
		line(h, i, end, cell, longest);
	}
	html_table_close(h);
	recout_str(h->o, "</section>\n");
	free(cell);
}
