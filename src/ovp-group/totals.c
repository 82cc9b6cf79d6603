/* SPDX-License-Identifier: MIT */
/* Proof times of label sets that lack a part. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "domain/stages.h"
#include "domain/unit.h"
#include "stream/labels.h"
#include "totals.h"

/* A label set, and its parts that no total contains yet. */
struct set {
	size_t group, at; /* indexes: of groups, of label sets */
	struct unit unit;
	unsigned left; /* a set of parts */
};

/* The source of a total. */
enum kind { REPORTED, HALO2, DERIVED };

#define MANY (SIZE_MAX - 1)

struct totals {
	const struct map *labels;
	struct parts *parts;
	const struct parts_to *to;
	struct map groups; /* below a run */
	struct set *set;   /* n of them, by group */
	size_t n;
	struct map known; /* units of totals: key_of() */
	size_t *owner;    /* label set of each, or MANY */
	size_t owner_cap;
	struct map units;         /* of totals to make */
	struct parts *unit_parts; /* by index of units */
	size_t unit_cap;
	struct buf key;
};

/* --- units of totals, found by those that agree with them --- */

static unsigned
mask_of(const struct unit *u)
{
	return (unsigned)(u->level.n > 0) | (unsigned)(u->idx.n > 0) << 1 |
	    (unsigned)(u->segment.n > 0) << 2;
}

/* The labels of a unit that the mask selects, as one text. */
static struct slice
key_of(struct totals *t, const struct unit *u, unsigned mask)
{
	const struct slice part[] = { u->level, u->idx, u->segment };

	t->key.n = 0;
	for (unsigned i = 0; i < 3; i++)
		tabs_add(&t->key, (mask & 1u << i) != 0 ? part[i] : SLICE(""));
	return buf_bytes(&t->key);
}

/* A unique number for a group, a kind, a mask and a subset of that mask. */
static size_t
parent_of(size_t group, enum kind kind, unsigned mask, unsigned part)
{
	return ((group * 3 + kind) * 8 + mask) * 8 + part;
}

static void
know(struct totals *t, const struct set *s, enum kind kind)
{
	unsigned mask = mask_of(&s->unit);

	for (unsigned part = 0; part <= mask; part++) {
		size_t n = t->known.n, i;

		if ((part & ~mask) != 0)
			continue;
		i = map_put(&t->known, parent_of(s->group, kind, mask, part),
		    key_of(t, &s->unit, part));
		t->owner = mem_grow(t->owner, &t->owner_cap, i,
		    sizeof(*t->owner));
		t->owner[i] = i == n ? s->at : MANY;
	}
}

/* The label set whose total may cover the same proof; MAP_NONE, or MANY. */
static size_t
owner_of(struct totals *t, const struct set *s, enum kind kind)
{
	size_t owner = MAP_NONE;

	for (unsigned mask = 0; mask < 8; mask++) {
		unsigned part = mask & mask_of(&s->unit);
		size_t i = map_find(&t->known,
		    parent_of(s->group, kind, mask, part),
		    key_of(t, &s->unit, part));

		if (i != MAP_NONE)
			owner = owner == MAP_NONE ? t->owner[i] : MANY;
	}
	return owner;
}

static bool
is_known(struct totals *t, const struct set *s, enum kind kind)
{
	return owner_of(t, s, kind) != MAP_NONE;
}

/* Whether a total covers the set: it has no label that the set lacks. */
static bool
is_held(struct totals *t, const struct set *s, enum kind kind)
{
	unsigned of = mask_of(&s->unit);

	for (unsigned mask = 0; mask <= of; mask++)
		if ((mask & ~of) == 0 &&
		    map_find(&t->known, parent_of(s->group, kind, mask, mask),
			key_of(t, &s->unit, mask)) != MAP_NONE)
			return true;
	return false;
}

/* --- new totals --- */

static void
put_label(struct buf *b, const char *key, struct slice value)
{
	if (value.n == 0)
		return;
	if (b->n > 0)
		buf_char(b, ',');
	buf_str(b, key);
	buf_str(b, "=\"");
	buf_slice(b, value);
	buf_char(b, '"');
}

