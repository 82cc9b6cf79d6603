/* SPDX-License-Identifier: MIT */
/* Tables of proofs: rows, padding, savings by fewer rows. */
#include <math.h>
#include <stdlib.h>

#include "airs.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "stream/levels.h"

/* Indexes of the data that is gathered. */
struct gather {
	struct airs *a;
	struct map airs, parts;
};

static struct slice
key(const struct row *r, enum fine fine)
{
	return r->key[1 + fine];
}

static size_t
group_of(struct gather *g, const struct row *r)
{
	struct airs *a = g->a;
	size_t i = map_put(&a->names, r->bench, r->key[0]);

	if (i == a->ngroups) {
		a->group = mem_grow(a->group, &a->group_cap, i,
		    sizeof(*a->group));
		a->group[a->ngroups++] = (struct air_group){
			.bench = r->bench,
			.name = r->key[0],
		};
	}
	return i;
}

static struct air *
air_of(struct gather *g, const struct row *r)
{
	struct airs *a = g->a;
	size_t group = group_of(g, r);
	size_t i = map_put(&g->airs, group, key(r, FINE_AIR_NAME));

	if (i == a->nairs) {
		a->air = mem_grow(a->air, &a->air_cap, i, sizeof(*a->air));
		a->air[a->nairs++] = (struct air){
			.group = group,
			.name = key(r, FINE_AIR_NAME),
			.wasted = -1,
		};
	}
	return &a->air[i];
}

static struct part *
part_of(struct gather *g, const struct row *r)
{
	struct airs *a = g->a;
	size_t group = group_of(g, r);
	/* Equal texts share an address, which stands for the text. */
	struct slice id[] = { key(r, FINE_SEGMENT), key(r, FINE_IDX) };
	size_t i = map_put(&g->parts, group,
	    (struct slice){ (const char *)id, sizeof(id) });

	if (i == a->nparts) {
		a->part = mem_grow(a->part, &a->part_cap, i, sizeof(*a->part));
		a->part[a->nparts++] = (struct part){
			.group = group,
			.segment = id[0],
			.idx = id[1],
		};
	}
	return &a->part[i];
}

static bool
is(const struct row *r, enum metric_role role)
{
	return metric_has(r->is, role);
}

/* An AIR's rows over all segments. */
static void
take_air(struct air *a, const struct row *r)
{
	static const enum metric_role cols[AIR_COLUMNS] = {
		[AIR_MAIN] = ROLE_AIR_MAIN,
		[AIR_PERM] = ROLE_AIR_PERM,
		[AIR_PREP] = ROLE_AIR_PREP,
	};

	if (is(r, ROLE_AIR_ROWS)) {
		a->tables = row_now(r, STAT_COUNT);
		a->height = row_now(r, STAT_MAX);
		a->rows = row_now(r, STAT_SUM);
	} else if (is(r, ROLE_AIR_MADE)) {
		a->cells = row_now(r, STAT_SUM);
	}
	for (size_t i = 0; i < AIR_COLUMNS; i++)
		if (is(r, cols[i]))
			a->cols[i] = row_now(r, STAT_MAX);
	if (is(r, ROLE_AIR_USED))
		a->used = row_now(r, STAT_SUM);
	else if (is(r, ROLE_AIR_PADDING) && row_now(r, STAT_SUM).known)
		a->padding = row_now(r, STAT_SUM).n.real;
}

static bool
is_power(double x)
{
	int exponent;

	return x >= 2 && frexp(x, &exponent) == 0.5;
}

/* One table: its used rows, and the padding up to its height. */
static void
take_table(struct air *a, const struct row *r, double used, double padding)
{
	double height = used + padding, half = height / 2;

	/* A number of rows that is not a power of two explains nothing. */
	if (!is_power(height) || !(used > half) ||
	    (a->above > 0 && (used - half) / half >= a->above / a->half))
		return;
	a->above = used - half;
	a->half = half;
	a->segment = key(r, FINE_SEGMENT);
	a->idx = key(r, FINE_IDX);
}

/* The reason why a segment ended. */
static void
take_end(struct part *p, const struct row *r)
{
	if (!is(r, ROLE_TRIGGER))
		return;
	p->reason = key(r, FINE_REASON);
	p->air = key(r, FINE_AIR_NAME);
}

static void
take_part(struct part *p, const struct row *r)
{
	if (is(r, ROLE_TOTAL))
		p->ms = row_now(r, STAT_SUM);
	else if (is(r, ROLE_SEGMENT_INSNS))
		p->insns = row_now(r, STAT_SUM);
	else if (is(r, ROLE_ALL_CELLS))
		p->cells = row_now(r, STAT_SUM);
	else if (is(r, ROLE_USED_CELLS))
		p->cells_used = row_now(r, STAT_SUM);
	else if (is(r, ROLE_MEMORY_PLANNED))
		p->memory = row_now(r, STAT_SUM);
	else if (is(r, ROLE_HELD))
		p->sum = row_now(r, STAT_MAX);
	/* If the limits differ, the one of the largest sum is unknown. */
	else if (is(r, ROLE_LIMIT) && row_now(r, STAT_MIN).known &&
	    row_now(r, STAT_MAX).known &&
	    number_cmp(row_now(r, STAT_MIN).n, row_now(r, STAT_MAX).n) == 0)
		p->limit = row_now(r, STAT_MAX);
}

