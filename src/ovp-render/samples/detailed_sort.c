/* SPDX-License-Identifier: MIT */
/* Sorting of the tables and rows of detailed metrics. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/sort.h"
#include "base/tabs.h"
#include "detailed.h"
#include "domain/metrics.h"
#include "domain/stages.h"

static int
field_cmp(struct slice a, struct slice b, size_t n,
    int (*cmp)(struct slice, struct slice))
{
	return n == NO_KEY ? 0 : cmp(tabs_nth(a, n), tabs_nth(b, n));
}

/* Compares like name_cmp(), but each field on its own. */
static int
values_cmp(struct slice a, struct slice b)
{
	int c = 0;

	while (c == 0 && a.n > 0 && b.n > 0)
		c = name_cmp(tabs_take(&a), tabs_take(&b));
	return c;
}

static int
by_place(const void *a, const void *b, void *detailed)
{
	const struct detailed *d = detailed;
	const struct detailed_row *x = a, *y = b;
	const struct map_key *i = &d->cube.rows.key[x->row];
	const struct map_key *j = &d->cube.rows.key[y->row];
	const struct detailed_table *t = &d->table[i->parent];
	int c;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	c = field_cmp(i->bytes, j->bytes, t->group, stage_cmp);
	if (c == 0)
		c = field_cmp(i->bytes, j->bytes, t->segment, name_cmp);
	if (c == 0)
		c = field_cmp(i->bytes, j->bytes, t->idx, name_cmp);
	if (c == 0 && x->frequency != y->frequency)
		return x->frequency > y->frequency ? -1 : 1;
	return c != 0 ? c : values_cmp(i->bytes, j->bytes);
}

static int
by_keys(const void *a, const void *b, void *detailed)
{
	const struct detailed *d = detailed;
	const struct map_key *x = &d->keys.key[*(const size_t *)a];
	const struct map_key *y = &d->keys.key[*(const size_t *)b];

	return x->parent != y->parent ? (x->parent < y->parent ? -1 : 1) :
					slice_cmp(x->bytes, y->bytes);
}

static void
rank_tables(struct detailed *d)
{
	size_t *table = mem_zalloc(d->keys.n + 1, sizeof(*table));

	for (size_t i = 0; i < d->keys.n; i++)
		table[i] = i;
	sort_with(table, d->keys.n, sizeof(*table), by_keys, d);
	for (size_t i = 0; i < d->keys.n; i++)
		d->table[table[i]].rank = i;
	free(table);
}

/* In the current run, or in the baseline if that has none. */
static double
frequency_of(struct detailed *d, size_t row, size_t metric)
{
	struct number n;

	if (metric == MAP_NONE ||
	    (!cube_value(&d->cube, row, metric, SIDE_NOW, &n) &&
		!cube_value(&d->cube, row, metric, SIDE_BASE, &n)))
		return 0;
	return n.real == n.real ? n.real : 0;
}

void
detailed_sort(struct detailed *d)
{
	size_t n = d->cube.rows.n;
	size_t frequency = map_find(&d->cube.metrics, 0,
	    metrics_named(ROLE_STACK));

	rank_tables(d);
	d->row = mem_zalloc(n + 1, sizeof(*d->row));
	for (size_t i = 0; i < n; i++)
		d->row[i] = (struct detailed_row){
			.row = (uint32_t)i,
			.rank =
			    (uint32_t)d->table[d->cube.rows.key[i].parent].rank,
			.frequency = frequency_of(d, i, frequency),
		};
	sort_with(d->row, n, sizeof(*d->row), by_place, d);
}
