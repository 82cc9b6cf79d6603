/* SPDX-License-Identifier: MIT */
/* Proof times: serial, unbounded parallel, parallel on N provers. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/sort.h"
#include "domain/stages.h"
#include "domain/metrics.h"
#include "proofs.h"
#include "stream/labels.h"

/* Whether a metric is a part of a proof's time. */
static bool
is_part(struct slice metric)
{
	static const enum metric_role part[] = { ROLE_TRACE_GEN, ROLE_PROVE,
		ROLE_BESIDE, ROLE_EXECUTE };
	struct slice name;

	for (size_t k = 0; k < sizeof(part) / sizeof(part[0]); k++)
		for (size_t i = 0; (name = metrics_with(part[k], i)).n > 0; i++)
			if (slice_eq(metric, name))
				return true;
	return false;
}

enum proof_kind
proof_kind(struct slice metric)
{
	static struct slice name[PROOF_KINDS];
	enum proof_kind kind = PROOF_TOTAL;

	if (name[kind].n == 0) {
		name[PROOF_TOTAL] = metrics_named(ROLE_TOTAL);
		name[PROOF_PREFLIGHT] = metrics_named(ROLE_PREFLIGHT);
		name[PROOF_METERED] = metrics_named(ROLE_METERED);
	}
	if (!slice_ends(metric, SLICE("_ms")))
		return PROOF_KINDS;
	while (kind < PROOF_PART && !slice_eq(metric, name[kind]))
		kind++;
	return kind < PROOF_PART || is_part(metric) ? kind : PROOF_KINDS;
}

void
proofs_add(struct proofs *ps, size_t place, enum proof_kind kind,
    struct slice labels, struct number ms)
{
	struct unit unit = unit_of(labels);
	struct proof *p;

	if (kind == PROOF_PART && unit_is_whole(&unit))
		return;
	ps->proof = mem_grow(ps->proof, &ps->cap, ps->n, sizeof(*ps->proof));
	p = &ps->proof[ps->n++];
	*p = (struct proof){
		.list = place * PROOF_KINDS + kind,
		.labels = arena_copy(&ps->arena, labels),
		.unit = unit,
		.ms = ms,
	};
	unit_move(&p->unit, labels.at, p->labels.at);
}

/* By unit, then by all labels. */
static int
compare_labels(const struct proof *x, const struct proof *y)
{
	int c = unit_cmp(&x->unit, &y->unit);

	return c != 0 ? c : slice_cmp(x->labels, y->labels);
}

static int
compare(const void *a, const void *b, void *unused)
{
	const struct proof *x = a, *y = b;
	int c = compare_labels(x, y);

	(void)unused;
	return c != 0 ? c : number_cmp(x->ms, y->ms);
}

void
proofs_sort(struct proofs *ps)
{
	struct proof *sorted = mem_zalloc(ps->n, sizeof(*sorted));
	size_t *from;

	for (size_t i = 0; i < ps->n; i++)
		if (ps->proof[i].list >= ps->nlists)
			ps->nlists = ps->proof[i].list + 1;
	ps->from = from = mem_zalloc(ps->nlists + 2, sizeof(*from));
	/* At first, list + 1 is where the next value of a list goes. */
	for (size_t i = 0; i < ps->n; i++)
		from[ps->proof[i].list + 2]++;
	for (size_t i = 2; i < ps->nlists + 2; i++)
		from[i] += from[i - 1];
	for (size_t i = 0; i < ps->n; i++)
		sorted[from[ps->proof[i].list + 1]++] = ps->proof[i];
	free(ps->proof);
	ps->proof = sorted;
	for (size_t i = 0; i < ps->nlists; i++)
		sort_with(sorted + from[i], from[i + 1] - from[i],
		    sizeof(*sorted), compare, NULL);
}

const struct proof *
proofs_of(const struct proofs *ps, size_t place, enum proof_kind kind,
    size_t *n)
{
	size_t list = place * PROOF_KINDS + kind;

	*n = list < ps->nlists ? ps->from[list + 1] - ps->from[list] : 0;
	/* Without proofs there is no array to point into. */
	return *n > 0 ? &ps->proof[ps->from[list]] : NULL;
}

/* Orders segments, level by level. */
static int
segment_cmp(const struct proof *a, const struct proof *b)
{
	int c = name_cmp(a->unit.level, b->unit.level);

	return c != 0 ? c : name_cmp(a->unit.segment, b->unit.segment);
}

/* The end of the values from `from' on that belong to one segment. */
static size_t
segment_end(const struct proof *p, size_t from, size_t n)
{
	size_t end = from + 1;

	while (end < n && segment_cmp(&p[end], &p[from]) == 0)
		end++;
	return end;
}

/* The end of the copies of one entry; copies always add up. */
static size_t
copies_end(const struct proof *p, size_t from, size_t n)
{
	size_t end = from + 1;

	while (end < n && slice_eq(p[end].labels, p[from].labels) &&
	    number_cmp(p[end].ms, p[from].ms) == 0)
		end++;
	return end;
}

/* The number of entries, not counting copies. */
static size_t
entries(const struct proof *p, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i = copies_end(p, i, n))
		count++;
	return count;
}

