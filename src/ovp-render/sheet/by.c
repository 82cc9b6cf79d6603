/* SPDX-License-Identifier: MIT */
/* Tables of statistics by any keys: sorted, cut, with shares. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/globs.h"
#include "base/mem.h"
#include "base/sort.h"
#include "base/tabs.h"
#include "by.h"
#include "domain/stages.h"
#include "stream/levels.h"

/* The rows of a sheet that are broken down. */
struct source {
	const struct sheet *s;
	const struct row *row; /* n of them */
	size_t n;
	struct slice *key; /* the names of their nkeys keys */
	size_t nkeys;
	size_t *by; /* indexes of the table's keys */
	size_t nby;
	size_t group; /* index of the key `group', or nkeys */
	struct globs wanted;
	struct map tables, rows;
	struct by *out;
};

static size_t
find_key(const struct source *f, struct slice name)
{
	size_t i = 0;

	while (i < f->nkeys && !slice_eq(f->key[i], name))
		i++;
	return i;
}

static void
open_source(struct source *f, const struct sheet *s, const struct opts *opts)
{
	size_t nkeys = s->nkeys + (s->levelled ? FINES : 0);
	bool fine = false;

	*f = (struct source){ .s = s, .nkeys = nkeys, .nby = opts->nby };
	f->key = mem_zalloc(nkeys + 1, sizeof(*f->key));
	for (size_t i = 0; i < nkeys; i++)
		f->key[i] = i < s->nkeys ? s->key[i] :
					   slice_str(fine_name[i - s->nkeys]);
	f->by = mem_zalloc(f->nby, sizeof(*f->by));
	for (size_t i = 0; i < f->nby; i++) {
		f->by[i] = find_key(f, opts->by[i]);
		if (f->by[i] == nkeys)
			fail("--by: '%.*s' is not a key of the statistics: "
			     "add it to ovp-group -k",
			    SLICE_ARG(opts->by[i]));
		fine = fine || f->by[i] >= s->nkeys;
	}
	f->group = find_key(f, SLICE("group"));
	for (size_t i = 0; i < f->nby; i++)
		if (f->by[i] == f->group)
			f->group = nkeys;
	f->row = fine ? s->fine : s->row;
	f->n = fine ? s->nfine : s->n;
	for (size_t i = 0; i < opts->nmetrics; i++)
		globs_add(&f->wanted, opts->metrics[i].at);
}

/* Whether a row has all keys of the table, and a selected metric. */
static bool
takes(const struct source *f, const struct row *r, const struct opts *opts)
{
	if (opts->nmetrics > 0 &&
	    globs_first(&f->wanted, r->metric) == GLOBS_NONE)
		return false;
	for (size_t i = 0; i < f->nby; i++)
		if (r->key[f->by[i]].n == 0 ||
		    slice_eq(r->key[f->by[i]], SLICE("*")))
			return false;
	return f->group == f->nkeys || !slice_eq(r->key[f->group], SLICE("*"));
}

/* The keys of a row that the table lacks; from 63 on, all share a bit. */
static uint64_t
beside(const struct source *f, const struct row *r)
{
	uint64_t set = 0;

	for (size_t i = 0; i < f->nkeys; i++) {
		bool by = i == f->group;

		for (size_t k = 0; k < f->nby; k++)
			by = by || f->by[k] == i;
		if (!by && r->key[i].n > 0)
			set |= (uint64_t)1 << (i < 63 ? i : 63);
	}
	return set;
}

/* Whether a breakdown by further keys is coarser than another. */
static bool
is_coarser(uint64_t a, uint64_t b)
{
	int m = __builtin_popcountll(a), n = __builtin_popcountll(b);

	return m != n ? m < n : a < b;
}

/* The table of a row; makes a new one if there is none. */
static struct by_table *
table_of(struct source *f, const struct row *r, const struct opts *opts)
{
	struct by *b = f->out;
	struct buf id = { 0 };
	struct slice group = { "", 0 };
	size_t known = f->tables.n, i;
	struct by_table *t;

	if (f->group < f->nkeys)
		group = r->key[f->group];
	tabs_add(&id, r->metric);
	tabs_add(&id, group);
	i = map_put(&f->tables, r->bench, buf_bytes(&id));
	buf_free(&id);
	b->table = mem_grow(b->table, &b->cap, i, sizeof(*b->table));
	t = &b->table[i];
	if (i < known)
		return t;
	b->n = i + 1;
	*t = (struct by_table){
		.bench = r->bench,
		.group = group,
		.has_group = f->group<f->nkeys, .metric = r->metric,
				 .is = r->is, .beside = UINT64_MAX,
				 .sums = metric_adds_up(r->is,
				     f->group < f->nkeys &&
					 stage_of(group) == STAGE_APP),
				 .order = opts->nmetrics> 0 ?
		    globs_first(&f->wanted, r->metric) :
		    r->is->place < 0 ? SIZE_MAX :
				       (size_t)r->is->place,
	};
	return t;
}

