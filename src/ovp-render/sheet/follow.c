/* SPDX-License-Identifier: MIT */
/* Rows whose change follows from another row. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "follow.h"
#include "importance.h"
#include "times.h"

/* The rows of one group, or of one set of other keys, by their metrics. */
struct span {
	const struct sheet *s;
	struct map names;
	size_t *row; /* by name */
};

static const struct row *
find(const struct span *g, struct slice metric)
{
	size_t i = map_find(&g->names, 0, metric);

	return i == MAP_NONE ? NULL : &g->s->row[g->row[i]];
}

/* A shown row can't follow a hidden one. */
static bool
is_alike(const struct row *r, const struct row *other)
{
	return other != NULL && other != r && other->verdict == r->verdict &&
	    (other->place != ROW_HIDDEN || r->place == ROW_HIDDEN);
}

/* A time that contains this one, directly or not. */
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

/* Seconds follow the milliseconds of the proofs, else the serial time. */
static bool
follows_time(const struct span *g, const struct row *r)
{
	if (r->time == 0)
		return false;
	return is_alike(r, find(g, metrics_named(ROLE_TOTAL))) ||
	    is_alike(r, find(g, metrics_named(ROLE_SECONDS)));
}

/*
 * `X_insn_mi/s' is instructions by time: if either changed, in any direction,
 * that is the change. A run with less work is not slower because its rate is
 * lower.
 */
static bool
follows_rate(const struct span *g, const struct row *r)
{
	static const struct slice end = { "_insn_mi/s", 10 };
	static const char *const made_of[] = { "_time_ms", "_insns" };
	struct buf name = { 0 };
	bool found = false;

	if (!slice_ends(r->metric, end))
		return false;
	for (size_t i = 0; i < 2 && !found; i++) {
		const struct row *other;

		name.n = 0;
		buf_add(&name, r->metric.at, r->metric.n - end.n);
		buf_str(&name, made_of[i]);
		other = find(g, buf_bytes(&name));
		found = other != NULL && verdict_is_change(other->verdict) &&
		    (other->place != ROW_HIDDEN || r->place == ROW_HIDDEN);
	}
	buf_free(&name);
	return found;
}

/* An earlier metric in the table with the same role and the same verdict. */
static bool
follows_role(const struct span *g, const struct row *r, enum metric_role role)
{
	struct slice name;

	for (size_t i = 0; metric_has(r->is, role) &&
	     (name = metrics_with(role, i)).n > 0 && !slice_eq(name, r->metric);
	     i++)
		if (is_alike(r, find(g, name)))
			return true;
	return false;
}

/* Among metrics that count the same, the first that changed leads. */
static bool
follows_count(const struct span *g, const struct row *r)
{
	return follows_role(g, r, ROLE_CYCLES) ||
	    follows_role(g, r, ROLE_MADE_CELLS);
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
		if (!r->follows &&
		    (r->time > 0 || metric_has(r->is, ROLE_TOTAL)))
			moved[r->verdict] = true;
	}
	map_free(&g.names);
	free(g.row);
}

/* A total follows if some of its groups changed in the same direction. */
static void
mark_whole(struct sheet *s, size_t from, size_t end, const bool *moved)
{
	for (size_t i = from; i < end; i++) {
		struct row *r = &s->row[i];

		if (!verdict_is_change(r->verdict) || !moved[r->verdict])
			continue;
		if (metric_has(r->is, ROLE_WALL) ||
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
			bool whole = s->by_group && times_is_total(&s->row[i]);

			to = sheet_group_end(s, i, end);
			mark_group(s, i, to, whole ? none : moved);
		}
		mark_whole(s, from, end, moved);
	}
}