/*
 * Joins padding with the row of used ones after it: rows of a place come in the
 * order of their metrics, `padding' before `unpadded'.
 */
static void
take_pair(struct gather *g, const struct row *r, const struct row *before)
{
	bool pair = before != NULL && before->bench == r->bench &&
	    is(before, ROLE_AIR_PADDING);

	for (size_t i = 0; pair && i < 1 + FINES; i++)
		pair = before->key[i].at == r->key[i].at;
	if (is(r, ROLE_AIR_USED) && row_now(r, STAT_SUM).known &&
	    row_now(r, STAT_COUNT).known && row_now(r, STAT_COUNT).n.real == 1)
		take_table(air_of(g, r), r, row_now(r, STAT_SUM).n.real,
		    pair && row_now(before, STAT_SUM).known ?
			row_now(before, STAT_SUM).n.real :
			0);
}

static void
take_row(struct gather *g, const struct row *r, const struct row *before)
{
	bool segment = key(r, FINE_SEGMENT).n > 0 || key(r, FINE_IDX).n > 0;
	bool air = key(r, FINE_AIR_NAME).n > 0;

	if (key(r, FINE_OPCODE).n > 0 || !row_now(r, STAT_COUNT).known)
		return;
	if (key(r, FINE_REASON).n > 0) {
		if (segment)
			take_end(part_of(g, r), r);
	} else if (segment && air) {
		take_pair(g, r, before);
	} else if (segment) {
		take_part(part_of(g, r), r);
	} else if (air) {
		take_air(air_of(g, r), r);
	}
}

double
air_width(const struct air *a)
{
	return a->rows.known && a->cells.known && a->rows.n.real > 0 ?
	    a->cells.n.real / a->rows.n.real :
	    0;
}

static int
by_waste(const void *x, const void *y)
{
	const struct air *a = x, *b = y;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->wasted != b->wasted)
		return a->wasted > b->wasted ? -1 : 1;
	if (a->cells.n.real != b->cells.n.real)
		return a->cells.n.real > b->cells.n.real ? -1 : 1;
	return slice_cmp(a->name, b->name);
}

static int
by_place(const void *x, const void *y)
{
	const struct part *a = x, *b = y;
	int c;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	c = name_cmp(a->segment, b->segment);
	return c != 0 ? c : name_cmp(a->idx, b->idx);
}

/*
 * Some provers estimate the rows of tables that are not instructions: drops
 * rows that differ from the proved ones.
 */
static void
check_used(struct air *a)
{
	double rows = a->used.n.real + a->padding;

	if (!a->used.known)
		return;
	if (a->rows.known && rows != a->rows.n.real) {
		a->used.known = false;
		a->above = 0;
		return;
	}
	a->wasted = a->padding * air_width(a);
}

/* Groups AIRs and parts; drops AIRs without a table. */
static void
sum_up(struct airs *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->nairs; i++) {
		check_used(&a->air[i]);
		if (a->air[i].rows.known || a->air[i].cells.known ||
		    a->air[i].used.known)
			a->air[n++] = a->air[i];
	}
	a->nairs = n;
	if (a->nairs > 0)
		qsort(a->air, a->nairs, sizeof(*a->air), by_waste);
	if (a->nparts > 0)
		qsort(a->part, a->nparts, sizeof(*a->part), by_place);
	for (size_t i = a->nairs; i-- > 0;) {
		struct air_group *g = &a->group[a->air[i].group];

		g->air = i;
		g->nairs++;
		g->used = g->used || a->air[i].used.known;
		if (a->air[i].cells.known)
			g->cells += a->air[i].cells.n.real;
	}
	for (size_t i = a->nparts; i-- > 0;) {
		struct air_group *g = &a->group[a->part[i].group];

		g->part = i;
		g->nparts++;
		g->ended = g->ended || a->part[i].reason.n > 0;
		g->fill = g->fill || a->part[i].cells_used.known;
	}
}

void
airs_of(struct airs *a, const struct sheet *s)
{
	struct gather g = { .a = a };

	*a = (struct airs){ 0 };
	for (size_t i = 0; i < s->nfine; i++)
		take_row(&g, &s->fine[i], i > 0 ? &s->fine[i - 1] : NULL);
	sum_up(a);
	map_free(&g.airs);
	map_free(&g.parts);
}

const struct air_group *
airs_group(const struct airs *a, size_t bench, struct slice name)
{
	size_t i = map_find(&a->names, bench, name);

	return i == MAP_NONE ? NULL : &a->group[i];
}

void
airs_free(struct airs *a)
{
	map_free(&a->names);
	free(a->group);
	free(a->air);
	free(a->part);
}
