/* SPDX-License-Identifier: MIT */
/* Rows of proof times in seconds. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "parallel.h"
#include "times.h"

/* Padded to a block, as stats_add() needs. */
static const struct slice gauge = { "gauge\0\0\0\0\0\0\0\0\0\0", 5 };

static const struct slice whole_bench = { "*", 1 };

/* A time that an app spends once: the average of n values, if several. */
static struct number
once(const struct stats *s, size_t place, struct slice metric, struct sum *sum,
    uint64_t n)
{
	const struct place *p = &s->place[place];

	if (n > 1)
		warn("bench '%.*s', run %.*s, group '%.*s': %" PRIu64 " values "
		     "of %.*s, %.3f s together, count once, as their average, "
		     "in proof times",
		    SLICE_ARG(s->benches.key[p->bench].bytes),
		    SLICE_ARG(p->run_text), SLICE_ARG(p->key[0]), n,
		    SLICE_ARG(metric), sum_mean(sum, 1000).real);
	return sum_mean(sum, n);
}

/*
 * The average of metered execution outside of proofs; false if there is none.
 * Since version 2.1, a total with the same labels contains it.
 */
static bool
metered(const struct stats *s, const struct times *times, size_t place,
    struct number *average)
{
	struct sum sum = { 0 };
	size_t n = proofs_metered(times->proofs, place, false, &sum);

	if (times->version == VERSION_2_0)
		n += proofs_metered(times->proofs, place, true, &sum);
	if (n > 0)
		*average = once(s, place, metrics_named(ROLE_METERED), &sum, n);
	sum_free(&sum);
	return n > 0;
}

/*
 * Adds the execution that an app group does once, before or beside its proofs.
 */
static void
add_execution(struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct slice serial = metrics_named(ROLE_SERIAL), name;
	struct slice last = metrics_named(ROLE_METERED);
	struct row *execute = stats_known(s, place, serial);
	size_t n = BOUNDED + times->nprovers;
	struct number average;

	for (size_t i = 0; (name = metrics_with(ROLE_EXECUTE, i)).n > 0; i++)
		if (!slice_eq(name, serial) &&
		    stats_known(s, place, name) != NULL)
			execute = NULL;
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++) {
		struct row *r = stats_known(s, place, name);

		if (r == NULL)
			continue;
		execute = NULL;
		if (slice_eq(name, last))
			continue;
		average = once(s, place, name, &r->sum, r->count);
		for (size_t t = 0; t < n; t++)
			sum_add(&ms[t], average);
	}
	if (metered(s, times, place, &average))
		for (size_t t = 0; t < n; t++)
			sum_add(&ms[t], average);
	for (size_t t = UNBOUNDED; t < n && execute != NULL; t++) {
		sum_merge(&ms[t], &execute->sum);
		sum_add(&ms[t], number_real(-execute->max.real));
	}
}

/* Whether a program's execution is timed here, separately from its proofs. */
static bool
executes(const struct stats *s, size_t place, const struct times *times)
{
	enum stage stage = stage_of(s->place[place].key[0]);

	return stage == STAGE_APP ||
	    (stage == STAGE_NONE && times->version != VERSION_2_0);
}

/* The times of a place in milliseconds; false if it proves nothing. */
static bool
place_times(struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct row *total = stats_known(s, place, metrics_named(ROLE_TOTAL));

	if (total == NULL ||
	    (s->place[place].key[0].n == 0 && times->version == VERSION_2_0))
		return false;
	sum_merge(&ms[SERIAL], &total->sum);
	parallel_add(s, place, times, ms);
	if (executes(s, place, times))
		add_execution(s, place, times, ms);
	return true;
}

/* The times of a place that executes a program and proves nothing. */
static bool
execution_times(struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct slice name;
	bool found = false;

	if (times->version == VERSION_2_0 || !executes(s, place, times) ||
	    stats_known(s, place, metrics_named(ROLE_TOTAL)) != NULL)
		return false;
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++)
		found = found || stats_known(s, place, name) != NULL;
	if (found)
		add_execution(s, place, times, ms);
	return found;
}

static void
add_rows(struct stats *s, size_t place, const struct times *times,
    struct sum *ms, bool partial)
{
	for (size_t t = 0; t < BOUNDED + times->nprovers; t++) {
		struct slice metric = metrics_named(
		    t == SERIAL ? ROLE_SECONDS : ROLE_PARALLEL);
		char name[64];
		struct row *r;

		if (t >= BOUNDED) {
			snprintf(name, sizeof(name), "%.*s@%zu",
			    SLICE_ARG(metric), times->provers[t - BOUNDED]);
			metric = slice_str(name);
		}
		r = stats_row(s, place, metric);
		/* Keeps a metric of this name that the input already has. */
		if (r->count == 0) {
			r->partial = partial;
			stats_add(s, r, SLICE(""), gauge,
			    sum_mean(&ms[t], 1000));
		}
		sum_free(&ms[t]);
	}
}

/* The id of the place of the whole bench and run that contains a place. */
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