static struct by_row *
row_of(struct source *f, const struct row *r, size_t table)
{
	struct by *b = f->out;
	struct buf id = { 0 };
	size_t known = f->rows.n, i;

	for (size_t k = 0; k < f->nby; k++)
		tabs_add(&id, r->key[f->by[k]]);
	i = map_put(&f->rows, table, buf_bytes(&id));
	buf_free(&id);
	b->row = mem_grow(b->row, &b->row_cap, i, sizeof(*b->row));
	if (i == known) {
		b->nrows = i + 1;
		b->row[i] = (struct by_row){
			.key = arena_alloc(&b->arena,
			    f->nby * sizeof(*b->row[i].key)),
		};
		for (size_t k = 0; k < f->nby; k++)
			b->row[i].key[k] = r->key[f->by[k]];
	}
	return &b->row[i];
}

/* --- sums of rows --- */

static void
take_extreme(struct value *to, const struct value *from, int sign)
{
	if (from->known &&
	    (!to->known || sign * number_cmp(from->n, to->n) > 0))
		*to = *from;
}

/* Adds the statistics of a side; finish() sets sum and average. */
static void
add_side(struct by_row *to, enum by_side side, const struct value *stat)
{
	struct value *t = to->stat[side];

	if (!stat[STAT_SUM].known)
		return;
	sum_add(&to->sum[side], stat[STAT_SUM].n);
	t[STAT_SUM].known = true;
	if (stat[STAT_COUNT].known)
		t[STAT_COUNT] = (struct value){ number_real(
						    t[STAT_COUNT].n.real +
						    stat[STAT_COUNT].n.real),
			true };
	take_extreme(&t[STAT_MIN], &stat[STAT_MIN], -1);
	take_extreme(&t[STAT_MAX], &stat[STAT_MAX], 1);
	t[STAT_AVG] = stat[STAT_AVG];
}

static void
add_row(struct by_row *to, const struct value *now, const struct value *base)
{
	to->parts++;
	add_side(to, BY_NOW, now);
	add_side(to, BY_BASE, base);
}

/* Unpacks the statistics of a side that are added. */
static void
unpack(struct value *stat, const char *side)
{
	for (size_t i = 0; i < STAT_STDDEV; i++)
		stat[i] = packed_get(side, i);
}

/* Sets sum and average; a single row keeps its own, maybe weighted, average. */
static void
finish(struct by_row *r)
{
	for (enum by_side side = BY_NOW; side < BY_SIDES; side++) {
		struct value *t = r->stat[side];

		if (!t[STAT_SUM].known)
			continue;
		t[STAT_SUM].n = sum_value(&r->sum[side]);
		if (r->parts > 1 && t[STAT_COUNT].known &&
		    t[STAT_COUNT].n.real >= 1)
			t[STAT_AVG] = (struct value){ number_real(
							  t[STAT_SUM].n.real /
							  t[STAT_COUNT].n.real),
				true };
	}
}

const struct value *
by_value(const struct by_table *t, const struct by_row *r, enum by_side side)
{
	return &r->stat[side][t->sums ? STAT_SUM : STAT_AVG];
}

/* --- order --- */

enum sort { SORT_STAT, SORT_CHANGE, SORT_PCT, SORT_BASE, SORT_KEY };

struct order {
	const struct by *b;
	const struct by_table *t;
	const struct sheet *s;
	enum sort by;
	enum statistic stat; /* for SORT_STAT */
	size_t key;          /* for SORT_KEY */
	size_t nby;
};

static void
open_order(struct order *o, const struct opts *opts, bool compares)
{
	static const char *const change[] = { "change", "pct", "base" };
	const char *name = opts->sort;

	o->nby = opts->nby;
	o->by = SORT_KEY;
	if (name == NULL && opts->top == 0 && !opts->share)
		return;
	o->by = SORT_STAT;
	o->stat = STAT_SUM;
	if (name == NULL || strcmp(name, "share") == 0)
		return;
	for (o->stat = 0; o->stat < STAT_STDDEV; o->stat++)
		if (strcmp(name, stat_name[o->stat]) == 0)
			return;
	for (size_t i = 0; compares && i < 3; i++) {
		o->by = (enum sort)(SORT_CHANGE + i);
		if (strcmp(name, change[i]) == 0)
			return;
	}
	o->by = SORT_KEY;
	for (o->key = 0; o->key < opts->nby; o->key++)
		if (slice_eq(opts->by[o->key], slice_str(name)))
			return;
	fail("--sort: '%s' is not a column (expected a key of --by, count, "
	     "sum, min, max, avg%s)",
	    name, compares ? ", base, change or pct" : "");
}

