/* SPDX-License-Identifier: MIT */
/* Tables of HTML, cell by cell. */

#include "base/buf.h"
#include "html_table.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"

void
html_table_open(struct report *h)
{
	recout_printf(h->o, "<div class=\"scroll\" role=\"region\" "
	    "aria-labelledby=\"t%zu\" tabindex=\"0\">\n<table>\n"
	    "<caption id=\"t%zu\">", h->doc.tables, h->doc.tables);
	h->doc.tables++;
}

void
html_table_head(struct report *h)
{
	recout_str(h->o, "</caption>\n<thead>\n<tr>");
}

void
html_table_body(struct report *h)
{
	recout_str(h->o, "</tr>\n</thead>\n<tbody>\n");
}

void
html_table_close(struct report *h)
{
	recout_str(h->o, "</tbody>\n</table>\n</div>\n");
}

void
html_title(struct report *h, struct slice name)
{
	recout_str(h->o, "<th scope=\"col\">");
	escape_xml(h->o, name);
	recout_str(h->o, "</th>");
}

void
html_title_of_numbers(struct report *h, struct slice name)
{
	recout_str(h->o, "<th scope=\"col\" class=\"n\">");
	escape_xml(h->o, name);
	recout_str(h->o, "</th>");
}

void
html_name(struct report *h, struct slice field)
{
	for (size_t i = 0, from = 0; i < field.n; i++) {
		bool last = i + 1 == field.n;

		if (!last && field.at[i] != '_' && field.at[i] != '.')
			continue;
		escape_xml(h->o, (struct slice){ field.at + from,
		    i + 1 - from });
		if (!last)
			recout_str(h->o, "<wbr>");
		from = i + 1;
	}
}

void
html_bench(struct report *h, size_t bench)
{
	struct slice name = h->s->benches.key[bench].bytes;

	if (name.n > 0)
		escape_xml(h->o, name);
	else
		recout_str(h->o, "(no name)");
}

void
html_key(struct report *h, const struct row *r, size_t key)
{
	if (r->key[key].n > 0) {
		html_name(h, r->key[key]);
		return;
	}
	recout_str(h->o, "(no ");
	escape_xml(h->o, h->s->key[key]);
	recout_char(h->o, ')');
}

void
html_row_open(struct report *h, enum verdict v)
{
	if (v == VERDICT_NONE || v == VERDICT_SAME)
		recout_str(h->o, "<tr>");
	else
		recout_printf(h->o, "<tr class=\"%s\">", verdict_word[v]);
}

void
html_text(struct report *h, struct slice text)
{
	recout_str(h->o, "<td>");
	escape_xml(h->o, text);
	recout_str(h->o, "</td>");
}

void
html_value(struct report *h, const struct value *v)
{
	recout_str(h->o, "<td class=\"n\">");
	if (v->known)
		put_value(h->o, v->n);
	else
		recout_char(h->o, '-');
	recout_str(h->o, "</td>");
}

static bool
has_changed(const struct row *r, enum statistic stat, bool judged)
{
	const struct value *now = &r->now[stat];
	const struct value *base = r->base != NULL ? &r->base[stat] : NULL;

	return base != NULL && base->known && now->known &&
	    differs_at_all(now->n, base->n) &&
	    ((judged && verdict_is_change(r->verdict)) ||
	    differs(now->n, base->n));
}

void
html_change(struct report *h, const struct row *r, enum statistic stat,
    bool judged)
{
	if (!has_changed(r, stat, judged))
		return;
	put_difference(h->o, r->now[stat].n, r->base[stat].n);
	if (r->base[stat].n.real != 0) {
		recout_str(h->o, ", ");
		put_percent(h->o, r->now[stat].n, r->base[stat].n);
	}
}

void
html_cell(struct report *h, const struct row *r, enum statistic stat,
    bool judged)
{
	const struct value *now = &r->now[stat];
	const struct value *base = r->base != NULL ? &r->base[stat] : NULL;

	if (judged && r->verdict != VERDICT_NONE)
		recout_printf(h->o, "<td class=\"n %s\">",
		    verdict_word[r->verdict]);
	else
		recout_str(h->o, "<td class=\"n\">");
	if (now->known)
		put_value(h->o, now->n);
	else
		recout_char(h->o, '-');
	if (has_changed(r, stat, judged)) {
		recout_str(h->o, "<small>");
		html_change(h, r, stat, judged);
		recout_str(h->o, "</small>");
	} else if (!now->known && base != NULL && base->known) {
		recout_str(h->o, judged ? "<small>gone, was " :
		    "<small>was ");
		put_value(h->o, base->n);
		recout_str(h->o, "</small>");
	} else if (judged && r->verdict == VERDICT_NEW) {
		recout_str(h->o, "<small>new</small>");
	}
	recout_str(h->o, "</td>");
}

void
html_verdict_cells(struct report *h, const struct row *r, enum statistic stat)
{
	/* What sorting by verdict goes by. */
	static const int gravity[VERDICTS] = {
		[VERDICT_WORSE] = 5, [VERDICT_CHANGED] = 4,
		[VERDICT_BETTER] = 3, [VERDICT_NEW] = 2, [VERDICT_GONE] = 1,
	};
	const struct value *now = &r->now[stat], *base = &r->base[stat];

	recout_printf(h->o, "<td class=\"verdict\" data-sort=\"%d\"><span>%s"
	    "</span></td><td class=\"n\">", gravity[r->verdict],
	    verdict_word[r->verdict]);
	if (now->known && base->known && base->n.real != 0 &&
	    differs_at_all(now->n, base->n))
		put_percent(h->o, now->n, base->n);
	else
		recout_char(h->o, '-');
	recout_str(h->o, "</td>");
}

void
html_chance(struct report *h, const struct value *p)
{
	struct buf text = { 0 };
	size_t from;

	recout_str(h->o, "<td class=\"n\">");
	from = h->o->n;
	if (p->known)
		put_chance(h->o, p->n);
	else
		recout_char(h->o, '-');
	/* It may be `<0.001'. */
	buf_add(&text, h->o->at + from, h->o->n - from);
	h->o->n = from;
	escape_xml(h->o, buf_bytes(&text));
	buf_free(&text);
	recout_str(h->o, "</td>");
}

void
html_interval(struct report *h, const struct row *r)
{
	recout_str(h->o, "<td class=\"n interval\">");
	if (r->low.known && r->high.known)
		put_interval(h->o, r->low.n.real, r->high.n.real);
	else
		recout_char(h->o, '-');
	recout_str(h->o, "</td>");
}
