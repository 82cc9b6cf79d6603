/* SPDX-License-Identifier: MIT */
/* The answers for all benches. */
#include <stdlib.h>

#include "base/mem.h"
#include "head.h"
#include "ovp-render/doc/figures.h"
#include "quantity.h"

static int
by_change(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	double i = x->timed ? x->now - x->base : 0;
	double j = y->timed ? y->now - y->base : 0;

	if ((x->change == HEAD_NOTHING) != (y->change == HEAD_NOTHING))
		return x->change == HEAD_NOTHING ? 1 : -1;
	if (i != j)
		return i > j ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

struct head *
head_all(const struct sheet *s, const struct air_changes *airs, size_t *n)
{
	struct head *all = mem_zalloc(s->benches.n + 1, sizeof(*all));
	size_t end;

	*n = 0;
	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		head_of(&all[(*n)++], s, airs, i, end);
	}
	if (*n > 0)
		qsort(all, *n, sizeof(*all), by_change);
	return all;
}

static void
put_number(struct recout *o, bool *any, size_t n, const char *what)
{
	if (n == 0)
		return;
	recout_printf(o, "%s%zu %s", *any ? ", " : "", n, what);
	*any = true;
}

void
head_put_overall(struct recout *o, const struct head *h, size_t n)
{
	size_t of[HEAD_GONE + 1] = { 0 };
	double now = 0, base = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		of[h[i].change]++;
		now += h[i].timed ? h[i].now : 0;
		base += h[i].timed ? h[i].base : 0;
	}
	recout_printf(o, "%zu benchmarks: ", n);
	put_number(o, &any, of[HEAD_SLOWER], "slower");
	put_number(o, &any, of[HEAD_FASTER], "faster");
	put_number(o, &any, of[HEAD_WORK], "with other work");
	put_number(o, &any, of[HEAD_NOTHING], "as before");
	put_number(o, &any, of[HEAD_NEW], "new");
	put_number(o, &any, of[HEAD_GONE], "gone");
	if (base > 0) {
		recout_str(o, "; together ");
		put_ms_change(o, now - base);
		recout_str(o, " (");
		put_pct(o, (now / base - 1) * 100);
		recout_char(o, ')');
	}
	recout_char(o, '.');
}
