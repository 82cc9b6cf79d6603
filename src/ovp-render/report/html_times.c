/* SPDX-License-Identifier: MIT */
/* The proof times of a bench in a page of HTML. */
#include <stdlib.h>

#include "base/mem.h"
#include "html_bars.h"
#include "html_table.h"
#include "ovp-render/sheet/times.h"

static bool
is_total(const struct row *r)
{
	return r->time > 0 && times_is_total(r);
}

/* A figure for each total: what it is, what became of it. */
static void
totals(struct report *h, size_t from, size_t end)
{
	recout_str(h->o, "<dl>\n");
	for (size_t i = from; i < end; i++) {
		const struct row *r = &h->s->row[i];

		if (!is_total(r))
			continue;
		recout_str(h->o, "<div><dt>total, ");
		html_bars_name(h, r->metric);
		recout_str(h->o, "</dt><dd>");
		html_bars_time(h, r, " s");
		recout_str(h->o, "</dd></div>\n");
	}
	recout_str(h->o, "</dl>\n");
}

static double
longest(const struct sheet *s, size_t from, size_t end)
{
	double most = 0;

	for (size_t i = from; i < end; i++)
		if (s->row[i].time == 1 && !is_total(&s->row[i]))
			most = html_bars_longest(most, &s->row[i]);
	return most;
}

static void
head(struct report *h, size_t bench)
{
	html_bars_key(h);
	html_table_open(h);
	html_bench(h, bench);
	recout_str(h->o, ", proof time");
	html_table_head(h);
	html_bars_titles(h, SLICE("group"));
	html_table_body(h);
}

static void
line(struct report *h, const struct row *const *times, const struct row *any,
    double most)
{
	html_row_open(h, any->verdict);
	recout_str(h->o, "<th scope=\"row\"><div class=\"line\"><span>");
	html_key(h, any, 0);
	recout_str(h->o, times_remark(any));
	recout_str(h->o, "</span>");
	html_bars_line(h, times, most);
	recout_str(h->o, "</tr>\n");
}

static void
groups(struct report *h, size_t from, size_t end)
{
	const struct row **times = mem_zalloc(h->s->ntimes, sizeof(*times));
	double most = longest(h->s, from, end);
	size_t bench = h->s->row[from].bench;
	const struct row *any;
	bool open = false;

	while ((any = times_next(h->s, &from, end, times)) != NULL) {
		if (is_total(any))
			continue;
		if (!open)
			head(h, bench);
		open = true;
		line(h, times, any, most);
	}
	if (open)
		html_table_close(h);
	free(times);
}

void
html_times(struct report *h, size_t from, size_t end)
{
	size_t n = 0, ntotals = 0;

	for (size_t i = from; i < end; i++) {
		n += h->s->row[i].time > 0;
		ntotals += is_total(&h->s->row[i]);
	}
	if (n == 0)
		return;
	recout_str(h->o, "<section>\n<h3>Proof time</h3>\n");
	if (ntotals > 0)
		totals(h, from, end);
	groups(h, from, end);
	recout_str(h->o, "</section>\n");
}