/* The value to sort a row by; a row without one comes last. */
static double
worth(const struct order *o, const struct by_row *r)
{
	const struct value *now = by_value(o->t, r, BY_NOW);
	const struct value *base = by_value(o->t, r, BY_BASE);
	double change = (now->known ? now->n.real : 0) -
	    (base->known ? base->n.real : 0);

	switch (o->by) {
	case SORT_STAT:
		if (o->stat == STAT_SUM && !o->t->sums)
			break;
		return r->stat[BY_NOW][o->stat].known ?
		    r->stat[BY_NOW][o->stat].n.real :
		    -1e308;
	case SORT_CHANGE:
		return change < 0 ? -change : change;
	case SORT_PCT:
		if (!base->known || base->n.real == 0)
			return -1e308;
		change /= base->n.real;
		return change < 0 ? -change : change;
	case SORT_BASE:
		return base->known ? base->n.real : -1e308;
	case SORT_KEY:
		return 0;
	}
	return now->known ? now->n.real : -1e308;
}

static int
by_worth(const void *a, const void *b, void *order)
{
	const struct order *o = order;
	const struct by_row *x = a, *y = b;
	double v = worth(o, x), w = worth(o, y);
	int c = (v < w) - (v > w);

	for (size_t i = 0; i < o->nby && c == 0; i++) {
		size_t k = o->by == SORT_KEY ? (o->key + i) % o->nby : i;

		c = name_cmp(x->key[k], y->key[k]);
	}
	return c;
}

static int
by_place(const void *a, const void *b)
{
	const struct by_table *x = a, *y = b;
	int c = (x->bench > y->bench) - (x->bench < y->bench);

	if (c == 0)
		c = (x->order > y->order) - (x->order < y->order);
	if (c == 0)
		c = slice_cmp(x->metric, y->metric);
	return c != 0 ? c : stage_cmp(x->group, y->group);
}

/* Merges all rows from `top' on into one. */
static void
cut(struct by *b, struct by_table *t, size_t top)
{
	struct by_row *rest = &b->row[t->row + top];

	if (top == 0 || t->nrows <= top + 1)
		return;
	rest->rest = t->nrows - top;
	for (size_t i = top + 1; i < t->nrows; i++) {
		struct by_row *r = &b->row[t->row + i];

		add_row(rest, r->stat[BY_NOW], r->stat[BY_BASE]);
	}
	finish(rest);
	t->nrows = top + 1;
}

/* --- tables --- */

/* Groups the rows by table and sorts the tables. */
static void
arrange(struct source *f, const struct opts *opts)
{
	struct by *b = f->out;
	struct order o = { .b = b, .s = f->s };
	struct by_row *row = mem_zalloc(b->nrows + 1, sizeof(*row));
	size_t at = 0;

	open_order(&o, opts, f->s->compares);
	for (size_t t = 0; t < b->n; t++) {
		b->table[t].row = at;
		at += b->table[t].nrows;
		b->table[t].nrows = 0;
	}
	/* Each row belongs to one table. */
	for (size_t i = 0; i < b->nrows && f->rows.key != NULL; i++) {
		struct by_table *t = &b->table[f->rows.key[i].parent];

		finish(&b->row[i]);
		if (t->sums && b->row[i].stat[BY_NOW][STAT_SUM].known)
			t->total += b->row[i].stat[BY_NOW][STAT_SUM].n.real;
		row[t->row + t->nrows++] = b->row[i];
	}
	free(b->row);
	b->row = row;
	for (size_t t = 0; t < b->n; t++) {
		o.t = &b->table[t];
		sort_with(row + o.t->row, o.t->nrows, sizeof(*row), by_worth,
		    &o);
		cut(b, &b->table[t], opts->top);
	}
	if (b->n > 0)
		qsort(b->table, b->n, sizeof(*b->table), by_place);
}

void
by_of(struct by *b, const struct sheet *s, const struct opts *opts)
{
	struct source f;

	*b = (struct by){ 0 };
	open_source(&f, s, opts);
	f.out = b;
	for (size_t i = 0; i < f.n; i++)
		if (takes(&f, &f.row[i], opts)) {
			struct by_table *t = table_of(&f, &f.row[i], opts);
			uint64_t set = beside(&f, &f.row[i]);

			if (is_coarser(set, t->beside))
				t->beside = set;
		}
	for (size_t i = 0; i < f.n; i++) {
		const struct row *r = &f.row[i];
		struct value now[STAT_STDDEV], base[STAT_STDDEV];
		struct by_table *t;
		size_t known = f.rows.n;

		if (!takes(&f, r, opts))
			continue;
		t = table_of(&f, r, opts);
		if (beside(&f, r) != t->beside)
			continue;
		unpack(now, r->now);
		unpack(base, r->base);
		add_row(row_of(&f, r, (size_t)(t - b->table)), now, base);
		t->nrows += f.rows.n - known;
	}
	arrange(&f, opts);
	globs_free(&f.wanted);
	map_free(&f.tables);
	map_free(&f.rows);
	free(f.key);
	free(f.by);
}

void
by_free(struct by *b)
{
	for (size_t i = 0; i < b->nrows; i++)
		for (enum by_side side = BY_NOW; side < BY_SIDES; side++)
			sum_free(&b->row[i].sum[side]);
	free(b->table);
	free(b->row);
	arena_free(&b->arena);
}
