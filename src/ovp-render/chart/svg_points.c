/* SPDX-License-Identifier: MIT */
/* Measurements of GPU memory in order of time. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/sort.h"
#include "domain/metrics.h"
#include "ovp-render/samples/single.h"
#include "svg_points.h"

/* After the series: the time. */
enum { TIME = SVG_SERIES, METRICS };

static int
metric_of(struct slice name)
{
	static const enum metric_role role[METRICS] = {
		[SVG_CURRENT] = ROLE_MEMORY_CURRENT,
		[SVG_PEAK] = ROLE_MEMORY_PEAK,
		[SVG_RESERVED] = ROLE_MEMORY_RESERVED,
		[TIME] = ROLE_MEMORY_TIME,
	};
	const struct metric *m = metrics_find(name);

	for (int i = 0; i < METRICS; i++)
		if (metric_has(m, role[i]))
			return i;
	return -1;
}

static struct svg_set *
set_of(struct svg_points *p, struct single *s)
{
	size_t nbenches = p->benches.n, npanels = p->panels.n;
	size_t bench = map_put(&p->benches, 0, s->bench);
	size_t panel = map_put(&p->panels, bench, s->run);
	size_t known = p->sets.n, i;

	p->runs = mem_grow(p->runs, &p->runs_cap, bench, sizeof(*p->runs));
	if (bench == nbenches)
		p->runs[bench] = 0;
	p->runs[bench] += panel == npanels;
	single_labels(s);
	i = map_put(&p->sets, panel, buf_bytes(&s->before));
	p->set = mem_grow(p->set, &p->set_cap, i, sizeof(*p->set));
	if (i == known)
		p->set[i] = (struct svg_set){
			.panel = panel,
			.group = map_put(&p->groups, panel,
			    single_label(s, "group")),
		};
	return &p->set[i];
}

static struct svg_point *
new_point(struct svg_points *p, uint32_t set)
{
	if (p->n == UINT32_MAX - 1)
		fail("more than %u measurements", UINT32_MAX - 1);
	p->point = mem_grow(p->point, &p->cap, p->n, sizeof(*p->point));
	p->point[p->n] = (struct svg_point){
		.time = NAN,
		.value = { NAN, NAN, NAN },
		.set = set,
	};
	return &p->point[p->n++];
}

/* Returns the point for the next value of a metric: after its last one. */
static struct svg_point *
next_point(struct svg_points *p, struct svg_set *set, int metric)
{
	uint32_t last = set->last[metric];
	uint32_t next = last == 0 ? set->first : p->point[last - 1].next;

	if (next == 0) {
		new_point(p, (uint32_t)(set - p->set));
		next = (uint32_t)p->n;
		if (last == 0)
			set->first = next;
		else
			p->point[last - 1].next = next;
	}
	set->last[metric] = next;
	return &p->point[next - 1];
}

static void
read(struct svg_points *p, struct recin *in)
{
	struct single s;

	single_open(&s, in);
	while (single_next(&s)) {
		int metric = metric_of(s.metric);
		struct svg_point *point;
		struct number n;
		double value;

		if (metric < 0)
			continue;
		n = single_value(&s);
		value = single_draws(n) ? n.real : NAN;
		point = next_point(p, set_of(p, &s), metric);
		if (metric == TIME)
			point->time = value;
		else
			point->value[metric] = value;
	}
	single_close(&s);
}

static void
drop_timeless(struct svg_points *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (!isnan(p->point[i].time))
			p->point[n++] = p->point[i];
	if (n < p->n)
		warn("left out measurements without gpu_mem.timestamp_ms: %zu",
		    p->n - n);
	p->n = n;
}

static int
by_time(const void *a, const void *b, void *points)
{
	const struct svg_points *p = points;
	const struct svg_point *x = a, *y = b;
	size_t i = p->set[x->set].panel, j = p->set[y->set].panel;
	size_t bench_i = p->panels.key[i].parent;
	size_t bench_j = p->panels.key[j].parent;
	int c;

	if (bench_i != bench_j)
		return bench_i < bench_j ? -1 : 1;
	if (i != j)
		return i < j ? -1 : 1;
	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	c = slice_cmp(p->sets.key[x->set].bytes, p->sets.key[y->set].bytes);
	/* With equal sets and times, in input order. */
	return c != 0 ? c : (x->next > y->next) - (x->next < y->next);
}

void
svg_points_read(struct svg_points *p, struct recin *in)
{
	*p = (struct svg_points){ .n = 0 };
	read(p, in);
	for (size_t i = 0; i < p->n; i++)
		p->point[i].next = (uint32_t)i;
	drop_timeless(p);
	if (p->n > 0)
		sort_with(p->point, p->n, sizeof(*p->point), by_time, p);
}

void
svg_points_free(struct svg_points *p)
{
	map_free(&p->benches);
	map_free(&p->panels);
	map_free(&p->sets);
	map_free(&p->groups);
	free(p->runs);
	free(p->set);
	free(p->point);
}

/* Returns the first point of a bench, or of a later one. */
static size_t
first_of(const struct svg_points *p, size_t bench)
{
	size_t from = 0, to = p->n;

	while (from < to) {
		size_t middle = (from + to) / 2;
		size_t panel = p->set[p->point[middle].set].panel;

		if (p->panels.key[panel].parent < bench)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

void
svg_points_bench(const struct svg_points *p, struct slice bench, size_t *from,
    size_t *end)
{
	size_t i = map_find(&p->benches, 0, bench);

	*from = *end = 0;
	if (i == MAP_NONE)
		return;
	*from = first_of(p, i);
	*end = first_of(p, i + 1);
}

size_t
svg_points_end(const struct svg_points *p, size_t from)
{
	size_t i = from;

	while (i < p->n &&
	    p->set[p->point[i].set].panel == p->set[p->point[from].set].panel)
		i++;
	return i;
}

struct slice
svg_points_group(const struct svg_points *p, const struct svg_point *point)
{
	return p->groups.key[p->set[point->set].group].bytes;
}
