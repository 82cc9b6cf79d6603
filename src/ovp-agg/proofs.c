/* SPDX-License-Identifier: MIT */
/* Proof times: serial, unbounded parallel, parallel on N provers. */
#include <stdlib.h>

#include "base/mem.h"
#include "domain/stages.h"
#include "proofs.h"
#include "stream/labels.h"

void
proofs_add(struct proofs *ps, size_t place, struct slice labels,
    struct number ms)
{
	struct proof *p;

	ps->proof = mem_grow(ps->proof, &ps->cap, ps->n, sizeof(*ps->proof));
	p = &ps->proof[ps->n++];
	*p = (struct proof){ .place = place, .ms = ms };
	p->labels = arena_copy(&ps->arena, labels);
	labels_find(p->labels, SLICE("segment"), &p->segment);
	labels_find(p->labels, SLICE("idx"), &p->idx);
}

static int
compare(const void *a, const void *b)
{
	const struct proof *x = a, *y = b;
	int c;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
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
proofs_of(const struct proofs *ps, size_t place, size_t *n)
{
	size_t low = 0, high = ps->n, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ps->proof[middle].place < place)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < ps->n && ps->proof[end].place == place; end++)
		;
	*n = end - low;
	/* Without any proof there is no array to point into. */
	return *n > 0 ? &ps->proof[low] : NULL;
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
proofs_makespan(const struct proof *p, size_t n, size_t provers)
{
	double last = 0, *free_at;

	if (provers > n)
		provers = n;
	if (n == 0)
		return 0;
	free_at = mem_zalloc(provers, sizeof(*free_at));
	for (size_t i = 0; i < n; i++) {
		free_at[0] += p[i].ms.real;
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
