/* SPDX-License-Identifier: MIT */
/* Several runs as one: medians of their statistics, or the best. */
#include <stdlib.h>

#include "base/mem.h"
#include "number/median.h"
#include "stats/best.h"
#include "summary.h"

static int
cmp(const void *a, const void *b)
{
	return number_cmp(*(const struct number *)a, *(const struct number *)b);
}

/* Lists the known values of a statistic, sorted; returns their number. */
static size_t
known_of(const struct value *run, size_t n, enum statistic stat,
    struct number *list)
{
	size_t m = 0;

	for (size_t r = 0; r < n; r++)
		if ((run[r].known & 1u << stat) != 0)
			list[m++] = run[r].n[stat];
	qsort(list, m, sizeof(*list), cmp);
	return m;
}

struct value
summary_of(const struct value *run, size_t n)
{
	struct number *list;
	struct value v = { .known = 0 };

	if (n == 1)
		return *run;
	list = mem_zalloc(n, sizeof(*list));
	for (size_t i = 0; i < STATS; i++) {
		size_t m = known_of(run, n, (enum statistic)i, list);

		if (m == 0)
			continue;
		v.n[i] = median_sorted(list, m);
		v.known |= 1u << i;
	}
	free(list);
	return v;
}

/* The best of m out of n sorted numbers; exact if it is one of them. */
static struct number
best(const struct number *list, size_t n, size_t m, bool most)
{
	double *x, of;

	if (m >= n)
		return list[most ? n - 1 : 0];
	x = mem_zalloc(n, sizeof(*x));
	for (size_t i = 0; i < n; i++)
		x[i] = list[i].real;
	of = best_of(x, n, m, most);
	free(x);
	return number_real(of);
}

struct value
summary_best(const struct value *run, size_t n, size_t m, bool most)
{
	struct number *list = mem_zalloc(n, sizeof(*list));
	struct value v = summary_of(run, n);

	for (size_t i = STAT_COUNT + 1; i < STATS; i++) {
		size_t known = known_of(run, n, (enum statistic)i, list);

		if (known > 0)
			v.n[i] = best(list, known, m, most);
	}
	free(list);
	return v;
}

bool
summary_equal(const struct value *a, const struct value *b)
{
	if (a->known != b->known)
		return false;
	for (size_t i = 0; i < STATS; i++)
		if ((a->known & 1u << i) != 0 &&
		    number_cmp(a->n[i], b->n[i]) != 0)
			return false;
	return true;
}

size_t
summary_streak(const struct value *run, size_t n)
{
	size_t streak = n > 0;

	while (streak < n && summary_equal(&run[n - 1 - streak], &run[n - 1]))
		streak++;
	return streak;
}

double
summary_difference(struct number a, struct number b)
{
	if (a.is_whole && b.is_whole)
		return a.whole >= b.whole ? (double)(a.whole - b.whole) :
					    -(double)(b.whole - a.whole);
	return a.real - b.real;
}
