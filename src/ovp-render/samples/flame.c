/* SPDX-License-Identifier: MIT */
/* Stacks as a flame graph: one picture with search and zoom. */
#include <math.h>

#include "flame.h"
#include "flame_page.h"
#include "flame_tree.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/doc/svg_text.h"
#include "ovp-render/format/format.h"

/* Narrower frames, in pixels, are left out: nobody can point at them. */
#define NARROWEST 0.1

struct flame {
	struct recout *o;
	struct stacks *stacks;
	struct flame_tree tree;
	double total;   /* sum of current values */
	double wide;    /* value of the full width */
	double largest; /* own change of a frame */
	bool compares;
};

/* The same name has the same shade everywhere and always. */
static unsigned
shade_of(struct slice name)
{
	unsigned h = 2166136261u;

	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (unsigned char)name.at[i]) * 16777619u;
	return (h >> 8) % FLAME_SHADES;
}

static void
put_class(struct flame *f, const struct flame_node *n)
{
	if (f->compares && n->depth == 0) {
		recout_str(f->o, "all");
	} else if (f->compares && n->own == 0) {
		recout_str(f->o, "same");
	} else if (f->compares) {
		double step = ceil(FLAME_STEPS * (fabs(n->own) / f->largest));

		recout_printf(f->o, "%s%.0f%s", n->own > 0 ? "up" : "down",
		    fmin(fmax(step, 1), FLAME_STEPS),
		    n->now == 0 ? " gone" : "");
	} else if (n->key < 0) {
		recout_str(f->o, "all");
	} else {
		recout_printf(f->o, "k%d s%u", n->key % FLAME_KEYS,
		    shade_of(n->name));
	}
}

static void
put_name(struct recout *o, const struct flame_node *n)
{
	if (n->key == FLAME_ROOT)
		recout_str(o, "all");
	else
		escape_xml(o, n->name);
}

/* `ADD: 1,234 (5.6%), was 1,000 (+234, +23.4%)' */
static void
put_words(struct flame *f, const struct flame_node *n)
{
	struct number now = number_real(n->now), base = number_real(n->base);

	put_name(f->o, n);
	recout_str(f->o, ": ");
	if (n->now == 0) {
		recout_str(f->o, "gone, was ");
		put_value(f->o, base);
		return;
	}
	put_value(f->o, now);
	recout_printf(f->o, " (%.1f%%)", 100 * (n->now / f->total));
	if (!f->compares)
		return;
	if (n->base == 0) {
		recout_str(f->o, ", new");
	} else if (n->base != n->now) {
		recout_str(f->o, ", was ");
		put_value(f->o, base);
		recout_str(f->o, " (");
		put_difference(f->o, now, base);
		recout_str(f->o, ", ");
		put_percent(f->o, now, base);
		recout_char(f->o, ')');
	}
}

static void
put_frame(struct flame *f, const struct flame_node *n)
{
	double room = FLAME_RIGHT - FLAME_LEFT;
	double x = FLAME_LEFT + room * (n->left / f->wide);
	double width = room * (n->wide / f->wide);
	unsigned y = FLAME_TOP + n->depth * FLAME_ROW;

	if (width < NARROWEST)
		return;
	recout_str(f->o, "<g class=\"f\" data-name=\"");
	put_name(f->o, n);
	recout_str(f->o, "\"><title>");
	put_words(f, n);
	recout_str(f->o, "</title><rect class=\"");
	put_class(f, n);
	recout_printf(f->o,
	    "\" x=\"%.3f\" y=\"%u\" width=\"%.3f\" "
	    "height=\"%d\"/><text x=\"%.3f\" y=\"%u\">",
	    x, y, width, FLAME_ROW - 1, x + 3, y + 13);
	svg_text_put(f->o, n->key == FLAME_ROOT ? SLICE("all") : n->name,
	    FLAME_LETTER, width - 6);
	recout_str(f->o, "</text></g>\n");
}

