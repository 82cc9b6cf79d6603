/* SPDX-License-Identifier: MIT */
/* Writer of the statistics stream. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/sort.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "number/numfmt.h"
#include "write.h"

struct order {
	const struct shape *shape;
	const struct stats *stats;
	size_t *rank; /* by key, then place */
	size_t *at;   /* position of a place */
};

void
write_header(struct recout *o, const struct shape *s)
{
	recout_str(o, "bench\trun\t");
	for (size_t i = 0; i < s->nkeys; i++)
		recout_field(o, s->key[i]);
	recout_str(o,
	    "metric\tphase\tkind\tcount\tsum\tmin\tmax\tavg\tstddev\t");
	for (size_t i = 0; i < s->npercentiles; i++) {
		recout_char(o, 'p');
		recout_field(o, s->percentile[i]);
	}
	origin_write_names(s->origin, o);
	recout_end(o);
	recout_flush_cut(o);
}

/* The distinct values of a key. */
struct values {
	struct map map;
	const struct slice *key; /* its name */
};

static int
compare_values(const void *l, const void *r, void *ctx)
{
	const struct values *v = ctx;
	struct slice x = v->map.key[*(const size_t *)l].bytes;
	struct slice y = v->map.key[*(const size_t *)r].bytes;

	return stage_keys_cmp(v->key, 1, &x, &y);
}

/*
 * Sets, for each place, the rank of its value of a key: names are compared once
 * for each value, not once for each pair of rows.
 */
static void
rank_key(const struct shape *shape, const struct stats *s, size_t key,
    size_t *rank)
{
	struct values v = { .key = &shape->key[key] };
	size_t *of_value, *order;

	for (size_t i = 0; i < s->places.n; i++)
		rank[i] = map_put(&v.map, 0, s->place[i].key[key]);
	of_value = mem_zalloc(v.map.n + 1, sizeof(*of_value));
	order = mem_zalloc(v.map.n + 1, sizeof(*order));
	for (size_t i = 0; i < v.map.n; i++)
		order[i] = i;
	sort_with(order, v.map.n, sizeof(*order), compare_values, &v);
	for (size_t i = 0; i < v.map.n; i++)
		of_value[order[i]] = i;
	for (size_t i = 0; i < s->places.n; i++)
		rank[i] = of_value[rank[i]];
	free(order);
	free(of_value);
	map_free(&v.map);
}

static int
compare_numbers(size_t x, size_t y)
{
	return (x > y) - (x < y);
}

static int
compare_places(const void *l, const void *r, void *ctx)
{
	const struct order *o = ctx;
	size_t x = *(const size_t *)l, y = *(const size_t *)r;
	size_t n = o->stats->places.n;
	const struct place *p = &o->stats->place[x];
	const struct place *q = &o->stats->place[y];
	int c = compare_numbers(p->bench, q->bench);

	if (c == 0)
		c = (p->run > q->run) - (p->run < q->run);
	for (size_t k = 0; k < o->shape->nkeys && c == 0; k++)
		c = compare_numbers(o->rank[k * n + x], o->rank[k * n + y]);
	/* A run may have two spellings: 1, 01. */
	return c != 0 ? c : compare_numbers(x, y);
}

/* Sets the position of each place. */
static void
order_places(struct order *o)
{
	size_t n = o->stats->places.n;
	size_t *list = mem_zalloc(n + 1, sizeof(*list));

	o->rank = mem_zalloc(o->shape->nkeys * n + 1, sizeof(*o->rank));
	o->at = mem_zalloc(n + 1, sizeof(*o->at));
	for (size_t k = 0; k < o->shape->nkeys; k++)
		rank_key(o->shape, o->stats, k, o->rank + k * n);
	for (size_t i = 0; i < n; i++)
		list[i] = i;
	sort_with(list, n, sizeof(*list), compare_places, o);
	for (size_t i = 0; i < n; i++)
		o->at[list[i]] = i;
	free(list);
	free(o->rank);
}

static int
compare_rows(const void *l, const void *r, void *ctx)
{
	const struct order *o = ctx;
	const struct row *x = *(struct row *const *)l;
	const struct row *y = *(struct row *const *)r;

	return x->place != y->place ?
	    compare_numbers(o->at[x->place], o->at[y->place]) :
	    slice_cmp(x->metric, y->metric);
}

static void
write_number(struct recout *o, struct number n)
{
	char *p = recout_room(o, NUMFMT_MAX + 1);
	size_t len = numfmt(p, n);

	p[len] = '\t';
	o->n += len + 1;
}

/* The text of a number. */
struct text {
	struct number n;
	size_t len; /* 0: of none */
	char at[NUMFMT_MAX];
};

