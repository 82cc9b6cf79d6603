/* SPDX-License-Identifier: MIT */
/* Tables of AIRs and segments. */
#include <math.h>

#include "airs.h"
#include "base/diag.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/format/format.h"
#include "ovp-render/sheet/sheet_read.h"

/* So many AIRs of a group are named in sentences, and what is too little. */
enum { MOST_SENTENCES = 3 };
static const double little = 0.01;	/* of the group's cells */
static const double near = 0.25;	/* rows above, of those below */

static struct tabular
begin_table(const struct airs_report *r, const struct air_group *g,
    const char *caption)
{
	return (struct tabular){ .format = r->format, .o = r->o,
	    .screen = r->screen, .cut = r->cut, .tables = r->tables,
	    .caption = caption, .of = g == NULL ? SLICE("") : g->name,
	    .bench = r->bench };
}

static void
end_line(const struct airs_report *r)
{
	recout_str(r->o, r->format == TABULAR_TEXT ? "\n" :
	    r->format == TABULAR_MD ? "\n\n" : "</p>\n");
}

static void
put_name(struct tabular *t, struct slice name)
{
	size_t at = tabular_cell(t);

	if (name.n > 0)
		tabular_name(t, name);
	else
		recout_str(t->o, "(no name)");
	tabular_end(t, at);
}

static void
put_real(struct tabular *t, bool known, double x)
{
	size_t at = tabular_cell(t);

	if (known && isfinite(x) && x >= 0 && x < 0x1p63)
		put_value(t->o, x == floor(x) ? number_whole((uint64_t)x) :
		    number_real(x));
	else
		recout_char(t->o, '-');
	tabular_end(t, at);
}

static void
put_known(struct tabular *t, const struct value *v)
{
	size_t at = tabular_cell(t);

	if (v->known)
		put_value(t->o, v->n);
	else
		recout_char(t->o, '-');
	tabular_end(t, at);
}

static void
put_share(struct tabular *t, bool known, double part, double whole)
{
	size_t at = tabular_cell(t);

	if (known && whole > 0 && isfinite(part / whole))
		recout_printf(t->o, "%.1f%%", part / whole * 100);
	else
		recout_char(t->o, '-');
	tabular_end(t, at);
}

/* `2^20', or the number of rows that is no power of two. */
static void
put_height(struct tabular *t, const struct value *v)
{
	size_t at = tabular_cell(t);
	int exponent = 0;

	if (v->known && frexp(v->n.real, &exponent) == 0.5)
		recout_printf(t->o, "2^%d", exponent - 1);
	else if (v->known)
		put_value(t->o, v->n);
	else
		recout_char(t->o, '-');
	tabular_end(t, at);
}

/* `20', or main and the others: `20+8'. */
static void
put_columns(struct tabular *t, const struct air *a)
{
	size_t at = tabular_cell(t), from = t->o->n;

	for (size_t i = 0; i < AIR_COLUMNS; i++) {
		if (!a->cols[i].known)
			continue;
		recout_str(t->o, t->o->n > from ? "+" : "");
		put_value(t->o, a->cols[i].n);
	}
	if (t->o->n == from)
		recout_char(t->o, '-');
	tabular_end(t, at);
}

/* What would be saved: half of a table, as wide as it is. */
static double
saved(const struct air *a)
{
	return a->half * air_width(a);
}

static void
put_air(struct tabular *t, const struct air_group *g, const struct air *a)
{
	double rows = a->used.known ? a->used.n.real + a->padding : 0;

	t->weight = a->wasted >= 0 ? a->wasted : 0;
	put_name(t, a->name);
	put_known(t, &a->tables);
	put_height(t, &a->height);
	put_known(t, &a->rows);
	put_columns(t, a);
	put_known(t, &a->cells);
	put_share(t, a->cells.known, a->cells.n.real, g->cells);
	if (!g->used)
		return;
	put_known(t, &a->used);
	put_share(t, a->used.known, a->padding, rows);
	put_real(t, a->above > 0, a->above);
	put_real(t, a->above > 0 && saved(a) > 0, saved(a));
}

