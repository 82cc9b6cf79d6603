/* SPDX-License-Identifier: MIT */
/* Tables of statistics by any keys. */
#include "ovp-render/doc/figures.h"
#include "ovp-render/doc/tabular.h"
#include "ovp-render/sheet/by.h"
#include "ovp-render/sheet/sheet_read.h"

/* What tables are written with: all of it borrowed. */
struct report {
	enum tabular_format	 format;
	struct recout		*o;
	const struct screen	*screen;	/* of text */
	struct cut		*cut;		/* of Markdown */
	const struct opts	*opts;
	const struct sheet	*s;
	const struct by		*b;
};

static struct tabular
open(const struct report *r)
{
	return (struct tabular){
		.format = r->format, .o = r->o, .screen = r->screen,
		.cut = r->cut, .raw = r->opts->raw,
	};
}

static void
put_nothing(const struct tabular *t)
{
	recout_str(t->o, t->format == TABULAR_CSV ? "" : "-");
}

static void
cell_name(struct tabular *t, struct slice name)
{
	size_t from = tabular_cell(t);

	tabular_name(t, name);
	tabular_end(t, from);
}

static void
cell_value(struct tabular *t, const struct value *v, bool shown)
{
	size_t from = tabular_cell(t);

	if (v->known && shown)
		tabular_number(t, v->n, put_value);
	else
		put_nothing(t);
	tabular_end(t, from);
}

static void
put_percent_of(struct recout *o, struct number n)
{
	recout_printf(o, "%.1f%%", n.real);
}

static void
cell_share(struct tabular *t, const struct by_table *of,
    const struct by_row *row)
{
	const struct value *sum = &row->stat[BY_NOW][STAT_SUM];
	size_t from = tabular_cell(t);

	if (of->sums && sum->known && of->total > 0)
		tabular_number(t, number_real(100 * sum->n.real / of->total),
		    put_percent_of);
	else
		put_nothing(t);
	tabular_end(t, from);
}

/* The difference, and what part of the baseline it is. */
static void
cells_change(struct tabular *t, const struct value *now,
    const struct value *base)
{
	bool both = now->known && base->known;
	size_t from = tabular_cell(t);

	if (both && t->format == TABULAR_CSV)
		tabular_number(t, number_real(now->n.real - base->n.real),
		    put_value);
	else if (both && number_cmp(now->n, base->n) != 0)
		put_difference(t->o, now->n, base->n);
	else if (!both && t->format != TABULAR_CSV)
		recout_str(t->o, now->known ? "new" : base->known ? "gone" :
		    "-");
	tabular_end(t, from);
	from = tabular_cell(t);
	if (both && base->n.real != 0 && t->format == TABULAR_CSV)
		tabular_number(t, number_real(100 *
		    (now->n.real - base->n.real) / base->n.real), put_value);
	else if (both && base->n.real != 0 &&
	    number_cmp(now->n, base->n) != 0)
		put_percent(t->o, now->n, base->n);
	tabular_end(t, from);
}

static void
columns(struct tabular *t, const struct report *r)
{
	static const char *const stat[] = {
		"count", "sum", "avg", "max", "min",
	};
	static const char *const compared[] = {
		"baseline", "now", "change", "pct",
	};

	for (size_t i = 0; i < r->opts->nby; i++)
		tabular_column_named(t, r->opts->by[i], false);
	for (size_t i = 0; i < 5 && !r->s->compares; i++)
		tabular_column(t, stat[i], true);
	for (size_t i = 0; i < 4 && r->s->compares; i++)
		tabular_column(t, compared[i], true);
	if (r->opts->share)
		tabular_column(t, "share", true);
}

/* The keys; a row that stands for others has their number. */
static void
cells_key(struct tabular *t, const struct report *r, const struct by_row *row)
{
	for (size_t i = 0; i < r->opts->nby; i++) {
		size_t from = tabular_cell(t);

		if (row->rest == 0)
			tabular_name(t, row->key[i]);
		else if (i == 0)
			recout_printf(t->o, "other (%zu)", row->rest);
		tabular_end(t, from);
	}
}