static void
emit(struct totals *t, size_t group, const struct unit *u, struct parts *p)
{
	const struct map_key *k = &t->groups.key[group];
	unsigned metered = PART_BIT(METERED);
	struct buf labels = { 0 };
	size_t same;

	put_label(&labels, "group", k->bytes);
	put_label(&labels, "hgt", u->level);
	put_label(&labels, "idx", u->idx);
	put_label(&labels, "segment", u->segment);
	/* As for the total of one label set. */
	same = map_find(t->labels, k->parent, buf_bytes(&labels));
	if (same != MAP_NONE)
		parts_merge(p, metered, &t->parts[same]);
	t->to->emit(t->to->ctx, k->parent, part_name(TOTAL), buf_bytes(&labels),
	    parts_sum(p, ~0u));
	buf_free(&labels);
}

static void
lose(struct totals *t, const struct set *s, unsigned parts)
{
	const struct map_key *k = &t->labels->key[s->at];

	if (stage_of(t->groups.key[s->group].bytes) == STAGE_KEYGEN)
		return;
	for (enum part i = 0; i < PARTS; i++)
		if ((parts & PART_BIT(i)) != 0)
			t->to->lost(t->to->ctx, k->parent, part_name(i),
			    k->bytes, parts_sum(&t->parts[s->at], PART_BIT(i)));
}

/* Makes one total of all parts left in a group. */
static void
make_whole(struct totals *t, const struct set *s, size_t n)
{
	static const struct unit whole;
	struct parts sum = { 0 };

	for (size_t i = 0; i < n; i++)
		parts_merge(&sum, s[i].left, &t->parts[s[i].at]);
	emit(t, s->group, &whole, &sum);
	parts_free(&sum);
}

/* Makes a total for each idx, or segment, of the parts left in a group. */
static void
make_units(struct totals *t, const struct set *s, size_t n)
{
	unsigned mask = 7;
	size_t *first = mem_zalloc(n, sizeof(*first));

	for (size_t i = 0; i < n; i++)
		if (s[i].left != 0 && s[i].unit.idx.n > 0 &&
		    s[i].unit.segment.n == 0)
			mask = 3;
	for (size_t i = 0; i < n; i++) {
		unsigned of = s[i].unit.idx.n > 0 ? mask : 7;
		size_t old = t->unit_cap, unit;

		if (s[i].left == 0)
			continue;
		unit = map_put(&t->units, 0, key_of(t, &s[i].unit, of));
		t->unit_parts = mem_grow(t->unit_parts, &t->unit_cap, unit,
		    sizeof(*t->unit_parts));
		if (t->unit_cap > old)
			memset(t->unit_parts + old, 0,
			    (t->unit_cap - old) * sizeof(*t->unit_parts));
		if (t->unit_parts[unit].has == 0)
			first[unit] = i;
		parts_merge(&t->unit_parts[unit], s[i].left,
		    &t->parts[s[i].at]);
	}
	for (size_t i = 0; i < t->units.n; i++) {
		struct unit u = s[first[i]].unit;

		if (u.idx.n > 0 && mask == 3)
			u.segment.n = 0;
		emit(t, s->group, &u, &t->unit_parts[i]);
		parts_free(&t->unit_parts[i]);
		t->unit_parts[i] = (struct parts){ 0 };
	}
	map_free(&t->units);
	t->units = (struct map){ 0 };
	free(first);
}

/* --- a group --- */

/*
 * Finds the parts of a set that its own total does not cover; notes that total.
 */
static void
take_set(struct totals *t, struct set *s)
{
	struct parts *p = &t->parts[s->at];
	unsigned proof = parts_proof(p, VERSION_2_1);

	if ((p->has & PART_BIT(TOTAL)) != 0)
		return;
	if (proof != 0 && is_held(t, s, REPORTED)) {
		/* A total with fewer labels covers it: it needs no other. */
		p->has |= PART_BIT(TOTAL);
	} else if (proof != 0) {
		know(t, s, DERIVED);
		s->left = p->has & PARTS_OF_PROOF & ~proof & ~PARTS_EXECUTE;
	} else {
		s->left = p->has & PARTS_OF_PROOF;
	}
}

