/* SPDX-License-Identifier: MIT */
/* Tables of statistics by any keys. */
#include "ovp-render/doc/doc.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/by.h"
#include "ovp-render/sheet/sheet_read.h"

/* The data of the tables, all borrowed. */
struct breakdown {
	struct doc *d;
	const struct opts *opts;
	const struct sheet *s;
	const struct by *b;
};

static bool
is_csv(const struct doc *d)
{
	return doc_medium(d) == DOC_CSV;
}

static void
cell_name(struct doc *d, struct slice name)
{
	doc_cell(d, (struct doc_cell){ .show = DOC_NAME, .text = name });
}

static void
cell_value(struct doc *d, struct value v,
    void (*put)(struct recout *, struct number))
{
	doc_cell(d,
	    (struct doc_cell){ .show = DOC_VALUE, .now = v, .put = put });
}

static void
put_percent_of(struct recout *o, struct number n)
{
	recout_printf(o, "%.1f%%", n.real);
}

static void
cell_share(struct doc *d, const struct by_table *of, const struct by_row *row)
{
	const struct value *sum = &row->stat[BY_NOW][STAT_SUM];
	struct value share = { .known = of->sums && sum->known &&
		    of->total > 0 };

	if (share.known)
		share.n = number_real(100 * sum->n.real / of->total);
	cell_value(d, share, put_percent_of);
}

/* The difference, and its share of the baseline, for people. */
static void
cells_change(struct doc *d, const struct value *now, const struct value *base)
{
	bool both = now->known && base->known;
	bool differs = both && number_cmp(now->n, base->n) != 0;

	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	if (differs)
		put_difference(d->o, now->n, base->n);
	else if (!both)
		recout_str(d->o,
		    now->known      ? "new" :
			base->known ? "gone" :
				      "-");
	doc_close(d);
	doc_open(d, (struct doc_cell){ .show = DOC_RAW });
	if (differs && base->n.real != 0)
		put_percent(d->o, now->n, base->n);
	doc_close(d);
}

/* The same as numbers. */
static void
cells_difference(struct doc *d, const struct value *now,
    const struct value *base)
{
	struct value by = { .known = now->known && base->known }, pct = by;

	if (by.known)
		by.n = number_real(now->n.real - base->n.real);
	pct.known = by.known && base->n.real != 0;
	if (pct.known)
		pct.n = number_real(
		    100 * (now->n.real - base->n.real) / base->n.real);
	cell_value(d, by, put_value);
	cell_value(d, pct, put_value);
}

static void
columns(const struct breakdown *r)
{
	static const char *const stat[] = { "count", "sum", "avg", "max",
		"min" };
	static const char *const compared[] = { "baseline", "now", "change",
		"pct" };

	for (size_t i = 0; i < r->opts->nby; i++)
		doc_column_named(r->d, r->opts->by[i], DOC_WORDS, DOC_ALL);
	for (size_t i = 0; i < 5 && !r->s->compares; i++)
		doc_column(r->d, stat[i], DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < 4 && r->s->compares; i++)
		doc_column(r->d, compared[i], DOC_NUMBER, DOC_ALL);
	if (r->opts->share)
		doc_column(r->d, "share", DOC_NUMBER, DOC_ALL);
}

/* The keys; a row that sums up others has their number. */
static void
cells_key(const struct breakdown *r, const struct by_row *row)
{
	for (size_t i = 0; i < r->opts->nby; i++) {
		doc_open(r->d, (struct doc_cell){ .show = DOC_RAW });
		if (row->rest == 0)
			doc_voice(r->d)->name(r->d->o, row->key[i]);
		else if (i == 0)
			recout_printf(r->d->o, "other (%zu)", row->rest);
		doc_close(r->d);
	}
}

static void
cells(const struct breakdown *r, const struct by_table *of,
    const struct by_row *row)
{
	static const struct value none;
	const struct value *now = row->stat[BY_NOW];
	struct doc *d = r->d;

	cells_key(r, row);
	if (r->s->compares) {
		const struct value *base = by_value(of, row, BY_BASE);

		now = by_value(of, row, BY_NOW);
		cell_value(d, *base, put_value);
		cell_value(d, *now, put_value);
		(is_csv(d) ? cells_difference : cells_change)(d, now, base);
	} else {
		cell_value(d, now[STAT_COUNT], put_value);
		cell_value(d, of->sums ? now[STAT_SUM] : none, put_value);
		cell_value(d, now[STAT_AVG], put_value);
		cell_value(d, now[STAT_MAX], put_value);
		cell_value(d, now[STAT_MIN], put_value);
	}
	if (r->opts->share)
		cell_share(d, of, row);
}

static void
begin_row(struct doc *d, const struct by_row *row)
{
	const struct value *sum = &row->stat[BY_NOW][STAT_SUM];

	doc_row(d, (struct doc_row){ .weight = sum->known ? sum->n.real : 0 });
}

static struct slice
bench_name(const struct breakdown *r, const struct by_table *t)
{
	return r->s->benches.key[t->bench].bytes;
}

/* All tables in one, for programs. */
static void
put_csv(const struct breakdown *r)
{
	bool group = r->b->n > 0 && r->b->table[0].has_group;
	struct doc *d = r->d;

	doc_table(d);
	doc_column(d, "bench", DOC_WORDS, DOC_ALL);
	if (group)
		doc_column(d, "group", DOC_WORDS, DOC_ALL);
	doc_column(d, "metric", DOC_WORDS, DOC_ALL);
	columns(r);
	for (size_t i = 0; i < r->b->n; i++) {
		const struct by_table *of = &r->b->table[i];

		for (size_t k = 0; k < of->nrows; k++) {
			const struct by_row *row = &r->b->row[of->row + k];

			begin_row(d, row);
			cell_name(d, bench_name(r, of));
			if (group)
				cell_name(d, of->group);
			cell_name(d, of->metric);
			cells(r, of, row);
		}
	}
	doc_table_end(d);
}

static void
put_heading(const struct breakdown *r, const struct by_table *of)
{
	struct doc *d = r->d;

	doc_heading(d, DOC_ALL, 3);
	if (of->has_group && of->group.n == 0)
		recout_str(d->o, "(no group)");
	else if (of->has_group)
		doc_voice(d)->name(d->o, of->group);
	recout_str(d->o, of->has_group ? ": " : "");
	doc_voice(d)->name(d->o, of->metric);
	doc_heading_end(d);
}

static void
put_tables(const struct breakdown *r)
{
	for (size_t i = 0; i < r->b->n; i++) {
		const struct by_table *of = &r->b->table[i];

		if (i == 0 || of->bench != r->b->table[i - 1].bench)
			doc_bench(r->d, of->bench, bench_name(r, of));
		put_heading(r, of);
		doc_table(r->d);
		columns(r);
		for (size_t k = 0; k < of->nrows; k++) {
			begin_row(r->d, &r->b->row[of->row + k]);
			cells(r, of, &r->b->row[of->row + k]);
		}
		doc_table_end(r->d);
	}
	if (r->b->n == 0)
		recout_str(r->d->o,
		    "Nothing has all of these keys, and such "
		    "a metric.\n");
	cut_fit(&r->d->cut, r->d->o);
	doc_trim(r->d);
}

void
render_by(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct by b;
	struct doc d = doc_make(o, opts);
	struct breakdown r = { .d = &d, .opts = opts, .s = &s, .b = &b };

	sheet_read(&s, in);
	by_of(&b, &s, opts);
	if (is_csv(&d))
		put_csv(&r);
	else
		put_tables(&r);
	by_free(&b);
	sheet_free(&s);
}
