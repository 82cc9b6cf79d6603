/* SPDX-License-Identifier: MIT */
/* One table of detailed metrics as Markdown. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/sort.h"
#include "base/tabs.h"
#include "detailed.h"
#include "ovp-render/doc/delta.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"

/* The columns of labels, then those of metrics. */
struct columns {
	struct slice keys; /* in the form of tabs.h */
	/* nmetrics indexes into the cube's; memory of detailed */
	size_t *metric;
	size_t nmetrics;
};

static int
by_name(const void *a, const void *b, void *cube)
{
	const struct map_key *key = ((const struct cube *)cube)->metrics.key;

	return slice_cmp(key[*(const size_t *)a].bytes,
	    key[*(const size_t *)b].bytes);
}

/* Sorts the metrics of the rows by name, backwards like the reference. */
static void
find_metrics(struct detailed *d, struct columns *c, size_t from, size_t end)
{
	c->metric = d->metric;
	for (size_t i = from; i < end; i++)
		cube_collect(&d->cube, d->row[i].row, d->has, c->metric,
		    &c->nmetrics);
	for (size_t i = 0; i < c->nmetrics; i++)
		d->has[c->metric[i]] = false;
	sort_with(c->metric, c->nmetrics, sizeof(*c->metric), by_name,
	    (void *)(uintptr_t)&d->cube);
	for (size_t i = 0; d->opts->compat && i < c->nmetrics / 2; i++) {
		size_t *a = &c->metric[i];
		size_t *b = &c->metric[c->nmetrics - 1 - i], was = *a;

		*a = *b;
		*b = was;
	}
}

static void
put_head(struct detailed *d, const struct columns *c)
{
	struct recout *o = d->o;
	struct slice keys = c->keys;
	size_t nkeys = 0;

	recout_char(o, '|');
	for (; keys.n > 0; nkeys++) {
		recout_char(o, ' ');
		escape_md(o, tabs_take(&keys));
		recout_str(o, " |");
	}
	for (size_t i = 0; i < c->nmetrics; i++) {
		recout_char(o, ' ');
		escape_md(o, d->cube.metrics.key[c->metric[i]].bytes);
		recout_str(o, " |");
	}
	recout_str(o, "\n|");
	while (nkeys-- > 0)
		recout_str(o, " --- |");
	for (size_t i = 0; i < c->nmetrics; i++)
		recout_str(o, d->opts->compat ? " --- |" : " --: |");
	recout_char(o, '\n');
}

/* For an unchanged value: below any position in a table. */
#define NO_WEIGHT (-HUGE_VAL)

/* The importance of a change to a reader. */
static double
weight_of(struct slice metric, struct number now, struct number base)
{
	static const double tier[] = {
		[DELTA_WORSE] = 3e9,
		[DELTA_OTHER] = 2e9,
		[DELTA_BETTER] = 1e9,
	};
	enum delta change = delta_of(metric, now, base);
	double percent = 1e8;

	if (change == DELTA_NONE)
		return NO_WEIGHT;
	if (base.real != 0)
		percent = fmin(percent,
		    fabs(100 * (now.real - base.real) / base.real));
	return tier[change] + percent;
}

/* Writes a cell. Returns its weight. */
static double
put_cell(struct detailed *d, size_t row, size_t metric)
{
	struct slice name = d->cube.metrics.key[metric].bytes;
	struct number now, base;
	bool has = cube_value(&d->cube, row, metric, SIDE_NOW, &now);
	bool had = cube_value(&d->cube, row, metric, SIDE_BASE, &base);

	recout_char(d->o, ' ');
	if (has && had) {
		(d->opts->compat ? delta_put_span : delta_put)(d->o, name, now,
		    base);
		return weight_of(name, now, base);
	}
	if (has) {
		(d->opts->compat ? put_value_plain : put_value)(d->o, now);
		if (d->marks_new && !d->opts->compat)
			recout_str(d->o, " new");
	} else if (had && !d->opts->compat) {
		recout_str(d->o, "gone, was ");
		put_value(d->o, base);
	}
	return NO_WEIGHT;
}

static void
put_row(struct detailed *d, const struct columns *c, size_t row, double weight)
{
	struct slice values = d->cube.rows.key[row].bytes;

	recout_char(d->o, '|');
	while (values.n > 0) {
		recout_char(d->o, ' ');
		escape_md(d->o, tabs_take(&values));
		recout_str(d->o, " |");
	}
	for (size_t i = 0; i < c->nmetrics; i++) {
		weight = fmax(weight, put_cell(d, row, c->metric[i]));
		recout_str(d->o, " |");
	}
	recout_char(d->o, '\n');
	cut_row(&d->cut, d->o, weight);
	if (d->opts->max_bytes == 0)
		recout_mark(d->o);
}

static bool
has_now(struct detailed *d, size_t row, const struct columns *c)
{
	struct number n;

	for (size_t i = 0; i < c->nmetrics; i++)
		if (cube_value(&d->cube, row, c->metric[i], SIDE_NOW, &n))
			return true;
	return false;
}

void
detailed_write(struct detailed *d, size_t from, size_t end)
{
	size_t table = d->cube.rows.key[d->row[from].row].parent;
	struct columns c = { .keys = d->keys.key[table].bytes };

	find_metrics(d, &c, from, end);
	put_head(d, &c);
	cut_head(&d->cut, d->o);
	for (size_t i = from; i < end; i++)
		if (!d->opts->compat || has_now(d, d->row[i].row, &c))
			/* Without a change, rows count by position. */
			put_row(d, &c, d->row[i].row, -(double)(i - from));
	recout_char(d->o, '\n');
	cut_tail(&d->cut, d->o);
}
