/* SPDX-License-Identifier: MIT */
/* Assignment of rows to runs, and the order of runs. */
#include <stdlib.h>

#include "base/mem.h"
#include "runids.h"

size_t
run_ids_put(struct run_ids *r, size_t bench, struct slice id, size_t last)
{
	size_t known = r->ids.n, i = map_put(&r->ids, bench, id);

	if (i == known)
		r->of_id = mem_grow(r->of_id, &r->cap, i, sizeof(*r->of_id));
	if (i == known || r->of_id[i] == last)
		r->of_id[i] = r->n++;
	return r->of_id[i];
}

void
run_ids_forget(struct run_ids *r)
{
	map_free(&r->ids);
}

void
run_ids_free(struct run_ids *r)
{
	map_free(&r->ids);
	free(r->of_id);
}

static int
by_number(const void *a, const void *b)
{
	const struct run_item *x = a, *y = b;
	int c = (x->bench > y->bench) - (x->bench < y->bench);

	if (c == 0)
		c = number_cmp(x->number, y->number);
	return c != 0 ? c : (x->run > y->run) - (x->run < y->run);
}

static int
by_sight(const void *a, const void *b)
{
	const struct run_item *x = a, *y = b;

	return (x->run > y->run) - (x->run < y->run);
}

/* Orders n runs of a bench, given in the order of their numbers. */
static void
order_bench(struct run_item *item, size_t n)
{
	bool differ = true;

	for (size_t i = 1; i < n; i++)
		differ = differ &&
		    number_cmp(item[i - 1].number, item[i].number) != 0;
	if (!differ)
		qsort(item, n, sizeof(*item), by_sight);
	for (size_t i = 0; i < n; i++) {
		item[i].place = i;
		item[i].counted = !differ;
	}
}

void
run_items_order(struct run_item *item, size_t n)
{
	if (n > 0)
		qsort(item, n, sizeof(*item), by_number);
	for (size_t from = 0, end; from < n; from = end) {
		for (end = from; end < n && item[end].bench == item[from].bench;
		     end++)
			;
		order_bench(item + from, end - from);
	}
}
