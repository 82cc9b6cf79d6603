/* SPDX-License-Identifier: MIT */
/* Parallel times of the proofs of a group. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "domain/stages.h"
#include "parallel.h"

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

/* The jobs of proofs with a total each, and their serial preflight. */
static size_t
jobs_of_totals(const struct stats *s, size_t place, const struct times *times,
    struct job **job, struct sum *serial)
{
	size_t n, npreflight = 0;
	const struct proof *preflight = NULL;
	const struct proof *p = proofs_of(times->proofs, place, PROOF_TOTAL,
	    &n);
	struct preflight found;

	*job = mem_zalloc(n, sizeof(**job));
	if (times->version != VERSION_2_0 &&
	    stage_of(s->place[place].key[0]) == STAGE_APP)
		preflight = proofs_of(times->proofs, place, PROOF_PREFLIGHT,
		    &npreflight);
	found = proofs_preflight(p, n, preflight, npreflight, *job, serial);
	warn_preflight(s, &s->place[place], &found);
	return n;
}

/*
 * The jobs within a group's only total, if its parts show them. The rest of the
 * total is serial, as is preflight in an app group. Returns 0 if there are
 * several totals or no such parts.
 */
static size_t
jobs_of_parts(const struct stats *s, size_t place, const struct times *times,
    struct job **job, struct sum *serial)
{
	size_t n, nparts, more = 0, njobs;
	const struct proof *total = proofs_of(times->proofs, place, PROOF_TOTAL,
	    &n);
	const struct proof *part = proofs_of(times->proofs, place, PROOF_PART,
	    &nparts);
	const struct proof *preflight = proofs_of(times->proofs, place,
	    PROOF_PREFLIGHT, &more);
	struct proof *all;
	double left;

	if (times->version == VERSION_2_0 || n != 1 || nparts == 0 ||
	    !unit_is_whole(&total->unit))
		return 0;
	if (stage_of(s->place[place].key[0]) == STAGE_APP)
		more = 0;
	all = mem_zalloc(nparts + more, sizeof(*all));
	memcpy(all, part, nparts * sizeof(*all));
	if (more > 0)
		memcpy(all + nparts, preflight, more * sizeof(*all));
	*job = mem_zalloc(nparts + more, sizeof(**job));
	njobs = proofs_join(all, nparts + more, *job);
	free(all);
	left = total->ms.real;
	for (size_t i = 0; i < njobs; i++)
		left -= (*job)[i].ms;
	if (left < 0) {
		free(*job);
		return 0;
	}
	sum_add(serial, number_real(left));
	return njobs;
}

void
parallel_add(const struct stats *s, size_t place, const struct times *times,
    struct sum *ms)
{
	struct sum serial = { 0 };
	struct job *job;
	size_t n = jobs_of_parts(s, place, times, &job, &serial), end;

	if (n == 0)
		n = jobs_of_totals(s, place, times, &job, &serial);
	/* A level of a tree waits for the level below. */
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n &&
		     (times->version == VERSION_2_0 ||
			 slice_eq(job[end].unit.level, job[i].unit.level));
		     end++)
			;
		sum_add(&ms[UNBOUNDED],
		    number_real(proofs_longest(job + i, end - i)));
		for (size_t t = 0; t < times->nprovers; t++)
			sum_add(&ms[BOUNDED + t],
			    number_real(proofs_makespan(job + i, end - i,
				times->provers[t])));
	}
	for (size_t t = UNBOUNDED; t < BOUNDED + times->nprovers; t++)
		sum_merge(&ms[t], &serial);
	sum_free(&serial);
	free(job);
}
