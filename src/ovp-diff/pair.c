/* SPDX-License-Identifier: MIT */
/* Pairing of the benches of both sides. */
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/distance.h"
#include "base/mem.h"
#include "pair.h"

/* At most this many names are reported for each side. */
enum { MAX_TOLD = 10 };

/* The benches of a side that the other side lacks. */
struct left {
	size_t *bench; /* owned: n of them */
	size_t n;
};

static bool
is_on(const struct store *s, size_t bench, enum side side)
{
	return s->bench[bench].first[side] != NEVER;
}

static struct left
find_left(const struct store *s, enum side side)
{
	struct left l = { mem_zalloc(s->benches.n + 1, sizeof(*l.bench)), 0 };
	enum side other = side == BASE ? NOW : BASE;

	for (size_t i = 0; i < s->benches.n; i++)
		if (is_on(s, i, side) && !is_on(s, i, other))
			l.bench[l.n++] = i;
	return l;
}

/* The nearest name in a list, which is not empty. */
static struct slice
nearest(const struct store *s, const struct left *l, struct slice name)
{
	size_t best = SIZE_MAX;
	struct slice found = { "", 0 };

	for (size_t i = 0; i < l->n; i++) {
		struct slice other = store_bench_name(s, l->bench[i]);
		size_t far = distance_of(name, other);

		if (far < best) {
			best = far;
			found = other;
		}
	}
	return found;
}

static void
tell(const struct store *s, const struct left *l, const struct left *others,
    const char *lacking)
{
	for (size_t i = 0; i < l->n && i < MAX_TOLD; i++) {
		struct slice name = store_bench_name(s, l->bench[i]);
		struct slice near = nearest(s, others, name);

		if (others->n == 0)
			warn("%.*s: not in the %s", SLICE_ARG(name), lacking);
		else
			warn("%.*s: not in the %s; the nearest there is '%.*s'",
			    SLICE_ARG(name), lacking, SLICE_ARG(near));
	}
	if (l->n > MAX_TOLD)
		warn("%zu more benchmarks are not in the %s", l->n - MAX_TOLD,
		    lacking);
}

static void
join(struct store *s, size_t base, size_t now)
{
	struct slice was = arena_copy(&s->arena, store_bench_name(s, base));
	size_t joined = store_join(s, base, now);

	s->bench[joined].was = was;
	warn("%.*s: compared with '%.*s', the only benchmark of the baseline",
	    SLICE_ARG(store_bench_name(s, joined)), SLICE_ARG(was));
}

void
pair_benches(struct store *s)
{
	struct left base = find_left(s, BASE), now = find_left(s, NOW);
	size_t common = s->benches.n - base.n - now.n;

	if (common == 0 && base.n == 1 && now.n == 1) {
		join(s, base.bench[0], now.bench[0]);
	} else if (common == 0 && base.n > 0 && now.n > 0) {
		struct slice name = store_bench_name(s, now.bench[0]);

		fail(
		    "no benchmark is on both sides: '%.*s' is not in the "
		    "baseline, the nearest there is '%.*s': give both the same "
		    "name with ovp-parse --names",
		    SLICE_ARG(name), SLICE_ARG(nearest(s, &base, name)));
	} else {
		tell(s, &now, &base, "baseline");
		tell(s, &base, &now, "run");
	}
	free(base.bench);
	free(now.bench);
}

void
pair_versus(struct store *s, const struct versus *versus)
{
	for (size_t i = 0; i < versus->n; i++) {
		const struct versus_pair *p = &versus->pair[i];
		size_t bench = map_find(&s->benches, 0, p->new);

		if (bench != MAP_NONE)
			s->bench[bench].was = p->old;
	}
}
