/* SPDX-License-Identifier: MIT */
/* Tables of AIRs and segments. */
#include <math.h>

#include "base/diag.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/format/format.h"
#include "ovp-render/sheet/sheet_read.h"
#include "report.h"

/* The number of AIRs that are named for a group, and two limits. */
enum { MOST_SENTENCES = 3 };
static const double little = 0.01; /* of the group's cells */
static const double near = 0.25;   /* of the half: rows above it */

/* The AIRs of one bench, while they are written. */
struct airs_report {
	struct doc *d;
	const struct airs *airs;
	struct slice bench;
	size_t most; /* rows of a table */
};

static void
begin_table(const struct airs_report *r, const struct air_group *g,
    const char *caption)
{
	const struct voice *voice = doc_voice(r->d);

	doc_table(r->d);
	recout_str(r->d->o, caption);
	if (g->name.n > 0) {
		recout_str(r->d->o, " of ");
		voice->name(r->d->o, g->name);
	}
	if (r->bench.n > 0) {
		recout_str(r->d->o, ", ");
		voice->name(r->d->o, r->bench);
	}
}

static void
open_cell(struct doc *d)
{
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
}

static void
put_name(struct doc *d, struct slice name)
{
	open_cell(d);
	if (name.n > 0)
		doc_voice(d)->name(d->o, name);
	else
		recout_str(d->o, "(no name)");
	doc_close(d);
}

static void
put_real(struct doc *d, bool known, double x)
{
	open_cell(d);
	if (known && isfinite(x) && x >= 0 && x < 0x1p63)
		put_value(d->o,
		    x == floor(x) ? number_whole((uint64_t)x) : number_real(x));
	else
		recout_char(d->o, '-');
	doc_close(d);
}

static void
put_known(struct doc *d, struct value v)
{
	doc_cell(d,
	    (struct doc_cell){ .show = DOC_VALUE, .now = v, .put = put_value });
}

static void
put_share(struct doc *d, bool known, double part, double whole)
{
	open_cell(d);
	if (known && whole > 0 && isfinite(part / whole))
		recout_printf(d->o, "%.1f%%", part / whole * 100);
	else
		recout_char(d->o, '-');
	doc_close(d);
}

/* `2^20', or the number of rows if it is not a power of two. */
static void
put_height(struct doc *d, const struct value *v)
{
	int exponent = 0;

	open_cell(d);
	if (v->known && frexp(v->n.real, &exponent) == 0.5)
		recout_printf(d->o, "2^%d", exponent - 1);
	else if (v->known)
		put_value(d->o, v->n);
	else
		recout_char(d->o, '-');
	doc_close(d);
}

/* `20', or main and other columns: `20+8'. */
static void
put_columns(struct doc *d, const struct air *a)
{
	size_t from;

	open_cell(d);
	from = d->o->n;
	for (size_t i = 0; i < AIR_COLUMNS; i++) {
		if (!a->cols[i].known)
			continue;
		recout_str(d->o, d->o->n > from ? "+" : "");
		put_value(d->o, a->cols[i].n);
	}
	if (d->o->n == from)
		recout_char(d->o, '-');
	doc_close(d);
}

/* The cells that would be saved: half of the table's rows, full width. */
static double
saved(const struct air *a)
{
	return a->half * air_width(a);
}

static void
put_air(struct doc *d, const struct air_group *g, const struct air *a)
{
	double rows = a->used.known ? a->used.n.real + a->padding : 0;

	doc_row(d,
	    (struct doc_row){ .weight = a->wasted >= 0 ? a->wasted : 0 });
	put_name(d, a->name);
	put_known(d, a->tables);
	put_height(d, &a->height);
	put_known(d, a->rows);
	put_columns(d, a);
	put_known(d, a->cells);
	put_share(d, a->cells.known, a->cells.n.real, g->cells);
	if (!g->used)
		return;
	put_known(d, a->used);
	put_share(d, a->used.known, a->padding, rows);
	put_real(d, a->above > 0, a->above);
	put_real(d, a->above > 0 && saved(a) > 0, saved(a));
}

