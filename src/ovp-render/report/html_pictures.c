/* SPDX-License-Identifier: MIT */
/* Pictures of single values in a page of HTML. */
#include <sys/stat.h>

#include "base/diag.h"
#include "html.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/chart/svg_chart.h"
#include "ovp-render/samples/flame.h"

static struct recin *
open_samples(char *path)
{
	return recin_open(&path, 1, STREAM_BIT(STREAM_SAMPLES) |
	    STREAM_BIT(STREAM_GROUPED));
}

void
html_read_samples(struct report *h, const struct opts *opts)
{
	struct recin *in;
	struct stat st;

	if (opts->samples == NULL)
		return;
	if (stat(opts->samples, &st) == 0 && !S_ISREG(st.st_mode))
		fail("--samples: %s: a page reads it twice, which needs a "
		    "regular file", opts->samples);
	in = open_samples(opts->samples);
	svg_points_read(&h->points, in);
	recin_close(in);
	h->stacked = (struct opts){
		.stack = opts->stack, .nstack = opts->nstack,
		.symbols = opts->symbols, .keep_hashes = opts->keep_hashes,
	};
	in = open_samples(opts->samples);
	stacks_read(&h->stacks, in, &h->stacked);
	recin_close(in);
}

void
html_close_samples(struct report *h, const struct opts *opts)
{
	if (opts->samples != NULL && h->pictures == 0)
		warn("%s: nothing to draw for these benchmarks",
		    opts->samples);
	svg_points_free(&h->points);
	stacks_free(&h->stacks);
}

/* In a box that scrolls sideways, since small screens make text too small. */
static void
box(struct report *h, const char *what, struct slice bench, size_t run)
{
	recout_printf(h->o, "<div class=\"scroll\" role=\"region\" "
	    "aria-label=\"%s, ", what);
	escape_xml(h->o, bench);
	if (run > 1)
		recout_printf(h->o, ", run %zu", run);
	recout_str(h->o, "\" tabindex=\"0\">\n");
}

static void
chart(struct report *h, struct slice bench, size_t run, size_t from, size_t end)
{
	box(h, "GPU memory over time", bench, run);
	recout_printf(h->o, "<svg class=\"gpu\" viewBox=\"0 0 %d %d\" "
	    "role=\"img\" aria-label=\"GPU memory over time\">\n", SVG_WIDTH,
	    SVG_HEIGHT);
	svg_chart(h->o, &h->points, from, end);
	h->pictures++;
	recout_str(h->o, "</svg>\n</div>\n");
}

/* A chart for each run, those behind the first one folded. */
static void
memory(struct report *h, struct slice bench)
{
	const struct svg_points *p = &h->points;
	size_t runs = 0, drawn = 0, from, end;

	svg_points_bench(p, bench, &from, &end);
	for (size_t i = from; i < end; i = svg_points_end(p, i))
		runs++;
	if (runs == 0)
		return;
	recout_str(h->o, "<section>\n<h3>GPU memory</h3>\n");
	for (size_t i = from; i < end; i = svg_points_end(p, i)) {
		if (drawn == 1)
			recout_printf(h->o, "<details><summary>%zu more "
			    "run%s</summary>\n", runs - 1,
			    runs == 2 ? "" : "s");
		chart(h, bench, ++drawn, i, svg_points_end(p, i));
	}
	if (runs > 1)
		recout_str(h->o, "</details>\n");
	recout_str(h->o, "</section>\n");
}

static void
flame(struct report *h, struct slice bench)
{
	size_t i = map_find(&h->stacks.benches, 0, bench);
	size_t before = h->o->n;

	if (i == MAP_NONE)
		return;
	recout_str(h->o, "<section>\n<h3>Flame graph</h3>\n");
	box(h, "Flame graph", bench, 1);
	if (flame_put(h->o, &h->stacks, i)) {
		recout_str(h->o, "</div>\n</section>\n");
		h->pictures++;
	} else {
		h->o->n = before;
	}
}

void
html_pictures(struct report *h, struct slice bench)
{
	memory(h, bench);
	flame(h, bench);
}