static void
put_title(struct flame *f, size_t bench)
{
	struct stacks *s = f->stacks;

	if (bench == MAP_NONE && s->benches.n == 1)
		bench = 0;

	recout_str(f->o,
	    "<text x=\"10\" y=\"28\" font-size=\"16\" "
	    "font-weight=\"600\">");
	for (size_t i = 0; i < s->way->nmetrics; i++) {
		recout_str(f->o, i > 0 ? " + " : "");
		if (s->way->times)
			recout_str(f->o, "proof time, ms");
		else
			escape_xml(f->o, s->way->metric[i]);
	}
	if (bench != MAP_NONE && s->benches.key[bench].bytes.n > 0) {
		recout_str(f->o, ": ");
		svg_text_put(f->o, s->benches.key[bench].bytes, 16, 400);
	}
	recout_str(f->o, "</text>\n");
}

/* A coloured square with its meaning. Returns the place of the next one. */
static double
put_sign(struct flame *f, double x, const char *class, struct slice meaning)
{
	recout_printf(f->o,
	    "<rect class=\"%s\" x=\"%.0f\" y=\"44\" "
	    "width=\"12\" height=\"12\"/><text class=\"soft\" x=\"%.0f\" "
	    "y=\"54\" font-size=\"12\">",
	    class, x, x + 18);
	escape_xml(f->o, meaning);
	recout_str(f->o, "</text>\n");
	return x + 18 + svg_text_width(meaning, 12) + 20;
}

static void
put_legend(struct flame *f)
{
	static const char *const class[FLAME_KEYS] = { "k0 s0", "k1 s0",
		"k2 s0", "k3 s0", "k4 s0" };
	bool seen[32] = { false };
	double x = FLAME_LEFT;

	if (f->compares) {
		x = put_sign(f, x, "up4", SLICE("more than the baseline"));
		x = put_sign(f, x, "down4", SLICE("less"));
		x = put_sign(f, x, "down4 gone", SLICE("gone"));
		put_sign(f, x, "same", SLICE("the same, but for its frames"));
		return;
	}
	for (size_t i = 0; i < f->tree.n; i++)
		if (f->tree.node[i].key >= 0)
			seen[f->tree.node[i].key] = true;
	for (size_t i = 0; i < f->stacks->way->nkeys; i++)
		if (seen[i])
			x = put_sign(f, x, class[i % FLAME_KEYS],
			    f -> stacks -> way -> key[i]);
}

static void
put_open(struct recout *o, unsigned height)
{
	recout_printf(o,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "class=\"flame\" viewBox=\"0 0 %d %u\" width=\"%d\" "
	    "height=\"%u\">\n<title>Flame graph</title>\n",
	    FLAME_WIDTH, height, FLAME_WIDTH, height);
	flame_put_style(o);
	recout_printf(o, "<rect class=\"back\" width=\"%d\" height=\"%u\"/>\n",
	    FLAME_WIDTH, height);
}

static void
draw(struct flame *f, size_t bench)
{
	unsigned bottom = FLAME_TOP + (f->tree.depth + 1) * FLAME_ROW;

	for (size_t i = 1; i < f->tree.n; i++)
		f->largest = fmax(f->largest, fabs(f->tree.node[i].own));
	put_open(f->o, bottom + 30);
	put_title(f, bench);
	put_legend(f);
	for (size_t i = 0; i < f->tree.n; i++)
		put_frame(f, &f->tree.node[i]);
	recout_printf(f->o,
	    "<text class=\"soft status\" x=\"%d\" y=\"%u\" "
	    "font-size=\"12\"></text>\n",
	    FLAME_LEFT, bottom + 18);
	flame_put_script(f->o);
	recout_str(f->o, "</svg>\n");
}

bool
flame_put(struct recout *o, struct stacks *s, size_t bench)
{
	struct flame f = {
		.o = o,
		.stacks = s,
		.compares = s->compares,
	};

	flame_tree_build(&f.tree, s, bench);
	if (f.tree.n > 0) {
		f.total = f.tree.node[0].now;
		f.wide = f.tree.node[0].wide;
		draw(&f, bench);
	}
	flame_tree_free(&f.tree);
	return f.tree.n > 0;
}

void
render_flame(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct stacks s;

	stacks_read(&s, in, opts);
	stacks_check(&s);
	flame_put(o, &s, MAP_NONE);
	stacks_free(&s);
}
