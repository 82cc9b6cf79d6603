/* SPDX-License-Identifier: MIT */
/* Proof times per group as a Mermaid chart. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "charts.h"
#include "charts_block.h"
#include "ovp-render/sheet/times.h"

/* Mermaid draws at most 50,000 characters, and nobody reads so many bars. */
enum { MOST_BARS = 50 };

/* Pixels. */
enum { FRAME_HEIGHT = 90, BAR_HEIGHT = 32 };

/* The limits of a chart, in seconds. */
#define SHORTEST 0.01
#define LONGEST 1e9

/* Bars of one place overlap; the last series is on top. */
struct bars {
	const struct row **group;
	double *more, *less; /* now, baseline, if it is longer */
	double *common;      /* the shorter of both */
	size_t n, all;       /* drawn; in all */
	double longest;
};

static void
add(struct bars *b, const struct row *r)
{
	double now = value_positive(row_now(r, STAT_AVG));
	double base = value_positive(row_base(r, STAT_AVG));
	size_t i = b->n++;

	b->group[i] = r;
	/* A difference within noise is not shown. */
	if (!row_base(r, STAT_AVG).known || r->verdict == VERDICT_SAME)
		base = now;
	b->more[i] = now > base ? now : 0;
	b->less[i] = base > now ? base : 0;
	b->common[i] = fmin(now, base);
	b->longest = fmax(b->longest, fmax(now, base));
}

static int
longer_first(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x < y) - (x > y);
}

/* Keeps the longest bars, in their order; the first of equal ones. */
static void
keep_longest(struct bars *b)
{
	double *by = mem_zalloc(b->n, sizeof(*by)), shortest;
	size_t ties = MOST_BARS, n = 0;

	for (size_t i = 0; i < b->n; i++)
		by[i] = fmax(b->common[i], fmax(b->more[i], b->less[i]));
	qsort(by, b->n, sizeof(*by), longer_first);
	shortest = by[MOST_BARS - 1];
	for (size_t i = 0; i < MOST_BARS && by[i] > shortest; i++)
		ties--;
	for (size_t i = 0; i < b->n; i++) {
		double length = fmax(b->common[i],
		    fmax(b->more[i], b->less[i]));

		if (length < shortest || (length == shortest && ties == 0))
			continue;
		ties -= length == shortest;
		b->group[n] = b->group[i];
		b->more[n] = b->more[i];
		b->less[n] = b->less[i];
		b->common[n++] = b->common[i];
	}
	b->n = n;
	free(by);
}

static void
collect(struct bars *b, const struct sheet *s, size_t from, size_t end)
{
	size_t n = end - from;

	*b = (struct bars){
		.group = mem_zalloc(n, sizeof(*b->group)),
		.more = mem_zalloc(n, sizeof(*b->more)),
		.less = mem_zalloc(n, sizeof(*b->less)),
		.common = mem_zalloc(n, sizeof(*b->common)),
	};
	for (size_t i = from; i < end; i++)
		if (s->row[i].time == 1 && !times_is_total(&s->row[i]))
			add(b, &s->row[i]);
	b->all = b->n;
	if (b->n > MOST_BARS)
		keep_longest(b);
}

static void
put_name(struct recout *o, struct slice name)
{
	(void)charts_name(o, name);
}

static void
put_title(struct recout *o, const struct sheet *s, const struct bars *b)
{
	recout_str(o, "    title \"Proof time in s, ");
	times_put_title(o, s->times[0], put_name);
	if (b->n < b->all)
		recout_printf(o, ", the %zu longest of %zu groups", b->n,
		    b->all);
	recout_str(o,
	    s->compares ? " (orange: slower than the baseline, green: "
			  "faster)\"\n" :
			  "\"\n");
}

/* The names of an axis must differ, or their bars become one. */
static void
put_names(struct recout *o, const struct bars *b)
{
	recout_str(o, "    x-axis [");
	for (size_t i = 0; i < b->n; i++) {
		const struct row *r = b->group[i];

		recout_str(o, i > 0 ? ", \"" : "\"");
		if (r->key[0].n == 0)
			recout_str(o, "(no group)");
		else if (!charts_name(o, r->key[0]))
			recout_printf(o, " %zu", i + 1);
		if (r->verdict == VERDICT_NEW || r->verdict == VERDICT_GONE)
			recout_str(o,
			    r->verdict == VERDICT_NEW ? ", new" : ", gone");
		recout_char(o, '"');
	}
	recout_str(o, "]\n");
}

void
charts_times(struct recout *o, const struct sheet *s, size_t from, size_t end)
{
	struct bars b;

	collect(&b, s, from, end);
	if (b.longest >= SHORTEST && b.longest <= LONGEST) {
		charts_open(o, FRAME_HEIGHT + BAR_HEIGHT * (int)b.n,
		    s->compares ? "#e16f24, #2da44e, #4493f8" : "#4493f8",
		    "xychart-beta horizontal");
		put_title(o, s, &b);
		put_names(o, &b);
		recout_str(o, "    y-axis 0 --> ");
		charts_number(o, b.longest);
		recout_char(o, '\n');
		if (s->compares) {
			charts_series(o, "bar", b.more, b.n);
			charts_series(o, "bar", b.less, b.n);
		}
		charts_series(o, "bar", b.common, b.n);
		charts_close(o);
	}
	free(b.group);
	free(b.more);
	free(b.less);
	free(b.common);
}