static void
take_halo2(struct totals *t, struct set *s)
{
	struct parts *p = &t->parts[s->at];

	if ((p->has & (PART_BIT(TOTAL) | PART_BIT(HALO2_PROOF))) !=
		PART_BIT(HALO2_PROOF) ||
	    is_known(t, s, REPORTED))
		return;
	if (is_known(t, s, DERIVED)) {
		lose(t, s, PART_BIT(HALO2_PROOF));
		return;
	}
	t->to->emit(t->to->ctx, t->labels->key[s->at].parent, part_name(TOTAL),
	    t->labels->key[s->at].bytes, parts_sum(p, PART_BIT(HALO2_PROOF)));
	know(t, s, HALO2);
}

/*
 * Adds the parts left to the one derived total of the same proof, if they fit.
 */
static void
give(struct totals *t, struct set *s, size_t owner)
{
	unsigned fits = 0;

	if (owner != MANY) {
		fits = s->left &
		    (~PARTS_EXECUTE | parts_execute(t->parts[owner].has));
		parts_merge(&t->parts[owner], fits, &t->parts[s->at]);
	}
	lose(t, s, s->left & ~fits);
	s->left = 0;
}

/* Removes the parts that a total covers or that can't be placed. */
static void
settle(struct totals *t, struct set *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t owner = owner_of(t, &s[i], DERIVED);

		if (s[i].left == 0)
			continue;
		if (is_held(t, &s[i], REPORTED) || is_held(t, &s[i], HALO2))
			s[i].left = 0;
		else if (is_known(t, &s[i], REPORTED) ||
		    is_known(t, &s[i], HALO2))
			give(t, &s[i], MANY);
		else if (owner != MAP_NONE)
			give(t, &s[i], owner);
	}
}

static void
derive_group(struct totals *t, struct set *s, size_t n)
{
	unsigned left = 0;
	bool whole = false;

	for (size_t i = 0; i < n; i++)
		if ((t->parts[s[i].at].has & PART_BIT(TOTAL)) != 0)
			know(t, &s[i], REPORTED);
	for (size_t i = 0; i < n; i++)
		take_set(t, &s[i]);
	for (size_t i = 0; i < n; i++)
		take_halo2(t, &s[i]);
	settle(t, s, n);
	for (size_t i = 0; i < n; i++) {
		unsigned other = s[i].left & PARTS_EXECUTE &
		    ~parts_execute(s[i].left);

		lose(t, &s[i], other);
		s[i].left &= ~other;
		left |= s[i].left;
		whole = whole || (s[i].left != 0 && unit_is_whole(&s[i].unit));
	}
	if (whole)
		make_whole(t, s, n);
	else if (left != 0)
		make_units(t, s, n);
}

static int
by_group(const void *a, const void *b)
{
	const struct set *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

void
totals_derive(const struct map *labels, struct parts *parts,
    const struct parts_to *to)
{
	struct totals t = { .labels = labels, .parts = parts, .to = to };
	size_t end;

	t.set = mem_zalloc(labels->n + 1, sizeof(*t.set));
	for (size_t i = 0; i < labels->n; i++) {
		const struct map_key *k = &labels->key[i];
		struct slice group = { "", 0 };

		labels_find(k->bytes, SLICE("group"), &group);
		t.set[t.n++] = (struct set){
			.group = map_put(&t.groups, k->parent, group),
			.at = i,
			.unit = unit_of(k->bytes),
		};
	}
	qsort(t.set, t.n, sizeof(*t.set), by_group);
	for (size_t i = 0; i < t.n; i = end) {
		for (end = i + 1;
		     end < t.n && t.set[end].group == t.set[i].group; end++)
			;
		derive_group(&t, t.set + i, end - i);
	}
	map_free(&t.groups);
	map_free(&t.known);
	map_free(&t.units);
	free(t.unit_parts);
	free(t.owner);
	free(t.set);
	buf_free(&t.key);
}
