/* SPDX-License-Identifier: MIT */
/* Proof time by number of provers, as a curve on an HTML page. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/times.h"
#include "report.h"

/* The points of a curve, and up to how many have a number. */
enum { LEAST_POINTS = 3, MOST_NUMBERS = 12 };

/* More provers must save at least this share of the time. */
#define WORTH 0.05

/* Pixels of the picture, and of the area of the points. */
enum {
	WIDTH = 700,
	HEIGHT = 240,
	LEFT = 40,
	RIGHT = 660,
	TOP = 40,
	BOTTOM = 200,
};

struct point {
	double provers;
	const struct row *r;
};

struct cost {
	struct point *point; /* by number of provers */
	size_t n;
	const struct row *limit; /* as many provers as proofs, or NULL */
	bool compares;
	double longest; /* of both sides, s */
};

/* The number of provers of a time; 0 if it is not a number. */
static double
provers_of(struct slice metric)
{
	struct slice s = times_provers(metric);
	double n = 0;

	if (times_is_serial(metric))
		return 1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] < '0' || s.at[i] > '9' || n > 1e6)
			return 0;
		n = 10 * n + (s.at[i] - '0');
	}
	return n;
}

static int
by_provers(const void *a, const void *b)
{
	const struct point *x = a, *y = b;

	return (x->provers > y->provers) - (x->provers < y->provers);
}

static void
collect(struct cost *c, const struct sheet *s, size_t from, size_t end)
{
	*c = (struct cost){
		.point = mem_zalloc(end - from, sizeof(*c->point)),
		.compares = s->compares,
	};
	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];
		double n = provers_of(r->metric);

		if (r->time == 0 || !times_is_total(r) ||
		    !(value_positive(row_now(r, STAT_AVG)) > 0))
			continue;
		c->longest = fmax(c->longest,
		    value_positive(row_now(r, STAT_AVG)));
		if (s->compares)
			c->longest = fmax(c->longest,
			    value_positive(row_base(r, STAT_AVG)));
		if (n > 0)
			c->point[c->n++] = (struct point){ n, r };
		else if (times_provers(r->metric).n == 0)
			c->limit = r;
	}
	qsort(c->point, c->n, sizeof(*c->point), by_provers);
}

/* Whether more provers than these would save enough. */
static bool
pays(const struct point *p, const struct row *least)
{
	return value_positive(row_now(p->r, STAT_AVG)) * (1 - WORTH) >
	    value_positive(row_now(least, STAT_AVG));
}

static void
put_answer(struct recout *o, const struct cost *c)
{
	const struct row *least = c->limit != NULL ? c->limit :
						     c->point[c->n - 1].r;
	size_t i = 0;

	while (i + 1 < c->n && pays(&c->point[i], least))
		i++;
	recout_printf(o,
	    c->point[i].provers > 1 ? "<p>%.0f provers take " :
				      "<p>%.0f prover takes ",
	    c->point[i].provers);
	put_seconds(o, row_now(c->point[i].r, STAT_AVG).n);
	if (pays(&c->point[i], least)) {
		recout_str(o,
		    " s; more still pay: one for each proof would "
		    "take ");
		put_seconds(o, row_now(least, STAT_AVG).n);
		recout_str(o, " s.</p>\n");
	} else if (least == c->point[i].r) {
		recout_str(o, " s; all up to them pay.</p>\n");
	} else {
		recout_str(o, " s; more save 5% of it at most.</p>\n");
	}
}

static double
x_of(const struct cost *c, size_t i)
{
	double first = log(c->point[0].provers);
	double last = log(c->point[c->n - 1].provers);

	return LEFT +
	    (RIGHT - LEFT) * (log(c->point[i].provers) - first) /
	    (last > first ? last - first : 1);
}

static double
y_of(const struct cost *c, struct value v)
{
	return BOTTOM - (BOTTOM - TOP) * value_positive(v) / c->longest;
}

static void
put_line(struct recout *o, const struct cost *c, bool base)
{
	const char *verb = "M";

	recout_printf(o, "<path class=\"%s level\" d=\"", base ? "s5" : "s0");
	for (size_t i = 0; i < c->n; i++) {
		const struct row *r = c->point[i].r;
		struct value v = base ? row_base(r, STAT_AVG) :
					row_now(r, STAT_AVG);

		if (!(value_positive(v) > 0))
			continue;
		recout_printf(o, "%s%.1f %.1f", verb, x_of(c, i), y_of(c, v));
		verb = "L";
	}
	recout_str(o, "\"/>\n");
}

static void
put_numbers(struct recout *o, const struct cost *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (c->n > MOST_NUMBERS && i > 0 && i + 1 < c->n)
			continue;
		recout_printf(o,
		    "<text class=\"soft\" font-size=\"12\" "
		    "text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%.0f</text>"
		    "<text font-size=\"12\" text-anchor=\"middle\" "
		    "x=\"%.1f\" y=\"%.1f\">",
		    x_of(c, i), BOTTOM + 18, c->point[i].provers, x_of(c, i),
		    y_of(c, row_now(c->point[i].r, STAT_AVG)) - 8);
		put_seconds(o, row_now(c->point[i].r, STAT_AVG).n);
		recout_str(o, "</text>\n");
	}
}

static void
put_curve(struct recout *o, const struct cost *c, struct slice bench)
{
	recout_str(o,
	    "<div class=\"scroll\" role=\"region\" "
	    "aria-label=\"Proof time by provers, ");
	escape_xml(o, bench);
	recout_printf(o,
	    "\" tabindex=\"0\">\n"
	    "<svg class=\"runs\" viewBox=\"0 0 %d %d\" role=\"img\" "
	    "aria-label=\"Proof time in seconds by number of provers\">\n"
	    "<path class=\"axis\" d=\"M%d %dH%d\"/>\n"
	    "<text class=\"soft\" font-size=\"12\" x=\"%d\" y=\"%d\">s, by "
	    "number of provers%s</text>\n",
	    WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, LEFT, HEIGHT - 4,
	    c->compares ? " (grey: baseline)" : "");
	if (c->compares)
		put_line(o, c, true);
	put_line(o, c, false);
	put_numbers(o, c);
	recout_str(o, "</svg>\n</div>\n");
}

void
report_cost(struct report *r, size_t from, size_t end)
{
	struct cost c;

	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	collect(&c, r->s, from, end);
	if (c.n >= LEAST_POINTS) {
		doc_heading(&r->doc, DOC_HTML, 3);
		recout_str(r->o, "Provers");
		doc_heading_end(&r->doc);
		put_answer(r->o, &c);
		put_curve(r->o, &c,
		    r->s->benches.key[r->s->row[from].bench].bytes);
		doc_section_end(&r->doc);
	}
	free(c.point);
}