static void
put_airs(const struct airs_report *r, const struct air_group *g)
{
	static const char *const number[] = {
		"tables", "height", "rows", "columns", "cells", "share",
		"used rows", "padding", "rows above 2^n", "cells saved",
	};
	size_t n = g->used ? 10 : 6;
	struct tabular t = begin_table(r, g, "AIRs");

	tabular_column(&t, "AIR", false);
	for (size_t i = 0; i < n; i++)
		tabular_column(&t, number[i], true);
	for (size_t i = 0; i < g->nairs; i++)
		put_air(&t, g, &r->airs->air[g->air + i]);
	tabular_put(&t);
}

static void
put_number(const struct airs_report *r, double x)
{
	put_value(r->o, x == floor(x) && x < 0x1p63 ?
	    number_whole((uint64_t)x) : number_real(x));
}

/* `KeccakfOpAir: 15,052 rows fewer in segment 3 would halve 86,507,520 cells.' */
static bool
put_sentence(const struct airs_report *r, const struct air_group *g,
    const struct air *a)
{
	struct tabular t = begin_table(r, NULL, "");
	double cells = saved(a);

	if (a->above <= 0 || a->above > near * a->half ||
	    cells < little * g->cells)
		return false;
	recout_str(r->o, r->format == TABULAR_HTML ? "<p>" : "");
	tabular_name(&t, a->name);
	recout_str(r->o, ": ");
	put_number(r, a->above);
	recout_str(r->o, a->above == 1 ? " row fewer" : " rows fewer");
	if (a->segment.n > 0 || a->idx.n > 0) {
		recout_str(r->o, a->segment.n > 0 ? " in segment " :
		    " in proof ");
		tabular_name(&t, a->segment.n > 0 ? a->segment : a->idx);
	}
	recout_str(r->o, " would halve ");
	put_number(r, 2 * cells);
	recout_str(r->o, " cells.");
	end_line(r);
	return true;
}

static void
put_heading(const struct airs_report *r, const struct air_group *g)
{
	struct tabular t = begin_table(r, NULL, "");

	recout_str(r->o, r->format == TABULAR_TEXT ? "" :
	    r->format == TABULAR_MD ? "### " : "<section>\n<h3>AIRs of ");
	if (g->name.n > 0)
		tabular_name(&t, g->name);
	else
		recout_str(r->o, "(no group)");
	recout_str(r->o, r->format == TABULAR_TEXT ? "\n" :
	    r->format == TABULAR_MD ? "\n\n" : "</h3>\n");
}

/* Which of the columns beyond the first have something to show. */
struct parts_shown {
	bool	ended, ms, insns, cells, padding, memory, limit;
};

static void
put_end(struct tabular *t, const struct part *p, bool last)
{
	size_t at = tabular_cell(t);

	if (p->reason.n > 0) {
		tabular_name(t, p->reason);
		if (p->air.n > 0) {
			recout_str(t->o, " of ");
			tabular_name(t, p->air);
		}
	} else {
		recout_str(t->o, last ? "end of the program" : "-");
	}
	tabular_end(t, at);
}

static void
put_part(struct tabular *t, const struct part *p,
    const struct parts_shown *shown, bool last)
{
	t->weight = p->ms.known ? p->ms.n.real : 0;
	put_name(t, p->segment.n > 0 ? p->segment : p->idx);
	if (shown->ended)
		put_end(t, p, last);
	if (shown->ms)
		put_known(t, &p->ms);
	if (shown->insns)
		put_known(t, &p->insns);
	if (shown->cells)
		put_known(t, &p->cells);
	if (shown->padding)
		put_share(t, p->cells.known && p->cells_used.known,
		    p->cells.n.real - p->cells_used.n.real, p->cells.n.real);
	if (shown->memory)
		put_known(t, &p->memory);
	if (shown->limit)
		put_share(t, p->sum.known && p->limit.known, p->sum.n.real,
		    p->limit.n.real);
}

