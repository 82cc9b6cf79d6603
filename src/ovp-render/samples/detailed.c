/* SPDX-License-Identifier: MIT */
/* All metrics of all label sets, a table for each set of label keys. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/tabs.h"
#include "domain/metrics.h"
#include "detailed.h"
#include "single.h"

/* Labels with far more rows than anyone reads; --folded shows them. */
static bool
is_left_out(struct slice key)
{
	return slice_eq(key, SLICE("cycle_tracker_span")) ||
	    slice_eq(key, SLICE("dsl_ir"));
}

/* Metrics that have a format of their own, or no use here. */
static bool
has_no_place(struct slice metric)
{
	return metric_has(metrics_find(metric), ROLE_APART);
}

static struct detailed_table *
table_of(struct detailed *d, size_t bench, const struct single *s,
    struct slice keys)
{
	size_t known = d->keys.n, i = map_put(&d->keys, bench, keys);
	struct detailed_table *t;
	size_t n = 0;

	d->table = mem_grow(d->table, &d->cap, i, sizeof(*d->table));
	t = &d->table[i];
	if (i < known)
		return t;
	*t = (struct detailed_table){
		.group = NO_KEY,
		.segment = NO_KEY,
		.idx = NO_KEY,
	};
	for (size_t l = 0; l < s->nlabels; l++) {
		struct slice key = s->label[l].key;

		if (is_left_out(key))
			continue;
		if (slice_eq(key, SLICE("group")))
			t->group = n;
		else if (slice_eq(key, SLICE("segment")))
			t->segment = n;
		else if (slice_eq(key, SLICE("idx")))
			t->idx = n;
		n++;
	}
	return t;
}

static size_t
row_of(struct detailed *d, enum side side, size_t bench, const struct single *s)
{
	struct buf keys = { 0 }, values = { 0 };
	struct detailed_table *t;
	size_t row;

	for (size_t i = 0; i < s->nlabels; i++)
		if (!is_left_out(s->label[i].key)) {
			tabs_add(&keys, s->label[i].key);
			tabs_add(&values, s->label[i].value);
		}
	t = table_of(d, bench, s, buf_bytes(&keys));
	t->has[side] = true;
	row = cube_row(&d->cube, (size_t)(t - d->table), buf_bytes(&values));
	buf_free(&keys);
	buf_free(&values);
	return row;
}

static size_t
bench_of(struct detailed *d, struct slice name, enum side side)
{
	size_t known = d->benches.n, i = map_put(&d->benches, 0, name);

	d->bench = mem_grow(d->bench, &d->capbench, i, sizeof(*d->bench));
	if (i == known)
		d->bench[i] = (struct detailed_bench){ { false, false } };
	d->bench[i].has[side] = true;
	return i;
}

static void
read(struct detailed *d, struct recin *in, enum side side)
{
	size_t bench = MAP_NONE, row = 0;
	struct single s;

	single_open(&s, in);
	while (single_next(&s)) {
		size_t before = bench;

		if (has_no_place(s.metric))
			continue;
		bench = bench_of(d, s.bench, side);
		heading_add_run(&d->runs, bench, side, s.run);
		if (single_labels(&s) || bench != before)
			row = row_of(d, side, bench, &s);
		cube_add(&d->cube, row, s.metric, side, s.run,
		    single_value(&s));
	}
	single_close(&s);
}

static void
read_base(struct detailed *d, char *path)
{
	struct recin *in;

	d->compares = true;
	in = recin_open(&path, 1,
	    STREAM_BIT(STREAM_SAMPLES) | STREAM_BIT(STREAM_GROUPED));
	read(d, in, SIDE_BASE);
	recin_close(in);
}

static size_t
table_at(const struct detailed *d, size_t i)
{
	return d->cube.rows.key[d->row[i].row].parent;
}

static void
put_heading(struct detailed *d, size_t bench)
{
	if (d->opts->compat && d->benches.n == 1)
		return;
	heading_put(d->o, d->benches.key[bench].bytes);
	heading_put_runs(d->o, &d->runs, bench);
	if (!d->bench[bench].has[SIDE_NOW])
		recout_str(d->o,
		    "Gone: only the baseline has this "
		    "benchmark.\n\n");
	else if (d->compares && !d->bench[bench].has[SIDE_BASE])
		recout_str(d->o,
		    "New benchmark: the baseline has none of "
		    "this name.\n\n");
}

/* Writes the tables of the bench of row i. Returns their end. */
static size_t
write_bench(struct detailed *d, size_t i)
{
	size_t bench = d->keys.key[table_at(d, i)].parent, end;
	bool gone = !d->bench[bench].has[SIDE_NOW];

	d->marks_new = d->compares && d->bench[bench].has[SIDE_BASE];
	if (!gone || !d->opts->compat)
		put_heading(d, bench);
	cut_head(&d->cut, d->o);
	for (; i < d->cube.rows.n; i = end) {
		size_t table = table_at(d, i);

		if (d->keys.key[table].parent != bench)
			break;
		for (end = i;
		     end < d->cube.rows.n && d->row[end].rank == d->row[i].rank;
		     end++)
			;
		if (!gone &&
		    (d->table[table].has[SIDE_NOW] || !d->opts->compat))
			detailed_write(d, i, end);
	}
	cut_tail(&d->cut, d->o);
	return i;
}

static void
clear(struct detailed *d)
{
	map_free(&d->benches);
	map_free(&d->keys);
	heading_free_runs(&d->runs);
	cube_free(&d->cube);
	free(d->table);
	free(d->row);
	free(d->bench);
	free(d->has);
	free(d->metric);
}

void
render_detailed(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct detailed d = { .opts = opts,
		.o = o,
		.cut = { .max = opts->max_bytes } };

	read(&d, in, SIDE_NOW);
	if (opts->base != NULL)
		read_base(&d, opts->base);
	detailed_sort(&d);
	d.has = mem_zalloc(d.cube.metrics.n + 1, sizeof(*d.has));
	d.metric = mem_zalloc(d.cube.metrics.n + 1, sizeof(*d.metric));
	if (d.cube.rows.n == 0 && !opts->compat)
		recout_str(o, "No metrics: the input has no record of one.\n");
	for (size_t i = 0; i < d.cube.rows.n;)
		i = write_bench(&d, i);
	cut_fit(&d.cut, o);
	clear(&d);
}
