/* SPDX-License-Identifier: MIT */
/* Selected metrics as columns, a row for each run of a bench. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/globs.h"
#include "base/mem.h"
#include "base/sort.h"
#include "domain/stages.h"
#include "ovp-render/doc/doc.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/sheet.h"
#include "ovp-render/sheet/sheet_read.h"

/* A metric of a group, or of other keys. */
struct column {
	const struct row *any;
	struct slice title; /* in the arena */
	size_t order;       /* of the metric in the request */
	size_t id;          /* index in wide.columns */
	enum statistic stat;
	struct value base; /* for the bench of --against */
};

/* A run of a bench. */
struct line {
	size_t bench;
	struct slice run;
	size_t id;
};

/* A value of a line in a column. */
struct cell {
	struct number n;
	bool seconds;
};

struct wide {
	const struct sheet *s;
	const struct opts *opts;
	struct globs wanted;
	struct map columns, lines, cells; /* cells: by line */
	struct column *column;
	struct line *line;
	struct cell *cell;
	size_t column_cap, line_cap, cell_cap;
	bool runs;      /* a bench has several */
	size_t against; /* a bench, or MAP_NONE */
	struct arena arena;
};

/* The position of a column in the table, or GLOBS_NONE if it has none. */
static size_t
order_of(const struct wide *w, const struct row *r, struct slice title)
{
	bool whole = w->s->by_group && slice_eq(r->key[0], SLICE("*"));
	size_t metric = globs_first(&w->wanted, r->metric);
	size_t group = globs_first(&w->wanted, title);

	if (w->opts->nmetrics > 0)
		return metric < group ? metric : group;
	if (metric_has(r->is, ROLE_SECONDS))
		return whole ? 0 : 2;
	return whole && metric_has(r->is, ROLE_PARALLEL) ? 1 : GLOBS_NONE;
}

/* `METRIC@GROUP', as in gates; for the whole bench only the metric. */
static struct slice
title_of(struct wide *w, const struct row *r)
{
	bool whole = w->s->by_group && slice_eq(r->key[0], SLICE("*"));
	struct buf b = { 0 };
	struct slice title;
	char before = '@';

	buf_slice(&b, r->metric);
	for (size_t i = 0; i < w->s->nkeys && !whole; i++) {
		if (r->key[i].n == 0)
			continue;
		buf_char(&b, before);
		buf_slice(&b, r->key[i]);
		before = '/';
	}
	title = arena_copy(&w->arena, buf_bytes(&b));
	buf_free(&b);
	return title;
}

static size_t
column_of(struct wide *w, const struct row *r, struct slice title, size_t order)
{
	bool app = w->s->by_group && stage_of(r->key[0]) == STAGE_APP;
	size_t known = w->columns.n, i = map_put(&w->columns, 0, title);

	w->column = mem_grow(w->column, &w->column_cap, i, sizeof(*w->column));
	if (i == known)
		w->column[i] = (struct column){
			.any = r,
			.title = title,
			.order = order,
			.id = i,
			.stat = metric_adds_up(r->is, app) ? STAT_SUM :
							     STAT_AVG,
		};
	return i;
}

static size_t
line_of(struct wide *w, const struct row *r)
{
	size_t known = w->lines.n,
	       i = map_put(&w->lines, r->bench, r->runs->number);

	w->line = mem_grow(w->line, &w->line_cap, i, sizeof(*w->line));
	if (i == known)
		w->line[i] = (struct line){ r->bench, r->runs->number, i };
	return i;
}

/* Takes the value of one run of a metric that is a column. */
static void
take_run(struct wide *w, const struct row *r, size_t column)
{
	const struct column *c = &w->column[column];
	struct value v = row_now(r, c->stat);
	size_t line = line_of(w, r), i;

	if (!v.known)
		return;
	i = map_put(&w->cells, line,
	    (struct slice){ (const char *)&column, sizeof(column) });
	w->cell = mem_grow(w->cell, &w->cell_cap, i, sizeof(*w->cell));
	w->cell[i] = (struct cell){ v.n,
		metric_is_proof_time(r->is) && strcmp(r->is->unit, "s") == 0 };
}