static bool
is_text_of(const struct text *t, struct number n)
{
	return t->len > 0 && t->n.is_whole == n.is_whole &&
	    (n.is_whole ? t->n.whole == n.whole : t->n.real == n.real);
}

/* The same for a number that may be the last one again. */
static void
write_again(struct recout *o, struct text *last, struct number n)
{
	if (!is_text_of(last, n)) {
		last->n = n;
		last->len = numfmt(last->at, n);
	}
	recout_field(o, (struct slice){ last->at, last->len });
}

static void
write_percentiles(struct recout *o, const struct shape *s, struct row *r)
{
	if (s->npercentiles > 0 && !r->sum_only)
		stats_sort(r);
	for (size_t i = 0; i < s->npercentiles; i++) {
		struct number p;

		if (r->sum_only) {
			recout_char(o, '\t');
			continue;
		}

		(void)numparse(s->percentile[i], &p);
		write_number(o, stats_percentile(r, p.real));
	}
}

static void
write_statistics(struct recout *o, const struct shape *s, struct row *r)
{
	struct text last;
	bool one;

	if (r->count == 0) {
		for (size_t i = 0; i < 5 + s->npercentiles; i++)
			recout_char(o, '\t');
		return;
	}
	/* Of one value, all are the same; most rows of finer levels have one. */
	one = r->count == 1 && !r->sum_only;
	last.len = 0;
	write_again(o, &last, one ? r->min : sum_value(&r->sum));
	if (r->sum_only) {
		recout_str(o, "\t\t");
	} else {
		write_again(o, &last, r->min);
		write_again(o, &last, r->max);
	}
	write_again(o, &last,
	    r->weighted ? r->rate :
		one     ? r->min :
			  sum_mean(&r->sum, r->count));
	/* NaN tells readers that the row lacks some values. */
	if (r->others > 0 || r->partial)
		write_number(o, number_real(NAN));
	else if (r->count > 1 && !r->sum_only)
		write_number(o,
		    number_real(sum_stddev(&r->sum, &r->squares, r->count)));
	else
		recout_char(o, '\t');
	write_percentiles(o, s, r);
}

static void
write_row(struct recout *o, const struct shape *s, const struct stats *stats,
    struct row *r)
{
	const struct place *p = &stats->place[r->place];

	recout_field(o, stats->benches.key[p->bench].bytes);
	recout_field(o, p->run_text);
	for (size_t i = 0; i < s->nkeys; i++)
		recout_field(o, p->key[i]);
	recout_field(o, r->metric);
	recout_field(o, r->phase);
	recout_field(o, r->kind);
	write_number(o, number_whole(r->count));
	write_statistics(o, s, r);
	origin_write(s->origin, o, p->of_run);
	recout_end(o);
}

/* A rate of a group without any time, 0 divided by 0. */
static bool
is_no_rate(struct stats *s, const struct row *r)
{
	const struct metric *m = metrics_find(r->metric);

	return r->count == 0 && m->stats == STATS_NOSUM &&
	    m->better == METRIC_HIGHER &&
	    stats_known(s, s->place[r->place].coarse,
		metrics_named(ROLE_TOTAL)) == NULL;
}

static void
warn_others(const struct shape *s, const struct stats *stats,
    const struct row *r)
{
	const struct place *p = &stats->place[r->place];
	struct slice name = { "", 0 }, key = { "", 0 };

	/* The coarse level also reports what a finer level leaves out. */
	if (r->others == 0 || stats_is_fine(stats, r->place))
		return;
	if (s->nkeys > 0) {
		name = s->key[0];
		key = p->key[0];
	}
	warn("bench '%.*s', run %.*s, %.*s '%.*s', metric '%.*s': left out "
	     "values that are not finite: %llu",
	    SLICE_ARG(stats->benches.key[p->bench].bytes),
	    SLICE_ARG(p->run_text), SLICE_ARG(name), SLICE_ARG(key),
	    SLICE_ARG(r->metric), (unsigned long long)r->others);
}

void
write_rows(struct recout *o, const struct shape *s, struct stats *stats)
{
	size_t n = stats->rows.n;
	struct row **row = mem_zalloc(n, sizeof(*row));
	struct order order = { s, stats, NULL, NULL };

	order_places(&order);
	for (size_t i = 0; i < n; i++)
		row[i] = &stats->row[i];
	sort_with(row, n, sizeof(*row), compare_rows, &order);
	for (size_t i = 0; i < n; i++) {
		if (is_no_rate(stats, row[i]))
			continue;
		warn_others(s, stats, row[i]);
		write_row(o, s, stats, row[i]);
	}
	free(order.at);
	free(row);
}
