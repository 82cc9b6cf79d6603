/* SPDX-License-Identifier: MIT */
/* Merging of several runs into one row of medians. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "number/median.h"
#include "runs.h"
#include "share.h"
#include "stream/levels.h"

#define NO_ROW SIZE_MAX

/* The finite values of a column in all runs, from the first row on. */
static size_t
gather(const struct row *row, size_t i, size_t stat, struct number *v)
{
	size_t n = 0;

	for (; i != NO_ROW; i = row[i].next) {
		struct value x = packed_get(row[i].now, stat);

		if (value_is_finite(x))
			v[n++] = x.n;
	}
	return n;
}

/* v: the averages of the n runs; overwritten. */
static void
set_spread(struct sheet *s, struct row *r, struct number *v, size_t n)
{
	struct value judged[JUDGED];
	double middle = n > 0 ? median(v, n).real : 0;

	if (n < 2 || middle == 0)
		return;
	for (size_t i = 0; i < n; i++)
		v[i] = number_real(fabs(v[i].real - middle));
	for (size_t i = 0; i < JUDGED; i++)
		judged[i] = packed_get(r->judged, i);
	judged[JUDGED_SPREAD] = (struct value){
		number_real(100 * median(v, n).real / fabs(middle)), true
	};
	r->judged = share_values(s, judged, JUDGED);
}

static void
merge(struct sheet *s, struct row *row, size_t first)
{
	struct row *r = &row[first];
	struct row_runs runs = *r->runs;
	struct value *middle;
	struct number *v;

	runs.now = 0;
	for (size_t i = first; i != NO_ROW; i = row[i].next) {
		runs.now++;
		runs.origin = row[i].runs->origin;
	}
	r->runs = share_runs(s, &runs);
	if (runs.now == 1)
		return;
	v = mem_zalloc(runs.now, sizeof(*v));
	middle = mem_zalloc(s->nstats, sizeof(*middle));
	for (size_t i = 0; i < s->nstats; i++) {
		size_t n = gather(row, first, i, v);

		middle[i].known = n > 0;
		if (n > 0)
			middle[i].n = median(v, n);
	}
	set_spread(s, r, v, gather(row, first, STAT_AVG, v));
	r->now = share_values(s, middle, s->nstats);
	free(middle);
	free(v);
}

/* Returns the same index for rows that differ only in their run. */
static size_t
identity(const struct sheet *s, const struct row *r, struct map *seen,
    struct buf *scratch)
{
	size_t nkeys = s->nkeys + (s->levelled ? FINES : 0);

	scratch->n = 0;
	tabs_add_all(scratch, r->key, nkeys);
	buf_slice(scratch, r->metric);
	return map_put(seen, r->bench, buf_bytes(scratch));
}

size_t
runs_merge(struct sheet *s, struct row *row, size_t n, struct row **all)
{
	size_t *first = mem_zalloc(n + 1, sizeof(*first));
	size_t *last = mem_zalloc(n + 1, sizeof(*last));
	struct map seen = { 0 };
	struct buf scratch = { 0 };

	for (size_t i = 0; i < n; i++) {
		size_t known = seen.n;
		size_t at = identity(s, &row[i], &seen, &scratch);

		row[i].next = NO_ROW;
		if (at == known)
			first[at] = i;
		else
			row[last[at]].next = i;
		row[i].first = first[at];
		last[at] = i;
	}
	if (all != NULL && seen.n < n) {
		*all = mem_zalloc(n, sizeof(**all));
		memcpy(*all, row, n * sizeof(**all));
	}
	for (size_t at = 0; at < seen.n; at++)
		merge(s, row, first[at]);
	for (size_t at = 0; at < seen.n; at++)
		row[at] = row[first[at]];
	n = seen.n;
	buf_free(&scratch);
	map_free(&seen);
	free(last);
	free(first);
	return n;
}

bool
runs_put(struct recout *o, const struct sheet *s, size_t from, size_t end)
{
	unsigned long long runs = 0, base = 0, least = 0;

	for (size_t i = from; i < end; i++) {
		const struct row_runs *n = s->row[i].runs;

		runs = n->now > runs ? n->now : runs;
		base = n->base > base ? n->base : base;
		if (n->base > 0 && (least == 0 || n->base < least))
			least = n->base;
	}
	if (s->compares && runs > 0 && base > 0 && (runs > 1 || base > 1))
		recout_printf(o,
		    least == base ?
			"Medians: %llu run%s against "
			"%llu." :
			"Medians: %llu run%s against up to %llu, those "
			"of the present level.",
		    runs, runs == 1 ? "" : "s", base);
	else if (runs > 1)
		recout_printf(o, "Medians of %llu runs.", runs);
	else
		return false;
	return true;
}