static void
put_parts(const struct airs_report *r, const struct air_group *g)
{
	const struct part *p = r->airs->part + g->part;
	struct parts_shown shown = { .ended = g->ended };
	struct tabular t = begin_table(r, g, "Segments and proofs");

	for (size_t i = 0; i < g->nparts; i++) {
		shown.ms = shown.ms || p[i].ms.known;
		shown.insns = shown.insns || p[i].insns.known;
		shown.cells = shown.cells || p[i].cells.known;
		shown.padding = shown.padding || p[i].cells_used.known;
		shown.memory = shown.memory || p[i].memory.known;
		shown.limit = shown.limit || p[i].limit.known;
	}
	tabular_column(&t, g->nparts > 0 && p->segment.n > 0 ? "segment" :
	    "proof", false);
	if (shown.ended)
		tabular_column(&t, "ended by", false);
	if (shown.ms)
		tabular_column(&t, "proof time (ms)", true);
	if (shown.insns)
		tabular_column(&t, "instructions", true);
	if (shown.cells)
		tabular_column(&t, "cells", true);
	if (shown.padding)
		tabular_column(&t, "padding", true);
	if (shown.memory)
		tabular_column(&t, "memory (bytes)", true);
	if (shown.limit)
		tabular_column(&t, "of the height limit", true);
	for (size_t i = 0; i < g->nparts; i++)
		put_part(&t, &p[i], &shown, i + 1 == g->nparts);
	tabular_put(&t);
}

static void
put_group(const struct airs_report *r, const struct air_group *g)
{
	size_t from = r->o->n, n = 0;

	put_heading(r, g);
	for (size_t i = 0; i < g->nairs && n < MOST_SENTENCES; i++)
		n += put_sentence(r, g, &r->airs->air[g->air + i]);
	if (n > 0 && r->format == TABULAR_TEXT)
		recout_char(r->o, '\n');
	if (r->cut != NULL && r->o->n > from)
		cut_text(r->cut, r->o);
	put_airs(r, g);
	if (g->nairs > 0)
		recout_str(r->o, r->format == TABULAR_HTML ? "" : "\n");
	if (g->nparts > 1 || g->ended || g->fill) {
		put_parts(r, g);
		recout_str(r->o, r->format == TABULAR_HTML ? "" : "\n");
	}
	if (r->format == TABULAR_HTML)
		recout_str(r->o, "</section>\n");
}

void
airs_put(const struct airs_report *r, size_t bench, size_t *at)
{
	const struct airs *a = r->airs;

	for (; *at < a->ngroups && a->group[*at].bench <= bench; ++*at)
		if (a->group[*at].bench == bench)
			put_group(r, &a->group[*at]);
}

static void
put_bench(const struct airs_report *r, const struct sheet *s, size_t bench)
{
	struct tabular t = begin_table(r, NULL, "");
	struct slice name = s->benches.key[bench].bytes;

	recout_str(r->o, r->format == TABULAR_MD ? "## " : "");
	if (name.n > 0)
		tabular_name(&t, name);
	else
		recout_str(r->o, "(no name)");
	recout_str(r->o, "\n\n");
}

static void
render(struct recin *in, const struct airs_report *report)
{
	struct airs airs;
	struct airs_report r = *report;
	struct sheet s;

	sheet_read(&s, in);
	if (!s.levelled)
		fail("--airs: the stream tells no AIRs apart: leave -k of "
		    "ovp-group out");
	airs_of(&airs, &s);
	r.airs = &airs;
	if (airs.ngroups == 0)
		recout_str(r.o, "No AIR, segment or proof is told apart.\n");
	for (size_t at = 0; at < airs.ngroups;) {
		size_t bench = airs.group[at].bench;

		put_bench(&r, &s, bench);
		airs_put(&r, bench, &at);
	}
	airs_free(&airs);
	sheet_free(&s);
}

void
render_airs_text(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct screen screen = screen_of_stdout((enum colour_when)opts->colour);

	(void)opts;
	render(in, &(struct airs_report){
		.format = TABULAR_TEXT, .o = o, .screen = &screen,
	});
	/* Tables end with an empty line, which the last one needs not. */
	if (o->n > 1 && o->at[o->n - 2] == '\n')
		o->n--;
}

void
render_airs_md(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct cut cut = { .max = opts->max_bytes };

	render(in, &(struct airs_report){
		.format = TABULAR_MD, .o = o, .cut = &cut,
	});
	if (o->n > 1 && o->at[o->n - 2] == '\n')
		o->n--;
	cut_fit(&cut, o);
}
