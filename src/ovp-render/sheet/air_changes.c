/* SPDX-License-Identifier: MIT */
/* AIRs whose tables changed in a comparison. */
#include <math.h>
#include <stdlib.h>

#include "air_changes.h"
#include "base/diag.h"
#include "base/mem.h"
#include "stream/levels.h"

static const enum metric_role role[AIR_NUMBERS] = {
	ROLE_AIR_ROWS,
	ROLE_AIR_MAIN,
	ROLE_AIR_MADE,
};

static bool
is_of_air(const struct row *r)
{
	return r->key[1 + FINE_AIR_NAME].n > 0 &&
	    r->key[1 + FINE_SEGMENT].n == 0 && r->key[1 + FINE_IDX].n == 0 &&
	    r->key[1 + FINE_OPCODE].n == 0 && r->key[1 + FINE_REASON].n == 0;
}

static int
number_of(const struct row *r)
{
	for (int i = 0; i < AIR_NUMBERS; i++)
		if (metric_has(r->is, role[i]))
			return i;
	return -1;
}

static struct air_change *
air_of(struct air_changes *c, struct map *seen, const struct row *r)
{
	/* Equal texts share an address, which stands for the text. */
	const char *id[] = { r->key[0].at, r->key[1 + FINE_AIR_NAME].at };
	size_t n = seen->n,
	       i = map_put(seen, r->bench,
		   (struct slice){ (const char *)id, sizeof(id) });

	if (i == n) {
		c->at = mem_grow(c->at, &c->cap, n, sizeof(*c->at));
		c->at[c->n++] = (struct air_change){
			.bench = r->bench,
			.key = r->key,
		};
	}
	return &c->at[i];
}

static double
real(const struct value *v)
{
	return value_is_finite(*v) ? v->n.real : 0;
}

/* Whether one of its numbers changed. */
static bool
is_changed(const struct air_change *a)
{
	for (int i = 0; i < AIR_NUMBERS; i++)
		if (a->base[i].known != a->now[i].known ||
		    (a->now[i].known &&
			number_cmp(a->base[i].n, a->now[i].n) != 0))
			return true;
	return false;
}

static int
by_cells(const void *x, const void *y)
{
	const struct air_change *a = x, *b = y;
	double i = fabs(a->cells), j = fabs(b->cells);

	if (a->bench != b->bench)
		return a->bench < b->bench ? -1 : 1;
	return i > j ? -1 : i < j;
}

void
air_changes_of(struct air_changes *c, const struct sheet *s)
{
	struct map seen = { 0 };
	size_t kept = 0;

	*c = (struct air_changes){ 0 };
	for (size_t i = 0; s->compares && i < s->nfine; i++) {
		const struct row *r = &s->fine[i];
		int which = number_of(r);
		enum statistic stat = which == AIR_WIDTH ? STAT_MAX : STAT_SUM;
		struct air_change *a;

		if (which < 0 || !is_of_air(r))
			continue;
		a = air_of(c, &seen, r);
		a->base[which] = row_base(r, stat);
		a->now[which] = row_now(r, stat);
	}
	for (size_t i = 0; i < c->n; i++) {
		c->at[i].cells = real(&c->at[i].now[AIR_CELLS]) -
		    real(&c->at[i].base[AIR_CELLS]);
		if (is_changed(&c->at[i]))
			c->at[kept++] = c->at[i];
	}
	c->n = kept;
	if (kept > 0 && mergesort(c->at, kept, sizeof(*c->at), by_cells) != 0)
		fail("out of memory");
	map_free(&seen);
}

size_t
air_changes_find(const struct air_changes *c, size_t bench, size_t *at)
{
	size_t from, to = c->n;

	for (from = 0; from < to;) {
		size_t middle = (from + to) / 2;

		if (c->at[middle].bench < bench)
			from = middle + 1;
		else
			to = middle;
	}
	*at = from;
	for (to = from; to < c->n && c->at[to].bench == bench; to++)
		;
	return to;
}

void
air_changes_free(struct air_changes *c)
{
	free(c->at);
}
