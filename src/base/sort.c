/* SPDX-License-Identifier: MIT */
/* Sorting by a comparison that needs more than two elements. */
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sort.h"

struct sort {
	size_t	size;
	int	(*compare)(const void *, const void *, void *);
	void	*with;
};

/* Merges two sorted runs, n and m elements one behind the other, into to. */
static void
merge(const struct sort *s, char *to, const char *from, size_t n, size_t m)
{
	const char *a = from, *b = from + n * s->size;
	const char *a_end = b, *b_end = b + m * s->size;

	while (a < a_end && b < b_end) {
		const char **next = s->compare(a, b, s->with) <= 0 ? &a : &b;

		memcpy(to, *next, s->size);
		*next += s->size;
		to += s->size;
	}
	memcpy(to, a, (size_t)(a_end - a));
	memcpy(to + (a_end - a), b, (size_t)(b_end - b));
}

void
sort_with(void *base, size_t n, size_t size,
    int (*compare)(const void *, const void *, void *), void *with)
{
	struct sort s = { size, compare, with };
	char *from = base, *to, *other;

	if (n < 2)
		return;
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
