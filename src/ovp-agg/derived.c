/* SPDX-License-Identifier: MIT */
/* Derived rows: usual names, totals, remainders, shares, numbers. */
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "derived.h"
#include "domain/metrics.h"

/* Padded to a block, as stats_add() needs. */
static const struct slice gauge = { "gauge\0\0\0\0\0\0\0\0\0\0", 5 };
static const struct slice counter = { "counter\0\0\0\0\0\0\0\0", 7 };
static const struct slice nothing = { "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0 };

/* Parts are rounded: a smaller share of the whole is no remainder. */
#define LEAST_REST 0.02

/* The row, or NULL if a value is missing. */
static struct row *
find(struct stats *s, size_t place, struct slice metric)
{
	struct row *r = stats_find(s, place, metric);

	return r != NULL && r->count > 0 && r->others == 0 ? r : NULL;
}

/* Makes a row for a name that need not be readable beyond its end. */
static size_t
make(struct stats *s, size_t place, struct slice metric)
{
	const struct row *r = stats_row(s, place,
	    arena_copy(&s->arena, metric));

	return (size_t)(r - s->row);
}

/* A remainder, its whole and the metrics that are parts of the whole. */
struct rest {
	struct slice name, whole;
	struct slice *part; /* owned: nparts */
	size_t nparts, cap;
};

/* The rules of the metrics table, gathered once rather than for each place. */
struct rules {
	struct slice *same; /* nsame metrics with another name */
	size_t nsame, same_cap;
	struct rest *rest; /* nrests */
	size_t nrests, rests_cap;
};

static void
gather_parts(struct rest *r)
{
	struct slice name;

	for (size_t i = 0; (name = metrics_part(r->whole, i)).n > 0; i++) {
		if (slice_eq(name, r->name))
			continue;
		r->part = mem_grow(r->part, &r->cap, r->nparts,
		    sizeof(*r->part));
		r->part[r->nparts++] = name;
	}
}

static void
gather(struct rules *r)
{
	struct slice name;

	for (size_t i = 0; (name = metrics_same(i)).n > 0; i++) {
		r->same = mem_grow(r->same, &r->same_cap, i, sizeof(*r->same));
		r->same[r->nsame++] = name;
	}
	for (size_t i = 0; (name = metrics_with(ROLE_REST, i)).n > 0; i++) {
		r->rest = mem_grow(r->rest, &r->rests_cap, i, sizeof(*r->rest));
		r->rest[r->nrests++] = (struct rest){
			.name = name,
			.whole = slice_str(metrics_find(name)->part_of),
		};
		gather_parts(&r->rest[i]);
	}
}

static void
rules_free(struct rules *r)
{
	for (size_t i = 0; i < r->nrests; i++)
		free(r->rest[i].part);
	free(r->rest);
	free(r->same);
}

/*
 * Whether rows other than shares of padding can be derived from a metric: most
 * places of finer keys have no such metric.
 */
static bool
feeds(const struct metric *m)
{
	return *m->same_as != '\0' || *m->part_of != '\0' ||
	    metric_has(m, ROLE_ALL_CELLS);
}

static void
add_names(struct stats *s, size_t place, const struct rules *rules)
{
	for (size_t i = 0; i < rules->nsame; i++) {
		struct slice name = rules->same[i], other;
		const struct row *r = find(s, place, name);
		size_t from;

		if (r == NULL)
			continue;
		other = slice_str(metrics_find(name)->same_as);
		if (stats_find(s, place, other) != NULL)
			continue;
		from = (size_t)(r - s->row);
		stats_merge(s, make(s, place, other), from);
	}
}

/* The sum of the parts of a whole. */
struct parts {
	struct sum sum;
	const struct row *any; /* NULL: no part */
};

static struct parts
add_up(struct stats *s, size_t place, const struct rest *rest)
{
	struct parts p = { .any = NULL };
	bool executed = false;

	for (size_t i = 0; i < rest->nparts; i++) {
		struct row *r = find(s, place, rest->part[i]);
		bool execute = r != NULL &&
		    metric_has(metrics_find(rest->part[i]), ROLE_EXECUTE);

		/* The total contains only one of the ways to execute. */
		if (r == NULL || (execute && executed))
			continue;
		executed = executed || execute;
		sum_merge(&p.sum, &r->sum);
		p.any = r;
	}
	return p;
}

/* Adds a row with a known sum and number of values. */
static void
add_sum(struct stats *s, size_t place, struct slice metric,
    const struct row *like, struct number sum)
{
	uint64_t count = like->count;
	struct slice phase = like->phase, kind = like->kind;
	size_t at = make(s, place, metric);
	struct row *r = &s->row[at];

	if (r->count > 0)
		return;
	r->phase = phase;
	r->kind = kind;
	r->count = count;
	r->sum_only = true;
	sum_add(&r->sum, sum);
}

static void
add_rest(struct stats *s, size_t place, const struct proofs *ps,
    const struct rest *rest)
{
	struct slice whole = rest->whole;
	struct parts p = add_up(s, place, rest);
	struct row *r = find(s, place, whole);

	if (metric_has(metrics_find(whole), ROLE_TOTAL))
		proofs_metered(ps, place, true, &p.sum);

	if (p.any != NULL && r == NULL && stats_find(s, place, whole) == NULL) {
		if (metric_has(metrics_find(whole), ROLE_SUM))
			add_sum(s, place, whole, p.any, sum_value(&p.sum));
	} else if (p.any != NULL && r != NULL) {
		double all = sum_value(&r->sum).real;
		double left = all - sum_value(&p.sum).real;

		/* No prover's clock is finer than a nanosecond. */
		if (left > 0 && left >= LEAST_REST * all)
			add_sum(s, place, rest->name, r,
			    number_real(rint(left * 1e6) / 1e6));
	}
	sum_free(&p.sum);
}

/* Turns `X_padding' into `X_unpadded'; false if the name has no `padding'. */
static bool
name_unpadded(struct slice name, struct buf *out)
{
	static const struct slice word = { "padding", 7 };
	const char *at = name.n == 0 ? NULL :
				       memmem(name.at, name.n, word.at, word.n);
	size_t before;

	if (at == NULL)
		return false;
	before = (size_t)(at - name.at);
	buf_add(out, name.at, before);
	buf_str(out, "unpadded");
	buf_add(out, at + word.n, name.n - word.n - before);
	return true;
}

/* Adds a part of a whole in per cent, unless the input has that metric. */
static void
put_share(struct stats *s, size_t place, struct slice metric, double part,
    double all)
{
	size_t share = make(s, place, metric);

	if (s->row[share].count == 0 && all > 0)
		stats_add(s, &s->row[share], nothing, gauge,
		    number_real(100 * part / all));
}

/* Older provers count the used cells, but not the cells of each AIR. */
static void
add_cells_share(struct stats *s, size_t place)
{
	struct row *all = find(s, place, metrics_named(ROLE_ALL_CELLS));
	struct row *used = find(s, place, metrics_named(ROLE_USED_CELLS));
	double cells, padding;

	if (all == NULL || used == NULL || all->count != used->count)
		return;
	cells = sum_value(&all->sum).real;
	padding = cells - sum_value(&used->sum).real;
	if (padding >= 0)
		put_share(s, place, SLICE("total_cells_padding_pct"), padding,
		    cells);
}

/* Adds the cost of proving per million cells, whatever the size. */
static void
add_cost(struct stats *s, size_t place)
{
	struct row *ms = find(s, place, metrics_named(ROLE_TOTAL));
	struct row *cells = find(s, place, metrics_named(ROLE_ALL_CELLS));
	double n = cells == NULL ? 0 : sum_value(&cells->sum).real;
	double total = ms == NULL ? 0 : sum_value(&ms->sum).real;
	size_t cost;

	if (n <= 0 || total <= 0)
		return;
	cost = make(s, place, SLICE("total_proof_time_ms_per_mcell"));
	if (s->row[cost].count == 0)
		stats_add(s, &s->row[cost], nothing, gauge,
		    number_real(total / (n / 1e6)));
}

static void
add_share(struct stats *s, size_t row)
{
	struct slice name = s->row[row].metric;
	size_t place = s->row[row].place;
	struct row *padding = find(s, place, name), *rest;
	struct buf other = { 0 };
	double all, pad;

	if (padding != NULL && name_unpadded(name, &other) &&
	    (rest = find(s, place, buf_bytes(&other))) != NULL) {
		/* Restores dropped zeros, as the reference does. */
		while (padding->count < rest->count)
			stats_add(s, padding, nothing, nothing,
			    number_whole(0));
		pad = sum_value(&padding->sum).real;
		all = pad + sum_value(&rest->sum).real;
		other.n = 0;
		buf_slice(&other, name);
		if (slice_ends(name, SLICE("_bytes")))
			other.n -= strlen("_bytes");
		buf_str(&other, "_pct");
		put_share(s, place, buf_bytes(&other), pad, all);
	}
	buf_free(&other);
}

static void
add_segments(struct stats *s, const struct proofs *ps)
{
	struct slice metric = metrics_named(ROLE_SEGMENTS);

	for (size_t i = 0; i < s->places.n; i++) {
		size_t n, segments = 0;
		const struct proof *p = proofs_of(ps, i, PROOF_TOTAL, &n);

		for (size_t k = 0; k < n; k++)
			segments += p[k].unit.segment.n > 0;
		/* A non-finite total is a proof, but has no value here. */
		if (segments > 0 &&
		    find(s, i, metrics_named(ROLE_TOTAL)) != NULL &&
		    stats_find(s, i, metric) == NULL)
			stats_add(s, stats_row(s, i, metric), nothing, counter,
			    number_whole(segments));
	}
}

void
derived_add(struct stats *s, const struct proofs *ps)
{
	size_t places = s->places.n, rows = s->rows.n;
	bool *fed = mem_zalloc(places + 1, sizeof(*fed));
	struct rules rules = { 0 };

	gather(&rules);
	for (size_t i = 0; i < rows; i++)
		if (feeds(metrics_find(s->row[i].metric)))
			fed[s->row[i].place] = true;
	for (size_t i = 0; i < places; i++) {
		if (stats_is_fine(s, i) || !fed[i])
			continue;
		add_names(s, i, &rules);
		/* Parts that are wholes themselves come before their wholes. */
		for (size_t k = rules.nrests; k-- > 0;)
			add_rest(s, i, ps, &rules.rest[k]);
		add_cells_share(s, i);
		add_cost(s, i);
	}
	for (size_t i = 0; i < rows; i++) {
		if (!stats_is_fine(s, s->row[i].place) &&
		    metrics_find(s->row[i].metric)->zero == ZERO_KEEP)
			add_share(s, i);
	}
	add_segments(s, ps);
	rules_free(&rules);
	free(fed);
}
