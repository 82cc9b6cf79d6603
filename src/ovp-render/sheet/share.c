/* SPDX-License-Identifier: MIT */
/* Parts that rows of a sheet share. */
#include "base/hash.h"
#include "share.h"

/*
 * Recent values by their hash. Tables of AIRs repeat few numbers, since their
 * heights are powers of two.
 */
enum { SLOTS = 1 << 12 };

struct share {
	const struct slice *text[SHARE_TEXTS]; /* those of the last row */
	const struct row_runs *runs;
	struct slice values[SLOTS]; /* packed, or empty */
	char *packed;               /* scratch */
};

void
share_open(struct sheet *s)
{
	size_t most = s->nstats > JUDGED ? s->nstats : JUDGED;

	s->share = arena_alloc(&s->arena, sizeof(*s->share));
	s->share->packed = arena_alloc(&s->arena, most * PACKED_MOST);
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

const char *
share_values(struct sheet *s, const struct value *v, size_t n)
{
	char *to = s->share->packed;
	struct slice packed = { to, packed_put(to, v, n) };
	struct slice *slot = &s->share->values[hash_bytes(packed) % SLOTS];

	if (!slice_eq(*slot, packed))
		*slot = arena_copy(&s->arena, packed);
	return slot->at;
}
