/* SPDX-License-Identifier: MIT */
/* Sorting with a context for the comparison. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sort.h"

/* Bytes; larger elements are sorted by their indexes, in less memory. */
enum { LARGE = 64 };

struct sort {
	size_t size;
	int (*compare)(const void *, const void *, void *);
	void *with;
};

/* Merges two adjacent sorted runs of n and m elements into to. */
static void
merge(const struct sort *s, char *to, const char *from, size_t n, size_t m)
{
	const char *a = from, *b = from + n * s->size;
	const char *a_end = b, *b_end = b + m * s->size;

	/* Many inputs are nearly sorted. */
	if (m == 0 || s->compare(b - s->size, b, s->with) <= 0) {
		memcpy(to, from, (n + m) * s->size);
		return;
	}
	while (a < a_end && b < b_end) {
		const char **next = s->compare(a, b, s->with) <= 0 ? &a : &b;

		memcpy(to, *next, s->size);
		*next += s->size;
		to += s->size;
	}
	memcpy(to, a, (size_t)(a_end - a));
	memcpy(to + (a_end - a), b, (size_t)(b_end - b));
}

/* Elements sorted by their indexes, which are smaller. */
struct large {
	const char *base;
	size_t size;
	int (*compare)(const void *, const void *, void *);
	void *with;
};

static int
compare_large(const void *a, const void *b, void *ctx)
{
	const struct large *l = ctx;

	return l->compare(l->base + *(const size_t *)a * l->size,
	    l->base + *(const size_t *)b * l->size, l->with);
}

/* Moves the element at[i] to i, for all i; overwrites at. */
static void
permute(char *base, size_t n, size_t size, size_t *at)
{
	char *first = mem_alloc(size);

	for (size_t i = 0; i < n; i++) {
		size_t to = i, from = at[i];

		if (from == i)
			continue;
		memcpy(first, base + i * size, size);
		while (from != i) {
			memcpy(base + to * size, base + from * size, size);
			at[to] = to;
			to = from;
			from = at[to];
		}
		memcpy(base + to * size, first, size);
		at[to] = to;
	}
	free(first);
}

static void
sort_large(char *base, size_t n, size_t size,
    int (*compare)(const void *, const void *, void *), void *with)
{
	struct large l = { base, size, compare, with };
	size_t *at = mem_alloc(n * sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[i] = i;
	sort_with(at, n, sizeof(*at), compare_large, &l);
	permute(base, n, size, at);
	free(at);
}

static bool
is_sorted(const struct sort *s, const char *base, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (s->compare(base + (i - 1) * s->size, base + i * s->size,
			s->with) > 0)
			return false;
	return true;
}

void
sort_with(void *base, size_t n, size_t size,
    int (*compare)(const void *, const void *, void *), void *with)
{
	struct sort s = { size, compare, with };
	char *from = base, *to, *other;

	if (is_sorted(&s, base, n))
		return;
	if (size > LARGE) {
		sort_large(base, n, size, compare, with);
		return;
	}
	to = other = mem_alloc(n * size);
	for (size_t run = 1; run < n; run *= 2) {
		char *last = from;

		for (size_t i = 0; i < n; i += 2 * run) {
			size_t left = n - i < run ? n - i : run;
			size_t right = n - i - left < run ? n - i - left : run;

			merge(&s, to + i * size, from + i * size, left, right);
		}
		from = to;
		to = last;
	}
	if (from != base)
		memcpy(base, from, n * size);
	free(other);
}