/* Names the number of rows that a table of n leaves out. */
static void
put_more(const struct airs_report *r, size_t n, const char *what)
{
	if (n <= r->most)
		return;
	doc_begin(r->d, DOC_SMALL, VERDICT_NONE);
	recout_printf(r->d->o, "%zu more %s: ", n - r->most, what);
	doc_code(r->d, "--airs");
	doc_end(r->d, DOC_WITHIN);
}

static void
put_airs(const struct airs_report *r, const struct air_group *g)
{
	static const char *const number[] = { "tables", "height", "rows",
		"columns", "cells", "share", "used rows", "padding",
		"rows above 2^n", "cells saved" };
	size_t n = g->used ? 10 : 6;

	begin_table(r, g, "AIRs");
	doc_column(r->d, "AIR", DOC_WORDS, DOC_ALL);
	for (size_t i = 0; i < n; i++)
		doc_column(r->d, number[i], DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < g->nairs && i < r->most; i++)
		put_air(r->d, g, &r->airs->air[g->air + i]);
	doc_table_end(r->d);
	put_more(r, g->nairs, "AIRs");
}

static void
put_number(struct recout *o, double x)
{
	put_value(o,
	    x == floor(x) && x < 0x1p63 ? number_whole((uint64_t)x) :
					  number_real(x));
}

/* `KeccakfOpAir: 15,052 rows fewer in segment 3 would halve 86,520 cells.' */
static bool
put_sentence(struct doc *d, const struct air_group *g, const struct air *a)
{
	const struct voice *voice = doc_voice(d);
	double cells = saved(a);

	if (a->above <= 0 || a->above > near * a->half ||
	    cells < little * g->cells)
		return false;
	doc_begin(d, DOC_PLAIN, VERDICT_NONE);
	voice->name(d->o, a->name);
	recout_str(d->o, ": ");
	put_number(d->o, a->above);
	recout_str(d->o, a->above == 1 ? " row fewer" : " rows fewer");
	if (a->segment.n > 0 || a->idx.n > 0) {
		recout_str(d->o,
		    a->segment.n > 0 ? " in segment " : " in proof ");
		voice->name(d->o, a->segment.n > 0 ? a->segment : a->idx);
	}
	recout_str(d->o, " would halve ");
	put_number(d->o, 2 * cells);
	recout_str(d->o, " cells.");
	return doc_end(d, DOC_WITHIN);
}

static void
put_heading(struct doc *d, const struct air_group *g)
{
	doc_heading(d, DOC_ALL, 3);
	if (doc_medium(d) == DOC_HTML)
		recout_str(d->o, "AIRs of ");
	if (g->name.n > 0)
		doc_voice(d)->name(d->o, g->name);
	else
		recout_str(d->o, "(no group)");
	doc_heading_end(d);
}

/* The columns after the first that have something to show. */
struct parts_shown {
	bool ended, ms, insns, cells, padding, memory, limit;
};

static void
put_end(struct doc *d, const struct part *p, bool last)
{
	open_cell(d);
	if (p->reason.n > 0) {
		doc_voice(d)->name(d->o, p->reason);
		if (p->air.n > 0) {
			recout_str(d->o, " of ");
			doc_voice(d)->name(d->o, p->air);
		}
	} else {
		recout_str(d->o, last ? "end of the program" : "-");
	}
	doc_close(d);
}

static void
put_part(struct doc *d, const struct part *p, const struct parts_shown *shown,
    bool last)
{
	doc_row(d,
	    (struct doc_row){ .weight = p->ms.known ? p->ms.n.real : 0 });
	put_name(d, p->segment.n > 0 ? p->segment : p->idx);
	if (shown->ended)
		put_end(d, p, last);
	if (shown->ms)
		put_known(d, p->ms);
	if (shown->insns)
		put_known(d, p->insns);
	if (shown->cells)
		put_known(d, p->cells);
	if (shown->padding)
		put_share(d, p->cells.known && p->cells_used.known,
		    p->cells.n.real - p->cells_used.n.real, p->cells.n.real);
	if (shown->memory)
		put_known(d, p->memory);
	if (shown->limit)
		put_share(d, p->sum.known && p->limit.known, p->sum.n.real,
		    p->limit.n.real);
}

