/* SPDX-License-Identifier: MIT */
/* Times in seconds: rows of their own for groups that prove. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "number/numfmt.h"
#include "times.h"

/* Which times there are: serial, unbounded, then one for each -p. */
enum { SERIAL, UNBOUNDED, BOUNDED };

/* As stats_add() wants it: to the end of a block. */
static const struct slice gauge = { "gauge\0\0\0\0\0\0\0\0\0\0", 5 };

static const struct slice whole_bench = { "*", 1 };

/* The row, or NULL where no finite value is. */
static struct row *
find(struct stats *s, size_t place, struct slice metric)
{
	struct row *r = stats_find(s, place, metric);

	return r != NULL && r->count > 0 ? r : NULL;
}

/*
 * The average of metered execution, and whether it is no part of a proof: a
 * total of the same labels holds it, since version 2.1.
 */
static bool
metered(const struct times *times, size_t place, struct number *average)
{
	size_t n, ntotals, apart = 0;
	const struct proof *p = proofs_of(times->proofs, place, PROOF_METERED,
	    &n);
	const struct proof *total = proofs_of(times->proofs, place,
	    PROOF_TOTAL, &ntotals);
	struct sum sum = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (times->version != VERSION_2_0 &&
		    proofs_have(total, ntotals, p[i].labels))
			continue;
		sum_add(&sum, p[i].ms);
		apart++;
	}
	if (apart > 0)
		*average = sum_mean(&sum, apart);
	sum_free(&sum);
	return apart > 0;
}

/* Adds what an app group executes once, before or beside its proofs. */
static void
add_execution(struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct slice serial = metrics_named(ROLE_SERIAL), name;
	struct slice last = metrics_named(ROLE_METERED);
	struct row *execute = find(s, place, serial);
	size_t n = BOUNDED + times->nprovers;
	struct number average;

	for (size_t i = 0; (name = metrics_with(ROLE_EXECUTE, i)).n > 0; i++)
		if (!slice_eq(name, serial) && find(s, place, name) != NULL)
			execute = NULL;
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++) {
		struct row *r = find(s, place, name);

		if (r == NULL)
			continue;
		execute = NULL;
		if (slice_eq(name, last))
			continue;
		for (size_t t = 0; t < n; t++)
			sum_add(&ms[t], sum_mean(&r->sum, r->count));
	}
	if (metered(times, place, &average))
		for (size_t t = 0; t < n; t++)
			sum_add(&ms[t], average);
	for (size_t t = UNBOUNDED; t < n && execute != NULL; t++) {
		sum_merge(&ms[t], &execute->sum);
		sum_add(&ms[t], number_real(-execute->max.real));
	}
}

static void
warn_preflight(const struct stats *s, const struct place *p,
    const struct preflight *found)
{
	static const char *const why[WHOLE_REASONS] = {
		[WHOLE_UNPAIRED] = "have no total_proof_time_ms and "
		    "execute_preflight_time_ms that pair",
		[WHOLE_SHORTER] = "have a longer execute_preflight_time_ms "
		    "than total_proof_time_ms",
	};

	for (size_t i = 0; i < WHOLE_REASONS; i++)
		if (found->n[i] > 0)
			warn("bench '%.*s', run %.*s, group '%.*s': proofs "
			    "that %s: %zu, the first of segment '%.*s'; "
			    "they count as parallel in full",
			    SLICE_ARG(s->benches.key[p->bench].bytes),
			    SLICE_ARG(p->run_text), SLICE_ARG(p->key[0]),
			    why[i], found->n[i], SLICE_ARG(found->first[i]));
}

