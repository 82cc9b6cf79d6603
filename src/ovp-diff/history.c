/* SPDX-License-Identifier: MIT */
/* Runs of a side: their numbers and carried columns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/tabs.h"
#include "history.h"
#include "number/numparse.h"
#include "stream/carried.h"

/* The index of the carried column; a new name gets a new one. */
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
	run_ids_forget(&h->ids);
}

static struct slice
carried_field(const struct history *h, const struct slice *field, size_t i)
{
	return h->place[i] == SIZE_MAX ? SLICE("") : field[h->place[i]];
}

static void
add_run(struct history *h, size_t bench, const struct slice *field)
{
	struct run *r;

	h->run = mem_grow(h->run, &h->cap, h->n, sizeof(*h->run));
	r = &h->run[h->n];
	*r = (struct run){
		.bench = bench,
		.ncarried = h->ncolumns,
		.number = arena_copy(&h->arena, field[h->number]),
		.carried = arena_alloc(&h->arena,
		    (h->ncolumns + 1) * sizeof(*r->carried)),
	};
	for (size_t i = 0; i < h->ncolumns; i++)
		r->carried[i] = arena_copy(&h->arena,
		    carried_field(h, field, i));
	h->n++;
}

size_t
history_run(struct history *h, size_t bench, const struct slice *field,
    size_t last)
{
	size_t i;

	h->id.n = 0;
	tabs_add(&h->id, field[h->number]);
	for (size_t k = 0; k < h->ncolumns; k++)
		tabs_add(&h->id, carried_field(h, field, k));
	i = run_ids_put(&h->ids, bench, buf_bytes(&h->id), last);
	if (i == h->n)
		add_run(h, bench, field);
	return i;
}

struct slice
history_carried(const struct history *h, size_t run, size_t column)
{
	return column < h->run[run].ncarried ? h->run[run].carried[column] :
					       SLICE("");
}

void
history_order(struct history *h)
{
	struct run_item *item = mem_zalloc(h->n + 1, sizeof(*item));

	for (size_t i = 0; i < h->n; i++) {
		item[i] = (struct run_item){ .run = i,
			.bench = h->run[i].bench };
		(void)numparse(h->run[i].number, &item[i].number);
	}
	run_items_order(item, h->n);
	for (size_t i = 0; i < h->n; i++) {
		struct run *r = &h->run[item[i].run];
		char text[24];

		r->place = item[i].place;
		snprintf(text, sizeof(text), "%zu", r->place + 1);
		if (item[i].counted)
			r->number = arena_copy(&h->arena, slice_str(text));
	}
	free(item);
}

bool
history_reaches(const struct history *h, size_t runs)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->run[i].place + 1 >= runs)
			return true;
	return false;
}

void
history_free(struct history *h)
{
	free(h->column);
	free(h->run);
	free(h->place);
	run_ids_free(&h->ids);
	buf_free(&h->id);
	arena_free(&h->arena);
}
