/* SPDX-License-Identifier: MIT */
/* Parts that rows of a sheet share. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "share.h"

/*
 * Recent values by their hash. Tables of AIRs repeat few numbers, since their
 * heights are powers of two.
 */
enum { SLOTS = 1 << 12 };

struct share {
	const struct slice *text[SHARE_TEXTS]; /* those of the last row */
	const struct row_runs *runs;
	const struct value *values[SLOTS]; /* or NULL */
};

void
share_open(struct sheet *s)
{
	s->share = mem_zalloc(1, sizeof(*s->share));
}

void
share_close(struct sheet *s)
{
	free(s->share);
}

const struct slice *
share_texts(struct sheet *s, enum share_texts which, const struct slice *text,
    size_t n)
{
	const struct slice *last = s->share->text[which];
	struct slice *all;
	size_t i = 0;

	while (last != NULL && i < n && slice_eq(last[i], text[i]))
		i++;
	if (last != NULL && i == n)
		return last;
	all = arena_alloc(&s->arena, n * sizeof(*all));
	for (i = 0; i < n; i++)
		all[i] = last != NULL && slice_eq(last[i], text[i]) ?
		    last[i] :
		    sheet_keep(s, text[i]);
	s->share->text[which] = all;
	return all;
}

const struct row_runs *
share_runs(struct sheet *s, const struct row_runs *r)
{
	const struct row_runs *last = s->share->runs;
	struct row_runs *copy;

	if (last != NULL && last->now == r->now && last->base == r->base &&
	    last->number.at == r->number.at && last->origin == r->origin &&
	    last->base_origin == r->base_origin)
		return last;
	copy = arena_alloc(&s->arena, sizeof(*copy));
	*copy = *r;
	s->share->runs = copy;
	return copy;
}

static bool
is_nought(const struct value *v)
{
	return v->known && v->n.is_whole && v->n.whole == 0;
}

const struct judged *
share_judged(struct sheet *s, const struct judged *j)
{
	static const struct judged none;
	static const struct judged nought = {
		.pct = { .n = { .is_whole = true }, .known = true },
	};
	struct judged *copy;

	if (!j->p.known && !j->mde.known && !j->low.known && !j->high.known &&
	    !j->spread.known && j->recent.n == 0) {
		if (!j->pct.known)
			return &none;
		if (is_nought(&j->pct))
			return &nought;
	}
	copy = arena_alloc(&s->arena, sizeof(*copy));
	*copy = *j;
	return copy;
}

/* The bits of a value in one number, equal for equal values. */
static uint64_t
bits(const struct value *v)
{
	uint64_t real;

	if (!v->known)
		return 1;
	memcpy(&real, &v->n.real, sizeof(real));
	return v->n.is_whole ? v->n.whole : ~real;
}

static bool
are_equal(const struct value *a, const struct value *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i].known != b[i].known ||
		    (a[i].known &&
			(a[i].n.is_whole != b[i].n.is_whole ||
			    bits(&a[i]) != bits(&b[i]))))
			return false;
	return true;
}

const struct value *
share_values(struct sheet *s, const struct value *v)
{
	const struct value **slot;
	struct value *copy;
	uint64_t h = 0;

	for (size_t i = 0; i < s->nstats; i++)
		h = hash_pair(h, bits(&v[i]));
	slot = &s->share->values[h % SLOTS];
	if (*slot != NULL && are_equal(*slot, v, s->nstats))
		return *slot;
	copy = arena_alloc(&s->arena, s->nstats * sizeof(*copy));
	memcpy(copy, v, s->nstats * sizeof(*copy));
	*slot = copy;
	return copy;
}
