/* SPDX-License-Identifier: MIT */
/* Pictures of a bench: charts in Markdown, of single values on a page. */
#include <sys/stat.h>

#include "base/diag.h"
#include "ovp-render/chart/charts.h"
#include "ovp-render/chart/svg_chart.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/samples/flame.h"
#include "pictures.h"

static struct recin *
open_samples(char *path)
{
	return recin_open(&path, 1,
	    STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED));
}

void
pictures_read(struct report *r)
{
	const struct opts *opts = r->opts;
	bool page = doc_medium(&r->doc) == DOC_HTML;
	struct recin *in;
	struct stat st;

	if (opts->samples == NULL)
		return;
	if (page && stat(opts->samples, &st) == 0 && !S_ISREG(st.st_mode))
		fail("--samples: %s: a page reads it twice, which needs a "
		     "regular file",
		    opts->samples);
	in = open_samples(opts->samples);
	svg_points_read(&r->points, in);
	recin_close(in);
	if (!page)
		return;
	r->stacked = (struct opts){
		.stack = opts->stack,
		.nstack = opts->nstack,
		.symbols = opts->symbols,
		.keep_hashes = opts->keep_hashes,
	};
	in = open_samples(opts->samples);
	stacks_read(&r->stacks, in, &r->stacked);
	recin_close(in);
}

void
pictures_close(struct report *r)
{
	if (r->opts->samples != NULL && r->pictures == 0 &&
	    doc_medium(&r->doc) == DOC_HTML)
		warn("%s: nothing to draw for these benchmarks",
		    r->opts->samples);
	svg_points_free(&r->points);
	stacks_free(&r->stacks);
}

/* In a box that scrolls sideways, so that text stays legible. */
static void
box(struct report *r, const char *what, struct slice bench, size_t run)
{
	recout_printf(r->o,
	    "<div class=\"scroll\" role=\"region\" "
	    "aria-label=\"%s, ",
	    what);
	escape_xml(r->o, bench);
	if (run > 1)
		recout_printf(r->o, ", run %zu", run);
	recout_str(r->o, "\" tabindex=\"0\">\n");
}

static void
chart(struct report *r, struct slice bench, size_t run, size_t from, size_t end)
{
	box(r, "GPU memory over time", bench, run);
	recout_printf(r->o,
	    "<svg class=\"gpu\" viewBox=\"0 0 %d %d\" "
	    "role=\"img\" aria-label=\"GPU memory over time\">\n",
	    SVG_WIDTH, SVG_HEIGHT);
	svg_chart(r->o, &r->points, from, end);
	r->pictures++;
	recout_str(r->o, "</svg>\n</div>\n");
}

/* A chart for each run; all after the first are folded. */
static void
memory(struct report *r, struct slice bench)
{
	const struct svg_points *p = &r->points;
	size_t runs = 0, drawn = 0, from, end;

	svg_points_bench(p, bench, &from, &end);
	for (size_t i = from; i < end; i = svg_points_end(p, i))
		runs++;
	if (runs == 0)
		return;
	recout_str(r->o, "<section>\n<h3>GPU memory</h3>\n");
	for (size_t i = from; i < end; i = svg_points_end(p, i)) {
		if (drawn == 1)
			recout_printf(r->o,
			    "<details><summary>%zu more "
			    "run%s</summary>\n",
			    runs - 1, runs == 2 ? "" : "s");
		chart(r, bench, ++drawn, i, svg_points_end(p, i));
	}
	if (runs > 1)
		recout_str(r->o, "</details>\n");
	recout_str(r->o, "</section>\n");
}

static void
flame(struct report *r, struct slice bench)
{
	size_t i = map_find(&r->stacks.benches, 0, bench);
	size_t before = r->o->n;

	if (i == MAP_NONE)
		return;
	recout_str(r->o, "<section>\n<h3>Flame graph</h3>\n");
	box(r, "Flame graph", bench, 1);
	if (flame_put(r->o, &r->stacks, i)) {
		recout_str(r->o, "</div>\n</section>\n");
		r->pictures++;
	} else {
		r->o->n = before;
	}
}

/* Pictures weigh as much as the heaviest row. */
void
report_charts(struct report *r, size_t from, size_t end)
{
	struct slice bench = r->s->benches.key[r->s->row[from].bench].bytes;
	size_t before = r->o->n;
	double weight = 0;

	if (!r->opts->charts)
		return;
	charts_times(r->o, r->s, from, end);
	charts_memory(r->o, &r->points, bench);
	for (size_t i = from; i < end; i++)
		if (r->s->row[i].weight > weight)
			weight = r->s->row[i].weight;
	if (r->o->n > before)
		cut_row(&r->doc.cut, r->o, weight);
}

void
report_pictures(struct report *r, size_t from, size_t end)
{
	struct slice bench = r->s->benches.key[r->s->row[from].bench].bytes;

	(void)end;
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	memory(r, bench);
	flame(r, bench);
}