/* Adds the parallel times of a place: what of its proofs can run at once. */
static void
add_parallel(const struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	size_t n, npreflight = 0;
	const struct proof *preflight = NULL;
	const struct proof *p = proofs_of(times->proofs, place, PROOF_TOTAL,
	    &n);
	double *left = mem_zalloc(n, sizeof(*left));
	struct sum serial = { 0 };
	struct preflight found;

	if (times->version != VERSION_2_0 &&
	    stage_of(s->place[place].key[0]) == STAGE_APP)
		preflight = proofs_of(times->proofs, place, PROOF_PREFLIGHT,
		    &npreflight);
	found = proofs_preflight(p, n, preflight, npreflight, left, &serial);
	warn_preflight(s, &s->place[place], &found);
	sum_add(&ms[UNBOUNDED], number_real(proofs_longest(left, n)));
	for (size_t t = 0; t < times->nprovers; t++)
		sum_add(&ms[BOUNDED + t], number_real(proofs_makespan(left, n,
		    times->provers[t])));
	for (size_t t = UNBOUNDED; t < BOUNDED + times->nprovers; t++)
		sum_merge(&ms[t], &serial);
	sum_free(&serial);
	free(left);
}

/* The times of a place in milliseconds; false where it proves nothing. */
static bool
place_times(struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct row *total = find(s, place, metrics_named(ROLE_TOTAL));

	if (total == NULL || s->place[place].key[0].n == 0)
		return false;
	sum_merge(&ms[SERIAL], &total->sum);
	add_parallel(s, place, times, ms);
	if (stage_of(s->place[place].key[0]) == STAGE_APP)
		add_execution(s, place, times, ms);
	return true;
}

static void
add_rows(struct stats *s, size_t place, const struct times *times,
    struct sum *ms, bool partial)
{
	for (size_t t = 0; t < BOUNDED + times->nprovers; t++) {
		struct slice metric = metrics_named(t == SERIAL ?
		    ROLE_SECONDS : ROLE_PARALLEL);
		char name[64];
		struct row *r;

		if (t >= BOUNDED) {
			snprintf(name, sizeof(name), "%.*s@%zu",
			    SLICE_ARG(metric), times->provers[t - BOUNDED]);
			metric = slice_str(name);
		}
		r = stats_row(s, place, metric);
		/* What the input itself gives under this name is left alone. */
		if (r->count == 0) {
			r->partial = partial;
			stats_add(s, r, SLICE(""), gauge,
			    sum_mean(&ms[t], 1000));
		}
		sum_free(&ms[t]);
	}
}

/* The place of the whole bench and run that a place belongs to, as its id. */
static void
bench_id(const struct stats *s, size_t place, struct buf *id)
{
	const struct place *p = &s->place[place];

	buf_slice(id, s->benches.key[p->bench].bytes);
	buf_char(id, '\t');
	buf_slice(id, p->run_text);
	buf_char(id, '\t');
	buf_slice(id, whole_bench);
}

static size_t
bench_place(struct stats *s, size_t place)
{
	struct buf id = { 0 };
	size_t i;

	bench_id(s, place, &id);
	i = stats_place(s, buf_bytes(&id));
	buf_free(&id);
	return i;
}

static bool
leaves_out(struct stats *s, size_t place, struct slice metric)
{
	struct row *r = stats_find(s, place, metric);

	return r != NULL && r->others > 0;
}

/* Whether a time that the place's proof times are made of is not finite. */
static bool
is_partial(struct stats *s, size_t place)
{
	bool partial = leaves_out(s, place, metrics_named(ROLE_TOTAL));
	struct slice name;

	if (stage_of(s->place[place].key[0]) != STAGE_APP)
		return partial;
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++)
		partial = partial || leaves_out(s, place, name);
	return partial;
}

/* Which of the whole benches, n places from `first' on, lack a time. */
static bool *
find_partial(struct stats *s, size_t first, size_t n)
{
	bool *partial = mem_zalloc(n + 1, sizeof(*partial));

	for (size_t i = 0; i < first; i++) {
		struct buf id = { 0 };
		size_t whole;

		if (!is_partial(s, i) ||
		    !stage_in_total(stage_of(s->place[i].key[0])))
			continue;
		bench_id(s, i, &id);
		whole = map_find(&s->places, 0, buf_bytes(&id));
		buf_free(&id);
		if (whole != MAP_NONE)
			partial[whole - first] = true;
	}
	return partial;
}

