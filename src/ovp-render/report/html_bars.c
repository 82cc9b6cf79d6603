/* SPDX-License-Identifier: MIT */
/* Proof times as bars with numbers beside them. */
#include <math.h>

#include "html_bars.h"
#include "html_table.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/times.h"
#include "spark.h"

void
html_bars_name(struct report *h, struct slice metric)
{
	times_put_title(h->o, metric, escape_xml);
}

void
html_bars_key(struct report *h)
{
	if (h->s->ntimes == 0)
		return;
	recout_str(h->o, "<p class=\"key\">");
	if (h->s->compares)
		recout_str(h->o, "<span class=\"now\">now</span> "
		    "<span class=\"base\">baseline</span> ");
	recout_str(h->o, "<span>bars: ");
	html_bars_name(h, h->s->times[0]);
	recout_str(h->o, "</span></p>\n");
}

void
html_bars_titles(struct report *h, struct slice lines)
{
	html_title(h, lines);
	for (size_t i = 0; i < h->s->ntimes; i++) {
		recout_str(h->o, "<th scope=\"col\" class=\"n\">");
		html_bars_name(h, h->s->times[i]);
		recout_str(h->o, " (s)</th>");
	}
	if (h->s->recent)
		html_title(h, SLICE("recent runs"));
}

/* A time in seconds; 0 where there is nothing to draw. */
static double
length(const struct value *v)
{
	return v->known && isfinite(v->n.real) ? fmax(v->n.real, 0) : 0;
}

static double
length_now(const struct row *r)
{
	return r != NULL ? length(&r->now[STAT_AVG]) : 0;
}

static double
length_base(const struct row *r)
{
	return r != NULL && r->base != NULL ? length(&r->base[STAT_AVG]) : 0;
}

double
html_bars_longest(double longest, const struct row *r)
{
	return fmax(longest, fmax(length_now(r), length_base(r)));
}

static void
bars(struct report *h, const struct row *r, double longest)
{
	recout_printf(h->o, "<svg class=\"bars\" aria-hidden=\"true\">"
	    "<rect class=\"now\" width=\"%.2f%%\" height=\"10\"/>",
	    100 * length_now(r) / longest);
	if (h->s->compares)
		recout_printf(h->o, "<rect class=\"base\" y=\"11\" "
		    "width=\"%.2f%%\" height=\"5\"/>",
		    100 * length_base(r) / longest);
	recout_str(h->o, "</svg>");
}

/* `worse +0.79, +23.5%' */
static void
note(struct report *h, const struct row *r)
{
	size_t before = h->o->n, open;

	recout_printf(h->o, "<small class=\"%s\">", verdict_word[r->verdict]);
	open = h->o->n;
	if (r->verdict != VERDICT_SAME)
		recout_str(h->o, verdict_word[r->verdict]);
	if (r->verdict == VERDICT_GONE && r->base[STAT_AVG].known) {
		recout_str(h->o, ", was ");
		put_seconds(h->o, r->base[STAT_AVG].n);
	} else if (verdict_is_change(r->verdict)) {
		recout_char(h->o, ' ');
	}
	html_change(h, r, STAT_AVG, true);
	if (h->o->n > open)
		recout_str(h->o, "</small>");
	else
		h->o->n = before;
}

void
html_bars_time(struct report *h, const struct row *r, const char *unit)
{
	if (r->now[STAT_AVG].known) {
		put_seconds(h->o, r->now[STAT_AVG].n);
		recout_str(h->o, unit);
	} else {
		recout_char(h->o, '-');
	}
	if (r->verdict != VERDICT_NONE)
		note(h, r);
}

static void
cell(struct report *h, const struct row *r)
{
	recout_str(h->o, "<td class=\"n\">");
	if (r != NULL)
		html_bars_time(h, r, "");
	else
		recout_char(h->o, '-');
	recout_str(h->o, "</td>");
}

void
html_bars_line(struct report *h, const struct row *const *times, double longest)
{
	if (longest > 0)
		bars(h, times[0], longest);
	recout_str(h->o, "</div></th>");
	for (size_t i = 0; i < h->s->ntimes; i++)
		cell(h, times[i]);
	if (!h->s->recent)
		return;
	recout_str(h->o, "<td class=\"recent\">");
	if (times[0] != NULL)
		spark_put_list(h->o, times[0]->recent);
	recout_str(h->o, "</td>");
}
