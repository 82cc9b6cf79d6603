/* SPDX-License-Identifier: MIT */
/* The runs of a side: their numbers, and what they carry. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "history.h"
#include "number/numparse.h"
#include "stream/carried.h"

/* The carried column's index: a new one for a new name. */
static size_t
column_of(struct history *h, struct slice name)
{
	for (size_t i = 0; i < h->ncolumns; i++)
		if (slice_eq(h->column[i], name))
			return i;
	h->column = mem_grow(h->column, &h->column_cap, h->ncolumns,
	    sizeof(*h->column));
	h->column[h->ncolumns] = arena_copy(&h->arena, name);
	return h->ncolumns++;
}

void
history_open(struct history *h, const struct recin *in)
{
	size_t n, most = h->ncolumns;
	const struct slice *name = recin_columns(in, &n);
	struct carried carried;

	carried_find(&carried, in);
	most += carried.n;
	h->number = (size_t)recin_column(in, "run");
	h->place = mem_resize(h->place, most + 1, sizeof(*h->place));
	for (size_t i = 0; i < most; i++)
		h->place[i] = SIZE_MAX;
	for (size_t i = 0; i < carried.n; i++)
		h->place[column_of(h, name[carried.at[i]])] = carried.at[i];
	carried_free(&carried);
	map_free(&h->ids);
}

static struct slice
carried_field(const struct history *h, const struct slice *field, size_t i)
{
	return h->place[i] == SIZE_MAX ? SLICE("") : field[h->place[i]];
}

static size_t
add_run(struct history *h, size_t bench, const struct slice *field)
{
	struct run *r;

	h->run = mem_grow(h->run, &h->cap, h->n, sizeof(*h->run));
	r = &h->run[h->n];
	*r = (struct run){
		.bench = bench, .ncarried = h->ncolumns,
		.number = arena_copy(&h->arena, field[h->number]),
		.carried = arena_alloc(&h->arena,
		    (h->ncolumns + 1) * sizeof(*r->carried)),
	};
	for (size_t i = 0; i < h->ncolumns; i++)
		r->carried[i] = arena_copy(&h->arena,
		    carried_field(h, field, i));
	return h->n++;
}

size_t
history_run(struct history *h, size_t bench, const struct slice *field,
    size_t last)
{
	size_t known = h->ids.n, i;

	h->id.n = 0;
	buf_slice(&h->id, field[h->number]);
	for (size_t k = 0; k < h->ncolumns; k++) {
		buf_char(&h->id, '\t');
		buf_slice(&h->id, carried_field(h, field, k));
	}
	i = map_put(&h->ids, bench, buf_bytes(&h->id));
	if (i == known)
		h->of_id = mem_grow(h->of_id, &h->id_cap, i,
		    sizeof(*h->of_id));
	if (i == known || h->of_id[i] == last)
		h->of_id[i] = add_run(h, bench, field);
	return h->of_id[i];
}

struct slice
history_carried(const struct history *h, size_t run, size_t column)
{
	return column < h->run[run].ncarried ? h->run[run].carried[column] :
	    SLICE("");
}

/* A run to be put in order. */
struct item {
	size_t		 run, bench;
	struct number	 number;
};

static int
by_number(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int c = (x->bench > y->bench) - (x->bench < y->bench);

	if (c == 0)
		c = number_cmp(x->number, y->number);
	return c != 0 ? c : (x->run > y->run) - (x->run < y->run);
}

static int
by_sight(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return (x->run > y->run) - (x->run < y->run);
}

/* Orders n runs of a bench, which stand in order of their numbers. */
static void
order_bench(struct history *h, struct item *item, size_t n)
{
	bool differ = true;

	for (size_t i = 1; i < n; i++)
		differ = differ &&
		    number_cmp(item[i - 1].number, item[i].number) != 0;
	if (!differ)
		qsort(item, n, sizeof(*item), by_sight);
	for (size_t i = 0; i < n; i++) {
		struct run *r = &h->run[item[i].run];
		char text[24];

		r->place = i;
		snprintf(text, sizeof(text), "%zu", i + 1);
		if (!differ)
			r->number = arena_copy(&h->arena, slice_str(text));
	}
}

void
history_order(struct history *h)
{
	struct item *item = mem_zalloc(h->n + 1, sizeof(*item));

	for (size_t i = 0; i < h->n; i++) {
		item[i] = (struct item){ .run = i, .bench = h->run[i].bench };
		(void)numparse(h->run[i].number, &item[i].number);
	}
	if (h->n > 0)
		qsort(item, h->n, sizeof(*item), by_number);
	for (size_t from = 0, end; from < h->n; from = end) {
		for (end = from; end < h->n &&
		    item[end].bench == item[from].bench; end++)
			;
		order_bench(h, item + from, end - from);
	}
	free(item);
}

void
history_free(struct history *h)
{
	free(h->column);
	free(h->run);
	free(h->of_id);
	free(h->place);
	map_free(&h->ids);
	buf_free(&h->id);
	arena_free(&h->arena);
}
