/* SPDX-License-Identifier: MIT */
/* GPU memory over time as a Mermaid chart. */
#include <math.h>

#include "charts.h"
#include "charts_block.h"
#include "svg_axis.h"

/* Values of a curve, which Mermaid spreads evenly over the axis. */
enum { STEPS = 80 };

enum { HEIGHT = 300, TICKS = 5 };

struct curves {
	struct svg_axis time, bytes;
	double held[STEPS], reserved[STEPS];
	bool reserves; /* reserved memory was measured */
};

/* The limits of a chart, in ms and in bytes. */
#define LONGEST 1e15
#define MOST 1e18

/* Interpolates steps without a value between their neighbours. */
static void
bridge(double *step)
{
	size_t known = STEPS;

	for (size_t i = 0; i < STEPS; i++) {
		if (isnan(step[i]))
			continue;
		for (size_t k = known == STEPS ? 0 : known + 1; k < i; k++)
			step[k] = known == STEPS ? step[i] :
						   step[known] +
				(step[i] - step[known]) * (double)(k - known) /
				    (double)(i - known);
		known = i;
	}
	for (size_t k = known == STEPS ? 0 : known + 1; k < STEPS; k++)
		step[k] = known == STEPS ? 0 : step[known];
}

/* Takes the maximum of each step. */
static void
fill(struct curves *c, const struct svg_point *p, size_t n)
{
	double span = p[n - 1].time - p[0].time;

	for (size_t i = 0; i < STEPS; i++)
		c->held[i] = c->reserved[i] = NAN;
	for (size_t i = 0; i < n; i++) {
		size_t at = (size_t)lround(
		    (p[i].time - p[0].time) / span * (STEPS - 1));

		/* fmax() of a number and NaN is the number. */
		c->held[at] = fmax(c->held[at],
		    fmax(p[i].value[SVG_CURRENT], p[i].value[SVG_PEAK]));
		c->reserved[at] = fmax(c->reserved[at],
		    p[i].value[SVG_RESERVED]);
	}
	bridge(c->held);
	bridge(c->reserved);
}

static double
most_of(const struct curves *c)
{
	double most = 0;

	for (size_t i = 0; i < STEPS; i++)
		most = fmax(most, fmax(c->held[i], c->reserved[i]));
	return most;
}

static void
scale(struct curves *c, double span, double most)
{
	c->time = svg_axis_time(0, span, TICKS);
	c->bytes = svg_axis_bytes(0, most, TICKS);
	for (size_t i = 0; i < STEPS; i++) {
		c->reserves = c->reserves || c->reserved[i] > 0;
		c->held[i] = fmax(c->held[i], 0) / c->bytes.unit;
		c->reserved[i] = fmax(c->reserved[i], 0) / c->bytes.unit;
	}
}

static void
draw(struct recout *o, const struct svg_point *p, size_t n)
{
	double span = p[n - 1].time - p[0].time;
	struct curves c = { .reserves = false };

	if (!(span > 0 && span < LONGEST))
		return;
	fill(&c, p, n);
	if (most_of(&c) > MOST)
		return;
	scale(&c, span, most_of(&c));
	charts_open(o, HEIGHT, c.reserves ? "#818b98, #4493f8" : "#4493f8",
	    "xychart-beta");
	recout_printf(o, "    title \"GPU memory in use%s\"\n",
	    c.reserves ? " (grey: reserved)" : "");
	recout_printf(o, "    x-axis \"time (%s)\" 0 --> ", c.time.name);
	charts_number(o, span / c.time.unit);
	recout_printf(o, "\n    y-axis \"%s\" 0 --> ", c.bytes.name);
	charts_number(o, c.bytes.most);
	recout_char(o, '\n');
	if (c.reserves)
		charts_series(o, "line", c.reserved, STEPS);
	charts_series(o, "line", c.held, STEPS);
	charts_close(o);
}

void
charts_read(struct svg_points *p, const struct opts *opts)
{
	char *path = opts->samples;
	struct recin *in;

	*p = (struct svg_points){ .n = 0 };
	if (path == NULL)
		return;
	in = recin_open(&path, 1,
	    STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED));
	svg_points_read(p, in);
	recin_close(in);
}

void
charts_memory(struct recout *o, const struct svg_points *p, struct slice bench)
{
	size_t from, end;

	svg_points_bench(p, bench, &from, &end);
	if (from < end)
		draw(o, &p->point[from], svg_points_end(p, from) - from);
}