/* Whether a time within the place's proof times is not finite. */
static bool
is_partial(struct stats *s, size_t place, const struct times *times)
{
	bool partial = leaves_out(s, place, metrics_named(ROLE_TOTAL));
	struct slice name;

	if (!executes(s, place, times))
		return partial;
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++)
		partial = partial || leaves_out(s, place, name);
	return partial;
}

/* Which of the whole benches, n places from `first' on, lack a time. */
static bool *
find_partial(struct stats *s, const struct times *times, size_t first, size_t n)
{
	bool *partial = mem_zalloc(n + 1, sizeof(*partial));

	for (size_t i = 0; i < first; i++) {
		struct buf id = { 0 };
		size_t whole;

		if (stats_is_fine(s, i) || !is_partial(s, i, times) ||
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

/* Sums of whole benches: n for each; their places follow `first'. */
struct sums {
	size_t first, n, cap;
	struct sum *ms;
};

/* Adds the times of a place to its rows and to the whole bench. */
static void
take_times(struct stats *s, size_t place, const struct times *times,
    struct sum *ms, struct sums *whole)
{
	size_t n = whole->n, at;

	if (stage_in_total(stage_of(s->place[place].key[0]))) {
		at = bench_place(s, place) - whole->first;
		while (at >= whole->cap) {
			whole->ms = mem_resize(whole->ms, whole->cap + 1,
			    n * sizeof(*ms));
			memset(whole->ms + whole->cap++ * n, 0,
			    n * sizeof(*ms));
		}
		for (size_t t = 0; t < n; t++)
			sum_merge(&whole->ms[at * n + t], &ms[t]);
	}
	add_rows(s, place, times, ms, is_partial(s, place, times));
	memset(ms, 0, n * sizeof(*ms));
}

/* Whether a proof of the place's bench and run already has a time. */
static bool
has_whole(const struct stats *s, size_t place, size_t end)
{
	struct buf id = { 0 };
	size_t whole;

	bench_id(s, place, &id);
	whole = map_find(&s->places, 0, buf_bytes(&id));
	buf_free(&id);
	return whole < end;
}

static void
warn_execution(const struct stats *s, const struct place *p, struct sum *ms,
    const char *why)
{
	warn("bench '%.*s', run %.*s, group '%.*s': %.3f s are in no "
	     "total, because %s",
	    SLICE_ARG(s->benches.key[p->bench].bytes), SLICE_ARG(p->run_text),
	    SLICE_ARG(p->key[0]), sum_mean(ms, 1000).real, why);
}

/* Reports execution before proofs outside of app groups. */
static void
look_beside(struct stats *s, size_t place, const struct times *times)
{
	struct slice name, last = metrics_named(ROLE_METERED);
	struct sum ms = { 0 };

	if (executes(s, place, times) || times->version == VERSION_2_0 ||
	    !stage_in_total(stage_of(s->place[place].key[0])))
		return;
	proofs_metered(times->proofs, place, false, &ms);
	for (size_t i = 0; (name = metrics_with(ROLE_BEFORE, i)).n > 0; i++) {
		struct row *r = stats_known(s, place, name);

		if (r != NULL && !slice_eq(name, last))
			sum_merge(&ms, &r->sum);
	}
	if (sum_value(&ms).real > 0)
		warn_execution(s, &s->place[place], &ms,
		    "execution before "
		    "proofs counts in app groups alone");
	sum_free(&ms);
}

/* Takes execution without proofs: of benches without any, or of no group. */
static void
take_executions(struct stats *s, const struct times *times, struct sum *ms,
    struct sums *whole)
{
	size_t proven = s->places.n;

	for (size_t i = 0; i < whole->first; i++) {
		if (!stats_is_fine(s, i))
			look_beside(s, i, times);
		if (stats_is_fine(s, i) || !execution_times(s, i, times, ms))
			continue;
		if (s->place[i].key[0].n == 0 || !has_whole(s, i, proven)) {
			take_times(s, i, times, ms, whole);
			continue;
		}
		warn_execution(s, &s->place[i], &ms[SERIAL],
		    "the group has an execution but no proof");
		for (size_t t = 0; t < whole->n; t++)
			sum_free(&ms[t]);
		memset(ms, 0, whole->n * sizeof(*ms));
	}
}

void
times_add(struct stats *s, const struct times *times)
{
	struct sums whole = { s->places.n, BOUNDED + times->nprovers, 0, NULL };
	struct sum *ms = mem_zalloc(whole.n, sizeof(*ms));
	bool *partial;

	for (size_t i = 0; i < whole.first; i++)
		if (slice_eq(s->place[i].key[0], whole_bench))
			fail("no group may be named '*', which stands for the "
			     "whole bench");
	for (size_t i = 0; i < whole.first; i++)
		if (!stats_is_fine(s, i) && place_times(s, i, times, ms))
			take_times(s, i, times, ms, &whole);
	take_executions(s, times, ms, &whole);
	partial = find_partial(s, times, whole.first,
	    s->places.n - whole.first);
	for (size_t i = whole.first; i < s->places.n; i++)
		add_rows(s, i, times, whole.ms + (i - whole.first) * whole.n,
		    partial[i - whole.first]);
	free(partial);
	free(whole.ms);
	free(ms);
}