static void
put_row(struct tabular *t, const struct report *r, const struct by_table *of,
    const struct by_row *row)
{
	const struct value *now = row->stat[BY_NOW];

	t->weight = now[STAT_SUM].known ? now[STAT_SUM].n.real : 0;
	cells_key(t, r, row);
	if (r->s->compares) {
		const struct value *base = by_value(of, row, BY_BASE);

		now = by_value(of, row, BY_NOW);
		cell_value(t, base, true);
		cell_value(t, now, true);
		cells_change(t, now, base);
	} else {
		cell_value(t, &now[STAT_COUNT], true);
		cell_value(t, &now[STAT_SUM], of->sums);
		cell_value(t, &now[STAT_AVG], true);
		cell_value(t, &now[STAT_MAX], true);
		cell_value(t, &now[STAT_MIN], true);
	}
	if (r->opts->share)
		cell_share(t, of, row);
}

static struct slice
bench_name(const struct report *r, const struct by_table *t)
{
	return r->s->benches.key[t->bench].bytes;
}

/* All tables as one, for programs. */
static void
put_csv(const struct report *r)
{
	struct tabular t = open(r);
	bool group = r->b->n > 0 && r->b->table[0].has_group;

	tabular_column(&t, "bench", false);
	if (group)
		tabular_column(&t, "group", false);
	tabular_column(&t, "metric", false);
	columns(&t, r);
	for (size_t i = 0; i < r->b->n; i++) {
		const struct by_table *of = &r->b->table[i];

		for (size_t k = 0; k < of->nrows; k++) {
			cell_name(&t, bench_name(r, of));
			if (group)
				cell_name(&t, of->group);
			cell_name(&t, of->metric);
			put_row(&t, r, of, &r->b->row[of->row + k]);
		}
	}
	tabular_put(&t);
}

static void
put_heading(const struct report *r, const struct by_table *of, bool bench)
{
	struct tabular t = open(r);
	bool md = r->format == TABULAR_MD;

	if (bench) {
		recout_str(r->o, md ? "## " : "");
		tabular_name(&t, bench_name(r, of));
		recout_str(r->o, "\n\n");
	}
	recout_str(r->o, md ? "### " : "");
	if (of->has_group && of->group.n == 0)
		recout_str(r->o, "(no group)");
	else if (of->has_group)
		tabular_name(&t, of->group);
	recout_str(r->o, of->has_group ? ": " : "");
	tabular_name(&t, of->metric);
	recout_str(r->o, md ? "\n\n" : "\n");
}

static void
put_tables(const struct report *r)
{
	for (size_t i = 0; i < r->b->n; i++) {
		const struct by_table *of = &r->b->table[i];
		struct tabular t = open(r);

		put_heading(r, of, i == 0 ||
		    of->bench != r->b->table[i - 1].bench);
		columns(&t, r);
		for (size_t k = 0; k < of->nrows; k++)
			put_row(&t, r, of, &r->b->row[of->row + k]);
		tabular_put(&t);
		recout_char(r->o, '\n');
	}
	if (r->b->n == 0)
		recout_str(r->o, "Nothing has all of these keys, and such a "
		    "metric.\n\n");
	/* Tables end with an empty line, which the last one needs not. */
	r->o->n--;
}

static void
render(struct recin *in, struct report r)
{
	struct sheet s;
	struct by b;

	sheet_read(&s, in);
	by_of(&b, &s, r.opts);
	r.s = &s;
	r.b = &b;
	if (r.format == TABULAR_CSV)
		put_csv(&r);
	else
		put_tables(&r);
	by_free(&b);
	sheet_free(&s);
}

void
render_by_text(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct screen screen = screen_of_stdout((enum colour_when)opts->colour);

	render(in, (struct report){
		.format = TABULAR_TEXT, .o = o, .screen = &screen, .opts = opts,
	});
}

void
render_by_md(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct cut cut = { .max = opts->max_bytes };

	render(in, (struct report){
		.format = TABULAR_MD, .o = o, .cut = &cut, .opts = opts,
	});
	cut_fit(&cut, o);
}

void
render_by_csv(struct recin *in, struct recout *o, const struct opts *opts)
{
	render(in, (struct report){
		.format = TABULAR_CSV, .o = o, .opts = opts,
	});
}