static void
take_row(struct wide *w, const struct row *r)
{
	struct slice title = title_of(w, r);
	size_t order = order_of(w, r, title), column;

	if (order == GLOBS_NONE)
		return;
	column = column_of(w, r, title, order);
	if (r->bench == w->against)
		w->column[column].base = row_now(r, w->column[column].stat);
	if (w->s->run == NULL) {
		take_run(w, r, column);
		return;
	}
	for (size_t i = r->first; i != SIZE_MAX; i = w->s->run[i].next) {
		w->runs = w->runs || i != r->first;
		take_run(w, &w->s->run[i], column);
	}
}

static int
by_order(const void *a, const void *b, void *wide)
{
	const struct wide *w = wide;
	const struct column *x = a, *y = b;
	int c = (x->order > y->order) - (x->order < y->order);

	if (c == 0)
		c = slice_cmp(x->any->metric, y->any->metric);
	return c != 0 ?
	    c :
	    stage_keys_cmp(w->s->key, w->s->nkeys, x->any->key, y->any->key);
}

static int
by_run(const void *a, const void *b, void *wide)
{
	const struct line *x = a, *y = b;

	(void)wide;
	if (x->bench != y->bench)
		return x->bench < y->bench ? -1 : 1;
	return name_cmp(x->run, y->run);
}

static void
put_times(struct recout *o, struct number n)
{
	put_value(o, n);
	recout_char(o, 'x');
}

/* A value, or its ratio to the value of the other bench. */
static void
put_cell(const struct wide *w, struct doc *d, const struct cell *c,
    const struct value *base)
{
	bool times = w->against != MAP_NONE;
	struct value v = { .known = c != NULL &&
		    (!times || (base->known && base->n.real != 0)) };

	if (v.known)
		v.n = times ? number_real(c->n.real / base->n.real) : c->n;
	doc_cell(d,
	    (struct doc_cell){ .show = DOC_VALUE,
		.now = v,
		.put = times              ? put_times :
		    v.known && c->seconds ? put_seconds :
					    put_value });
}

static void
put_line(struct wide *w, struct doc *d, const struct line *line)
{
	doc_row(d, (struct doc_row){ .weight = 0 });
	doc_cell(d,
	    (struct doc_cell){ .show = DOC_NAME,
		.text = w->s->benches.key[line->bench].bytes });
	if (w->runs)
		doc_cell(d,
		    (struct doc_cell){ .show = DOC_NAME, .text = line->run });
	for (size_t i = 0; i < w->columns.n; i++) {
		size_t id = w->column[i].id;
		size_t at = map_find(&w->cells, line->id,
		    (struct slice){ (const char *)&id, sizeof(id) });

		put_cell(w, d, at != MAP_NONE ? &w->cell[at] : NULL,
		    &w->column[i].base);
	}
}

static void
put(struct wide *w, struct doc *d)
{
	sort_with(w->column, w->columns.n, sizeof(*w->column), by_order, w);
	sort_with(w->line, w->lines.n, sizeof(*w->line), by_run, w);
	doc_table(d);
	doc_column(d, "bench", DOC_WORDS, DOC_ALL);
	if (w->runs)
		doc_column(d, "run", DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < w->columns.n; i++)
		doc_column_named(d, w->column[i].title, DOC_NUMBER, DOC_ALL);
	for (size_t i = 0; i < w->lines.n; i++)
		put_line(w, d, &w->line[i]);
	doc_table_end(d);
	if (w->lines.n == 0 && doc_medium(d) != DOC_CSV)
		recout_str(d->o, "No such metric.\n");
	cut_fit(&d->cut, d->o);
	doc_trim(d);
}

void
render_wide(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct doc d = doc_make(o, opts);
	struct wide w = { .opts = opts };
	struct sheet s;

	sheet_read(&s, in);
	w.s = &s;
	w.against = MAP_NONE;
	if (opts->against != NULL) {
		w.against = map_find(&s.benches, 0, slice_str(opts->against));
		if (w.against == MAP_NONE)
			fail("--against: there is no bench '%s'",
			    opts->against);
	}
	for (size_t i = 0; i < opts->nmetrics; i++)
		globs_add(&w.wanted, opts->metrics[i].at);
	for (size_t i = 0; i < s.n; i++)
		take_row(&w, &s.row[i]);
	put(&w, &d);
	globs_free(&w.wanted);
	map_free(&w.columns);
	map_free(&w.lines);
	map_free(&w.cells);
	free(w.column);
	free(w.line);
	free(w.cell);
	arena_free(&w.arena);
	sheet_free(&s);
}
