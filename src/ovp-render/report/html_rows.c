/* SPDX-License-Identifier: MIT */
/* The metrics of a bench as tables of HTML. */
#include <stdlib.h>

#include "air_table.h"
#include "html_table.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/statistic.h"

/* Proof times have a table of their own. */
static bool
is_shown(const struct row *r)
{
	return r->place != ROW_HIDDEN && r->time == 0;
}

static void
heading(struct report *h, const char *words)
{
	recout_printf(h->o, "<section>\n<h3>%s</h3>\n", words);
}

static void
caption(struct report *h, const struct row *r, const char *words)
{
	html_table_open(h);
	html_bench(h, r->bench);
	recout_printf(h->o, ", %s", words);
}

static void
metric(struct report *h, const struct row *r)
{
	recout_str(h->o, "<th scope=\"row\"><code>");
	html_name(h, r->metric);
	recout_str(h->o, "</code></th>");
}

static void
key_titles(struct report *h)
{
	for (size_t i = 0; i < h->s->nkeys; i++)
		html_title(h, h->s->key[i]);
}

static void
keys(struct report *h, const struct row *r)
{
	for (size_t i = 0; i < h->s->nkeys; i++) {
		recout_str(h->o, "<td class=\"of\">");
		html_key(h, r, i);
		recout_str(h->o, "</td>");
	}
}

static void
change_row(struct report *h, const struct row *r)
{
	enum statistic stat = statistic_judged(h->s, r);

	html_row_open(h, r->verdict);
	metric(h, r);
	keys(h, r);
	html_verdict_cells(h, r, stat);
	if (h->s->interval)
		html_interval(h, r);
	html_value(h, &r->base[stat]);
	html_value(h, &r->now[stat]);
	recout_str(h->o, "<td class=\"n\">");
	if (r->now[stat].known && r->base[stat].known)
		put_difference(h->o, r->now[stat].n, r->base[stat].n);
	recout_str(h->o, "</td>");
	html_text(h, h->s->stat[stat]);
	if (h->s->p)
		html_chance(h, &r->p);
	recout_str(h->o, "</tr>\n");
}

static void
changes(struct report *h, const struct row *const *r, size_t n,
    const char *title, const char *words)
{
	if (n == 0)
		return;
	heading(h, title);
	caption(h, r[0], words);
	html_table_head(h);
	html_title(h, SLICE("metric"));
	key_titles(h);
	html_title(h, SLICE("verdict"));
	html_title_of_numbers(h, SLICE("change"));
	if (h->s->interval)
		html_title_of_numbers(h, SLICE("interval"));
	html_title_of_numbers(h, SLICE("baseline"));
	html_title_of_numbers(h, SLICE("now"));
	html_title_of_numbers(h, SLICE("difference"));
	html_title(h, SLICE("statistic"));
	if (h->s->p)
		html_title_of_numbers(h, SLICE("p"));
	html_table_body(h);
	for (size_t i = 0; i < n; i++)
		change_row(h, r[i]);
	html_table_close(h);
	recout_str(h->o, "</section>\n");
}

void
html_changes(struct report *h, size_t from, size_t end)
{
	size_t n, settings;
	const struct row **r = importance_changes(h->s, from, end, &n,
	    &settings);

	changes(h, r, settings, "What changed", "what changed");
	changes(h, r + settings, n - settings, "Settings and estimates",
	    "settings and estimates, neither better nor worse");
	free(r);
}

void
html_changed_airs(struct report *h, size_t bench)
{
	struct tabular t = { .format = TABULAR_HTML, .o = h->o,
	    .tables = &h->doc.tables, .caption = "AIRs that changed",
	    .of = h->s->benches.key[bench].bytes };
	size_t at, end = air_changes_find(&h->airs, bench, &at);

	if (at == end)
		return;
	heading(h, "AIRs that changed");
	air_table_put(&t, &h->airs, at, end, SIZE_MAX, 0);
	recout_str(h->o, "</section>\n");
}

/* What stands in a table of metrics beside their numbers. */
struct columns {
	bool	keys, phase;
};

static void
titles(struct report *h, const struct columns *c)
{
	const struct sheet *s = h->s;

	html_title(h, SLICE("metric"));
	if (c->keys)
		key_titles(h);
	if (c->phase)
		html_title(h, SLICE("phase"));
	if (s->compares) {
		html_title(h, SLICE("verdict"));
		html_title_of_numbers(h, SLICE("change"));
	}
	for (size_t i = 0; i < statistic_columns(s); i++)
		html_title_of_numbers(h, s->stat[statistic_column(i)]);
	if (h->s->spread)
		html_title_of_numbers(h, SLICE("spread"));
	if (h->s->p)
		html_title_of_numbers(h, SLICE("p"));
}

static void
statistics(struct report *h, const struct row *r, enum statistic judged)
{
	for (size_t i = 0; i < statistic_columns(h->s); i++) {
		enum statistic stat = statistic_column(i);

		if (statistic_shows(h->s, r, stat))
			html_cell(h, r, stat, stat == judged);
		else
			recout_str(h->o, "<td class=\"n\">-</td>");
	}
}

static void
row(struct report *h, const struct columns *c, const struct row *r)
{
	enum statistic judged = statistic_judged(h->s, r);

	html_row_open(h, r->verdict);
	metric(h, r);
	if (c->keys)
		keys(h, r);
	if (c->phase)
		html_text(h, r->phase);
	if (h->s->compares)
		html_verdict_cells(h, r, judged);
	statistics(h, r, judged);
	if (h->s->spread && r->spread.known) {
		recout_str(h->o, "<td class=\"n\">±");
		put_value(h->o, r->spread.n);
		recout_str(h->o, "%</td>");
	} else if (h->s->spread) {
		recout_str(h->o, "<td class=\"n\">-</td>");
	}
	if (h->s->p)
		html_chance(h, &r->p);
	recout_str(h->o, "</tr>\n");
}

/* The rows of one group, or of a bench with other keys. */
static void
table(struct report *h, size_t from, size_t end)
{
	const struct row *first = &h->s->row[from];
	struct columns c = { .keys = !h->s->by_group };
	size_t n = 0;

	for (size_t i = from; i < end; i++) {
		n += is_shown(&h->s->row[i]);
		c.phase = c.phase || (is_shown(&h->s->row[i]) &&
		    h->s->row[i].phase.n > 0);
	}
	if (n == 0)
		return;
	recout_str(h->o, "<section>\n<h3>");
	if (c.keys)
		recout_str(h->o, "Metrics");
	else
		html_key(h, first, 0);
	recout_str(h->o, "</h3>\n");
	caption(h, first, c.keys ? "metrics" : "");
	if (!c.keys)
		html_key(h, first, 0);
	html_table_head(h);
	titles(h, &c);
	html_table_body(h);
	for (size_t i = from; i < end; i++)
		if (is_shown(&h->s->row[i]))
			row(h, &c, &h->s->row[i]);
	html_table_close(h);
	recout_str(h->o, "</section>\n");
}

void
html_metrics(struct report *h, size_t from, size_t end)
{
	size_t none = select_none(h->s, from, end), to;

	if (none > 0)
		recout_printf(h->o, "<p>None of its %zu metrics is one of "
		    "those asked for.</p>\n", none);
	for (; from < end; from = to) {
		to = h->s->by_group ? sheet_group_end(h->s, from, end) : end;
		table(h, from, to);
	}
}
