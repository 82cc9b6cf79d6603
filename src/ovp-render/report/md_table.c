/* SPDX-License-Identifier: MIT */
/* Rows of a sheet as GitHub tables. */
#include "md_table.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/statistic.h"

void
md_key(struct report *m, const struct row *r, size_t key)
{
	if (r->key[key].n > 0) {
		escape_md(m->o, r->key[key]);
		return;
	}
	recout_str(m->o, "(no ");
	escape_md(m->o, m->s->key[key]);
	recout_char(m->o, ')');
}

void
md_table_open(struct report *m, enum md_columns kind, struct slice phase)
{
	struct recout *o = m->o;
	size_t texts = 1, numbers = statistic_columns(m->s) + m->s->spread + m->s->p;

	recout_char(o, '|');
	for (size_t i = 0; kind == MD_KEYS_AND_METRIC && i < m->s->nkeys; i++) {
		recout_char(o, ' ');
		escape_md(o, m->s->key[i]);
		recout_str(o, " |");
		texts++;
	}
	recout_str(o, " metric");
	if (phase.n > 0) {
		recout_str(o, " (phase ");
		escape_md(o, phase);
		recout_char(o, ')');
	}
	recout_str(o, " |");
	for (size_t i = 0; i < statistic_columns(m->s); i++)
		recout_printf(o, " %.*s |",
		    SLICE_ARG(m->s->stat[statistic_column(i)]));
	recout_str(o, m->s->spread ? " spread |" : "");
	recout_str(o, m->s->p ? " p |" : "");
	recout_str(o, "\n|");
	while (texts-- > 0)
		recout_str(o, " :-- |");
	while (numbers-- > 0)
		recout_str(o, " --: |");
	recout_char(o, '\n');
	cut_head(&m->doc.cut, o);
}

double
report_weight(const struct report *m, const struct row *r)
{
	return m->folded ? r->weight - (double)m->s->n : r->weight;
}

void
md_table_close(struct report *m)
{
	recout_char(m->o, '\n');
	cut_tail(&m->doc.cut, m->o);
}

void
md_change(struct report *m, const struct row *r, struct number now,
    struct number base, bool judged)
{
	static const char *const mark[VERDICTS] = {
		[VERDICT_WORSE] = " 🔴", [VERDICT_BETTER] = " 🟢",
		[VERDICT_CHANGED] = " 🔵",
	};
	bool marked = judged && mark[r->verdict] != NULL;

	if (!differs_at_all(now, base) || !(marked || differs(now, base)))
		return;
	recout_printf(m->o, "%s (", marked ? mark[r->verdict] : "");
	put_difference(m->o, now, base);
	if (base.real != 0) {
		recout_str(m->o, ", ");
		put_percent(m->o, now, base);
	}
	recout_char(m->o, ')');
	/* Circles that differ by hue alone tell some nothing. */
	if (marked)
		recout_printf(m->o, " %s", verdict_word[r->verdict]);
}

void
md_cell(struct report *m, const struct row *r, enum statistic stat, bool judged,
    void (*put)(struct recout *, struct number))
{
	const struct value *now = &r->now[stat];
	const struct value *base = r->base != NULL ? &r->base[stat] : NULL;
	bool had = base != NULL && base->known;

	if (!now->known && !had) {
		recout_char(m->o, '-');
	} else if (!now->known) {
		recout_str(m->o, judged ? "gone, was " : "was ");
		put(m->o, base->n);
	} else {
		put(m->o, now->n);
		if (had)
			md_change(m, r, now->n, base->n, judged);
		else if (judged && r->verdict == VERDICT_NEW)
			recout_str(m->o, " new");
	}
}

static void
put_statistics(struct report *m, const struct row *r)
{
	enum statistic judged = statistic_judged(m->s, r);

	for (size_t i = 0; i < statistic_columns(m->s); i++) {
		enum statistic stat = statistic_column(i);

		recout_char(m->o, ' ');
		if (statistic_shows(m->s, r, stat))
			md_cell(m, r, stat, stat == judged, put_value);
		else
			recout_char(m->o, '-');
		recout_str(m->o, " |");
	}
}

static void
put_spread(struct report *m, const struct value *v)
{
	if (!v->known) {
		recout_str(m->o, " - |");
		return;
	}
	recout_str(m->o, " ±");
	put_value(m->o, v->n);
	recout_str(m->o, "% |");
}

void
md_chance(struct report *m, const struct value *p)
{
	recout_char(m->o, ' ');
	if (p->known)
		put_chance(m->o, p->n);
	else
		recout_char(m->o, '-');
	recout_str(m->o, " |");
}

void
md_table_row(struct report *m, enum md_columns kind, const struct row *r)
{
	struct recout *o = m->o;

	recout_char(o, '|');
	for (size_t i = 0; kind == MD_KEYS_AND_METRIC && i < m->s->nkeys; i++) {
		recout_char(o, ' ');
		md_key(m, r, i);
		recout_str(o, " |");
	}
	recout_char(o, ' ');
	escape_md_code(o, r->metric, 0);
	recout_str(o, " |");
	put_statistics(m, r);
	if (m->s->spread)
		put_spread(m, &r->spread);
	if (m->s->p)
		md_chance(m, &r->p);
	recout_char(o, '\n');
	cut_row(&m->doc.cut, o, report_weight(m, r));
}