static void
keep_whole(struct preflight *found, enum whole why, const struct proof *p)
{
	if (found->n[why]++ == 0)
		found->first[why] = p->unit.segment;
}

/* Pairs the proofs of one segment with its preflight. */
static void
pair(struct preflight *found, const struct proof *p, size_t n,
    const struct proof *preflight, size_t npreflight, struct job *job,
    struct sum *serial)
{
	bool each = n == npreflight;
	size_t j = 0, end;

	if (!each && n != entries(preflight, npreflight)) {
		for (size_t i = 0; i < n || i < npreflight; i++)
			keep_whole(found, WHOLE_UNPAIRED,
			    i < n ? &p[i] : &preflight[i]);
		return;
	}
	for (size_t i = 0; i < n; i++, j = end) {
		double ms;

		end = each ? j + 1 : copies_end(preflight, j, npreflight);
		ms = preflight[j].ms.real * (double)(end - j);
		if (ms > p[i].ms.real) {
			keep_whole(found, WHOLE_SHORTER, &p[i]);
			continue;
		}
		job[i].ms -= ms;
		for (size_t k = j; k < end; k++)
			sum_add(serial, preflight[k].ms);
	}
}

struct preflight
proofs_preflight(const struct proof *p, size_t n, const struct proof *preflight,
    size_t npreflight, struct job *job, struct sum *serial)
{
	struct preflight found = { 0 };
	size_t i = 0, j = 0;

	for (size_t k = 0; k < n; k++)
		job[k] = (struct job){ p[k].unit, p[k].ms.real };
	while (i < n && p[i].unit.segment.n == 0)
		i++;
	while (j < npreflight && preflight[j].unit.segment.n == 0)
		j++;
	if (i == n || j == npreflight)
		return found;
	while (i < n || j < npreflight) {
		int c = i == n      ? 1 :
		    j == npreflight ? -1 :
				      segment_cmp(&p[i], &preflight[j]);
		size_t to = c <= 0 ? segment_end(p, i, n) : i;
		size_t end = c >= 0 ? segment_end(preflight, j, npreflight) : j;

		pair(&found, p + i, to - i, preflight + j, end - j, job + i,
		    serial);
		i = to;
		j = end;
	}
	return found;
}

static int
by_unit(const void *a, const void *b)
{
	const struct job *x = a, *y = b;

	return unit_cmp(&x->unit, &y->unit);
}

size_t
proofs_join(const struct proof *part, size_t n, struct job *job)
{
	bool by_idx = false;
	size_t njobs = 0;

	for (size_t i = 0; i < n; i++)
		by_idx = by_idx ||
		    (part[i].unit.idx.n > 0 && part[i].unit.segment.n == 0);
	for (size_t i = 0; i < n; i++) {
		job[i] = (struct job){ part[i].unit, part[i].ms.real };
		if (by_idx && job[i].unit.idx.n > 0)
			job[i].unit.segment.n = 0;
	}
	if (n > 0)
		qsort(job, n, sizeof(*job), by_unit);
	for (size_t i = 0; i < n; i++)
		if (njobs > 0 && by_unit(&job[njobs - 1], &job[i]) == 0)
			job[njobs - 1].ms += job[i].ms;
		else
			job[njobs++] = job[i];
	return njobs;
}

/* Whether one of n sorted proofs has exactly the labels of this one. */
static bool
have(const struct proof *p, size_t n, const struct proof *of)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_labels(&p[middle], of) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && compare_labels(&p[low], of) == 0;
}

size_t
proofs_metered(const struct proofs *ps, size_t place, bool held,
    struct sum *sum)
{
	size_t n, ntotals, found = 0;
	const struct proof *p = proofs_of(ps, place, PROOF_METERED, &n);
	const struct proof *total = proofs_of(ps, place, PROOF_TOTAL, &ntotals);

	for (size_t i = 0; i < n; i++) {
		if (have(total, ntotals, &p[i]) != held)
			continue;
		sum_add(sum, p[i].ms);
		found++;
	}
	return found;
}

double
proofs_longest(const struct job *job, size_t n)
{
	double longest = n > 0 ? job[0].ms : 0;

	for (size_t i = 1; i < n; i++)
		if (job[i].ms > longest)
			longest = job[i].ms;
	return longest;
}

/* Sinks the first time of a heap to its place. */
static void
sink(double *heap, size_t n)
{
	size_t i = 0;

	for (;;) {
		size_t child = 2 * i + 1;
		double t = heap[i];

		if (child >= n)
			return;
		if (child + 1 < n && heap[child + 1] < heap[child])
			child++;
		if (t <= heap[child])
			return;
		heap[i] = heap[child];
		heap[child] = t;
		i = child;
	}
}

double
proofs_makespan(const struct job *job, size_t n, size_t provers)
{
	double last = 0, *free_at;

	if (provers > n)
		provers = n;
	if (n == 0)
		return 0;
	free_at = mem_zalloc(provers, sizeof(*free_at));
	for (size_t i = 0; i < n; i++) {
		free_at[0] += job[i].ms;
		if (free_at[0] > last)
			last = free_at[0];
		sink(free_at, provers);
	}
	free(free_at);
	return last;
}

void
proofs_free(struct proofs *ps)
{
	free(ps->proof);
	free(ps->from);
	arena_free(&ps->arena);
}
