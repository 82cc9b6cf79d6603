/* SPDX-License-Identifier: MIT */
/* What changed in a bench as a GitHub table. */
#include <stdlib.h>

#include "air_table.h"
#include "md.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/statistic.h"

static void
head(struct report *m)
{
	recout_char(m->o, '|');
	for (size_t i = 0; i < m->s->nkeys; i++) {
		recout_char(m->o, ' ');
		escape_md(m->o, m->s->key[i]);
		recout_str(m->o, " |");
	}
	recout_str(m->o, " metric | statistic | baseline | now | change |");
	recout_str(m->o, m->s->interval ? " interval |" : "");
	recout_str(m->o, m->s->p ? " p |\n|" : "\n|");
	for (size_t i = 0; i < m->s->nkeys + 2; i++)
		recout_str(m->o, " :-- |");
	recout_str(m->o, " --: | --: | :-- |");
	recout_str(m->o, m->s->interval ? " :-- |" : "");
	recout_str(m->o, m->s->p ? " --: |\n" : "\n");
	cut_head(&m->doc.cut, m->o);
}

static void
put_or_dash(struct recout *o, const struct value *v)
{
	if (v->known)
		put_value(o, v->n);
	else
		recout_char(o, '-');
}

static void
interval(struct recout *o, const struct row *r)
{
	recout_char(o, ' ');
	if (r->low.known && r->high.known)
		put_interval(o, r->low.n.real, r->high.n.real);
	else
		recout_char(o, '-');
	recout_str(o, " |");
}

static void
row(struct report *m, const struct row *r)
{
	enum statistic stat = statistic_judged(m->s, r);
	const struct value *now = &r->now[stat], *base = &r->base[stat];

	recout_char(m->o, '|');
	for (size_t i = 0; i < m->s->nkeys; i++) {
		recout_char(m->o, ' ');
		md_key(m, r, i);
		recout_str(m->o, " |");
	}
	recout_char(m->o, ' ');
	escape_md_code(m->o, r->metric, 0);
	recout_printf(m->o, " | %.*s | ", SLICE_ARG(m->s->stat[stat]));
	put_or_dash(m->o, base);
	recout_str(m->o, " | ");
	put_or_dash(m->o, now);
	recout_str(m->o, " |");
	if (now->known && base->known)
		md_change(m, r, now->n, base->n, true);
	recout_str(m->o, " |");
	if (m->s->interval)
		interval(m->o, r);
	if (m->s->p)
		md_chance(m, &r->p);
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, report_weight(m, r));
}

/* What stands before it goes with it. */
static void
table(struct report *m, const struct row *const *r, size_t n)
{
	if (n == 0)
		return;
	head(m);
	for (size_t i = 0; i < n; i++)
		row(m, r[i]);
	md_table_close(m);
}

void
md_changes(struct report *m, size_t from, size_t end)
{
	size_t n, settings;
	const struct row **r = importance_changes(m->s, from, end, &n,
	    &settings);

	table(m, r, settings);
	if (settings < n)
		recout_str(m->o, "Settings and estimates, neither better nor "
		    "worse:\n\n");
	table(m, r + settings, n - settings);
	free(r);
}

void
md_airs(struct report *m, size_t bench)
{
	struct tabular t = { .format = TABULAR_MD, .o = m->o, .cut = &m->doc.cut };
	size_t at, end = air_changes_find(&m->airs, bench, &at);

	if (at == end)
		return;
	recout_printf(m->o, "<details><summary>%zu AIR%s changed</summary>"
	    "\n\n", end - at, end - at == 1 ? "" : "s");
	cut_head(&m->doc.cut, m->o);
	/* Less than any metric that changed, more than what did not. */
	air_table_put(&t, &m->airs, at, end, SIZE_MAX, 0);
	recout_str(m->o, "\n</details>\n\n");
	cut_tail(&m->doc.cut, m->o);
}
