/* SPDX-License-Identifier: MIT */
/* Rows whose change is that of another row. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/metrics.h"
#include "follow.h"
#include "importance.h"
#include "times.h"

/* The rows of one group, or of one place of other keys, by their metrics. */
struct span {
	const struct sheet	*s;
	struct map		 names;
	size_t			*row;		/* by name */
};

static const struct row *
find(const struct span *g, struct slice metric)
{
	size_t i = map_find(&g->names, 0, metric);

	return i == MAP_NONE ? NULL : &g->s->row[g->row[i]];
}

/* What is not shown is nothing that another row may follow. */
static bool
is_alike(const struct row *r, const struct row *other)
{
	return other != NULL && other != r && other->verdict == r->verdict &&
	    (other->place != ROW_HIDDEN || r->place == ROW_HIDDEN);
}

/* The time that it is a part of, or one that this is a part of. */
static bool
follows_whole(const struct span *g, const struct row *r)
{
	struct slice name = slice_str(r->is->part_of);

	while (name.n > 0) {
		if (is_alike(r, find(g, name)))
			return true;
		name = slice_str(metrics_find(name)->part_of);
	}
	return false;
}

/* Seconds: those of the proofs in milliseconds, else the serial ones. */
static bool
follows_time(const struct span *g, const struct row *r)
{
	if (r->time == 0)
		return false;
	return is_alike(r, find(g, metrics_named(ROLE_TOTAL))) ||
	    is_alike(r, find(g, metrics_named(ROLE_SECONDS)));
}

/* `X_insn_mi/s' says what `X_time_ms' does. */
static bool
follows_rate(const struct span *g, const struct row *r)
{
	static const struct slice end = { "_insn_mi/s", 10 };
	char name[256];
	size_t n;

	if (!slice_ends(r->metric, end) || r->metric.n >= sizeof(name))
		return false;
	n = r->metric.n - end.n;
	memcpy(name, r->metric.at, n);
	memcpy(name + n, "_time_ms", sizeof("_time_ms"));
	return is_alike(r, find(g, slice_str(name)));
}

/* Of what counts the same, the first that changed that way is the thing. */
static bool
follows_count(const struct span *g, const struct row *r)
{
	static const char *const cells[] = {
		"total_cells", "cells", "total_cells_used", "main_cells_used",
	};
	struct slice name;
	bool found = false;

	if (metric_has(r->is, ROLE_CYCLES))
		for (size_t i = 0; !found &&
		    (name = metrics_with(ROLE_CYCLES, i)).n > 0 &&
		    !slice_eq(name, r->metric); i++)
			found = is_alike(r, find(g, name));
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		if (slice_eq(r->metric, slice_str(cells[i])))
			for (size_t k = 0; !found && k < i; k++)
				found = is_alike(r, find(g,
				    slice_str(cells[k])));
	return found;
}

static void
mark_group(struct sheet *s, size_t from, size_t end, bool *moved)
{
	struct span g = { .s = s,
	    .row = mem_zalloc(end - from, sizeof(*g.row)) };

	for (size_t i = from; i < end; i++) {
		size_t n = g.names.n;

		if (map_put(&g.names, 0, s->row[i].metric) == n)
			g.row[n] = i;
	}
	for (size_t i = from; i < end; i++) {
		struct row *r = &s->row[i];

		if (!verdict_is_change(r->verdict))
			continue;
		r->follows = follows_time(&g, r) || follows_whole(&g, r) ||
		    follows_rate(&g, r) || follows_count(&g, r);
		if (!r->follows && (r->time > 0 ||
		    metric_has(r->is, ROLE_TOTAL)))
			moved[r->verdict] = true;
	}
	map_free(&g.names);
	free(g.row);
}

/* The whole bench moved as some of its groups did. */
static void
mark_whole(struct sheet *s, size_t from, size_t end, const bool *moved)
{
	for (size_t i = from; i < end; i++) {
		struct row *r = &s->row[i];

		if (!verdict_is_change(r->verdict) || !moved[r->verdict])
			continue;
		if (slice_eq(r->metric, SLICE("app_prove_time_ms")) ||
		    (s->by_group && r->time > 0 && times_is_total(r)))
			r->follows = true;
	}
}

void
follow_mark(struct sheet *s)
{
	size_t end, to;

	for (size_t from = 0; s->compares && from < s->n; from = end) {
		bool moved[VERDICTS] = { false };

		end = sheet_bench_end(s, from);
		for (size_t i = from; i < end; i = to) {
			bool none[VERDICTS] = { false };
			bool whole = s->by_group &&
			    times_is_total(&s->row[i]);

			to = sheet_group_end(s, i, end);
			mark_group(s, i, to, whole ? none : moved);
		}
		mark_whole(s, from, end, moved);
	}
}