static void
put_parts(const struct airs_report *r, const struct air_group *g)
{
	const struct part *p = r->airs->part + g->part;
	struct parts_shown shown = { .ended = g->ended };
	struct doc *d = r->d;

	for (size_t i = 0; i < g->nparts; i++) {
		shown.ms = shown.ms || p[i].ms.known;
		shown.insns = shown.insns || p[i].insns.known;
		shown.cells = shown.cells || p[i].cells.known;
		shown.padding = shown.padding || p[i].cells_used.known;
		shown.memory = shown.memory || p[i].memory.known;
		shown.limit = shown.limit || p[i].limit.known;
	}
	begin_table(r, g, "Segments and proofs");
	doc_column(d, g->nparts > 0 && p->segment.n > 0 ? "segment" : "proof",
	    DOC_WORDS, DOC_ALL);
	if (shown.ended)
		doc_column(d, "ended by", DOC_WORDS, DOC_ALL);
	if (shown.ms)
		doc_column(d, "proof time (ms)", DOC_NUMBER, DOC_ALL);
	if (shown.insns)
		doc_column(d, "instructions", DOC_NUMBER, DOC_ALL);
	if (shown.cells)
		doc_column(d, "cells", DOC_NUMBER, DOC_ALL);
	if (shown.padding)
		doc_column(d, "padding", DOC_NUMBER, DOC_ALL);
	if (shown.memory)
		doc_column(d, "memory (bytes)", DOC_NUMBER, DOC_ALL);
	if (shown.limit)
		doc_column(d, "of the height limit", DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < g->nparts && i < r->most; i++)
		put_part(d, &p[i], &shown, i + 1 == g->nparts);
	doc_table_end(d);
	put_more(r, g->nparts, "segments and proofs");
}

static void
put_group(const struct airs_report *r, const struct air_group *g)
{
	size_t n = 0;

	put_heading(r->d, g);
	for (size_t i = 0; i < g->nairs && n < MOST_SENTENCES; i++)
		n += put_sentence(r->d, g, &r->airs->air[g->air + i]);
	if (n > 0)
		doc_break(r->d);
	cut_text(&r->d->cut, r->d->o);
	put_airs(r, g);
	if (g->nparts > 1 || g->ended || g->fill)
		put_parts(r, g);
	doc_section_end(r->d);
}

/* The groups of a bench, from group *at on; moves *at. */
static void
put_bench(struct doc *d, const struct sheet *s, const struct airs *a,
    size_t bench, size_t *at, size_t most)
{
	struct airs_report r = { d, a, s->benches.key[bench].bytes, most };

	for (; *at < a->ngroups && a->group[*at].bench <= bench; ++*at)
		if (a->group[*at].bench == bench)
			put_group(&r, &a->group[*at]);
}

void
report_airs(struct report *r, size_t from, size_t end)
{
	(void)end;
	/* In other media --airs shows them. */
	if (doc_medium(&r->doc) != DOC_HTML)
		return;
	put_bench(&r->doc, r->s, &r->parts, r->s->row[from].bench,
	    &r->next_part, report_is_short(r) ? REPORT_MOST : SIZE_MAX);
}

void
render_airs(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct doc doc = doc_make(o, opts), *d = &doc;
	struct airs airs;
	struct sheet s;

	sheet_read(&s, in);
	if (!s.levelled)
		fail("--airs: the stream tells no AIRs apart: leave -k of "
		     "ovp-group out");
	airs_of(&airs, &s);
	if (airs.ngroups == 0)
		recout_str(d->o, "No AIR, segment or proof is told apart.\n");
	for (size_t at = 0; at < airs.ngroups;) {
		size_t bench = airs.group[at].bench;

		doc_bench(d, bench, s.benches.key[bench].bytes);
		put_bench(d, &s, &airs, bench, &at, SIZE_MAX);
	}
	cut_fit(&d->cut, d->o);
	doc_trim(d);
	airs_free(&airs);
	sheet_free(&s);
}
