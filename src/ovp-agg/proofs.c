/* SPDX-License-Identifier: MIT */
/* Proof times: serial, unbounded parallel, parallel on N provers. */
#include <stdlib.h>

#include "base/mem.h"
#include "domain/stages.h"
#include "domain/metrics.h"
#include "proofs.h"
#include "stream/labels.h"

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
	while (kind < PROOF_KINDS && !slice_eq(metric, name[kind]))
		kind++;
	return kind;
}

void
proofs_add(struct proofs *ps, size_t place, enum proof_kind kind,
    struct slice labels, struct number ms)
{
	struct proof *p;

	ps->proof = mem_grow(ps->proof, &ps->cap, ps->n, sizeof(*ps->proof));
	p = &ps->proof[ps->n++];
	*p = (struct proof){ .place = place, .kind = kind, .ms = ms };
	p->labels = arena_copy(&ps->arena, labels);
	labels_find(p->labels, SLICE("segment"), &p->segment);
	labels_find(p->labels, SLICE("idx"), &p->idx);
}

/* Whether proofs of a place and kind come after those of another. */
static int
compare_kind(const struct proof *x, size_t place, enum proof_kind kind)
{
	if (x->place != place)
		return x->place < place ? -1 : 1;
	return (x->kind > kind) - (x->kind < kind);
}

static int
compare(const void *a, const void *b)
{
	const struct proof *x = a, *y = b;
	int c = compare_kind(x, y->place, y->kind);

	if (c == 0)
		c = name_cmp(x->segment, y->segment);
	if (c == 0)
		c = name_cmp(x->idx, y->idx);
	if (c == 0)
		c = slice_cmp(x->labels, y->labels);
	return c != 0 ? c : number_cmp(x->ms, y->ms);
}

void
proofs_sort(struct proofs *ps)
{
	if (ps->n > 0)
		qsort(ps->proof, ps->n, sizeof(*ps->proof), compare);
}

const struct proof *
proofs_of(const struct proofs *ps, size_t place, enum proof_kind kind,
    size_t *n)
{
	size_t low = 0, high = ps->n, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_kind(&ps->proof[middle], place, kind) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < ps->n &&
	    compare_kind(&ps->proof[end], place, kind) == 0; end++)
		;
	*n = end - low;
	/* Without any proof there is no array to point into. */
	return *n > 0 ? &ps->proof[low] : NULL;
}

/* The end of the values from `from' on that are of one segment. */
static size_t
segment_end(const struct proof *p, size_t from, size_t n)
{
	size_t end = from + 1;

	while (end < n && slice_eq(p[end].segment, p[from].segment))
		end++;
	return end;
}

/* The proofs of one segment, and its preflight. */
static void
pair(struct preflight *found, const struct proof *p, size_t n,
    const struct proof *preflight, size_t npreflight, double *ms,
    struct sum *serial)
{
	for (size_t i = 0; i < n || i < npreflight; i++) {
		enum whole why = WHOLE_UNPAIRED;

		if (n == npreflight) {
			why = WHOLE_SHORTER;
			if (preflight[i].ms.real <= p[i].ms.real) {
				ms[i] -= preflight[i].ms.real;
				sum_add(serial, preflight[i].ms);
				continue;
			}
		}
		if (found->n[why]++ == 0)
			found->first[why] = i < n ? p[i].segment :
			    preflight[i].segment;
	}
}

struct preflight
proofs_preflight(const struct proof *p, size_t n,
    const struct proof *preflight, size_t npreflight, double *ms,
    struct sum *serial)
{
	struct preflight found = { 0 };
	size_t i = 0, j = 0;

	for (size_t k = 0; k < n; k++)
		ms[k] = p[k].ms.real;
	while (i < n && p[i].segment.n == 0)
		i++;
	while (j < npreflight && preflight[j].segment.n == 0)
		j++;
	if (i == n || j == npreflight)
		return found;
	while (i < n || j < npreflight) {
		int c = i == n ? 1 : j == npreflight ? -1 :
		    name_cmp(p[i].segment, preflight[j].segment);
		size_t to = c <= 0 ? segment_end(p, i, n) : i;
		size_t end = c >= 0 ?
		    segment_end(preflight, j, npreflight) : j;

		pair(&found, p + i, to - i, preflight + j, end - j, ms + i,
		    serial);
		i = to;
		j = end;
	}
	return found;
}

bool
proofs_have(const struct proof *p, size_t n, struct slice labels)
{
	size_t i = 0;

	while (i < n && !slice_eq(p[i].labels, labels))
		i++;
	return i < n;
}

double
proofs_longest(const double *ms, size_t n)
{
	double longest = n > 0 ? ms[0] : 0;

	for (size_t i = 1; i < n; i++)
		if (ms[i] > longest)
			longest = ms[i];
	return longest;
}

/* Puts the first element of a heap of times where it belongs. */
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
proofs_makespan(const double *ms, size_t n, size_t provers)
{
	double last = 0, *free_at;

	if (provers > n)
		provers = n;
	if (n == 0)
		return 0;
	free_at = mem_zalloc(provers, sizeof(*free_at));
	for (size_t i = 0; i < n; i++) {
		free_at[0] += ms[i];
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
	arena_free(&ps->arena);
}