void
times_add(struct stats *s, const struct times *times)
{
	size_t places = s->places.n, n = BOUNDED + times->nprovers;
	struct sum *ms = mem_zalloc(n, sizeof(*ms));
	struct sum *total = NULL;	/* n for each whole bench */
	size_t cap = 0;
	bool *partial;

	proofs_sort(times->proofs);
	for (size_t i = 0; i < places; i++)
		if (slice_eq(s->place[i].key[0], whole_bench))
			fail("a group '*': that name stands for the whole "
			    "bench");
	for (size_t i = 0; i < places; i++) {
		size_t whole;

		if (stats_is_fine(s, i) || !place_times(s, i, times, ms))
			continue;
		if (stage_in_total(stage_of(s->place[i].key[0]))) {
			whole = bench_place(s, i) - places;
			while (whole >= cap) {
				total = mem_resize(total, cap + 1,
				    n * sizeof(*total));
				memset(total + cap++ * n, 0,
				    n * sizeof(*total));
			}
			for (size_t t = 0; t < n; t++)
				sum_merge(&total[whole * n + t], &ms[t]);
		}
		add_rows(s, i, times, ms, is_partial(s, i));
		memset(ms, 0, n * sizeof(*ms));
	}
	partial = find_partial(s, places, s->places.n - places);
	for (size_t i = places; i < s->places.n; i++)
		add_rows(s, i, times, total + (i - places) * n,
		    partial[i - places]);
	free(partial);
	free(total);
	free(ms);
}

static void
warn_insns(const struct stats *s, const struct place *p, struct row *x,
    struct row *y)
{
	char text[2][NUMFMT_MAX];
	int n[2] = {
		(int)numfmt(text[0], sum_value(&x->sum)),
		(int)numfmt(text[1], sum_value(&y->sum)),
	};

	warn("bench '%.*s', run %.*s, group '%.*s': %.*s of %.*s and %.*s of "
	    "%.*s disagree", SLICE_ARG(s->benches.key[p->bench].bytes),
	    SLICE_ARG(p->run_text), SLICE_ARG(p->key[0]),
	    SLICE_ARG(x->metric), n[0], text[0], SLICE_ARG(y->metric), n[1],
	    text[1]);
}

void
times_check_insns(struct stats *s)
{
	for (size_t i = 0; i < s->places.n; i++) {
		struct row *first = NULL;
		struct slice name;

		if (stats_is_fine(s, i) ||
		    !stage_in_total(stage_of(s->place[i].key[0])))
			continue;
		for (size_t m = 0;
		    (name = metrics_with(ROLE_AGREE, m)).n > 0; m++) {
			struct row *r = find(s, i, name);

			if (r != NULL && first != NULL && number_cmp(
			    sum_value(&first->sum), sum_value(&r->sum)) != 0)
				warn_insns(s, &s->place[i], first, r);
			first = first == NULL ? r : first;
		}
	}
}

void
times_weigh_rates(struct stats *s)
{
	for (size_t i = 0; i < s->places.n; i++) {
		struct row *rate = find(s, i,
		    metrics_named(ROLE_PREFLIGHT_RATE));
		struct row *insns = find(s, i,
		    metrics_named(ROLE_PREFLIGHT_WORK));
		struct row *ms = find(s, i,
		    metrics_named(ROLE_PREFLIGHT));

		if (rate == NULL || insns == NULL || ms == NULL)
			continue;
		rate->weighted = sum_value(&ms->sum).real > 0;
		if (rate->weighted)
			rate->rate = number_real(sum_value(&insns->sum).real /
			    sum_value(&ms->sum).real / 1000);
	}
}
