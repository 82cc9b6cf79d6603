/* SPDX-License-Identifier: MIT */
/* Texts around the variable parts of entries, as seen before. */
#include "base/recent.h"
#include "samples.h"
#include "shapes.h"
#include "stream/labels.h"

static const struct shape *
nth(const struct shape *s, size_t n)
{
	while (s->nlabels != n + 1)
		s = s->above;
	return s;
}

/* Sorts the last key after those that are not greater. */
static void
sort_in(struct shape *s)
{
	size_t i = s->nlabels - 1;

	memcpy(s->order, s->above->order, i);
	for (; i > 0; i--) {
		if (samples_key_cmp(shape_key(nth(s, s->order[i - 1])),
			shape_key(s)) <= 0)
			break;
		s->order[i] = s->order[i - 1];
	}
	s->order[i] = (unsigned char)(s->nlabels - 1);
}

static void
set(struct phrase *phrase, const char *at, size_t n)
{
	memcpy(phrase->text, at, n);
	phrase->n = n;
}

struct shape *
shapes_add(struct shapes *all, struct shape *above, const char *at,
    const char *key, struct slice between)
{
	struct slice name = { key, 0 };
	struct shape *s;
	size_t n;

	while (name.n <= SHAPE_KEY && key[name.n] != '"')
		name.n++;
	n = (size_t)(key - at) + name.n + between.n;
	if (!labels_is_name(name) || name.n > SHAPE_KEY ||
	    above->nlabels == SHAPE_LABELS || n > SHAPE_TEXT ||
	    memcmp(key + name.n, between.at, between.n) != 0)
		return NULL;
	if (all->used == SHAPE_NODES) {
		*all = (struct shapes){ 0 };
		return NULL;
	}
	s = &all->node[all->used++];
	s->above = above;
	s->next = above->child;
	above->child = s;
	s->nlabels = above->nlabels + 1;
	set(&s->before, at, n);
	s->nshown = name.n + 2;
	memcpy(s->shown, key, name.n);
	memcpy(s->shown + name.n, "=\"", 2);
	sort_in(s);
	return s;
}

struct ending *
shapes_end(struct shapes *all, struct shape *shape, struct slice phrase,
    struct slice metric, struct needs *needs)
{
	size_t i = recent_mix(metric) + 7 * (size_t)(shape - all->node);
	struct ending **slot = &all->slot[i % SHAPE_ENDINGS], *e = *slot;

	if (phrase.n > SHAPE_TEXT)
		return NULL;
	/* In the order of need: a small file touches few pages. */
	if (e == NULL)
		*slot = e = &all->ending[all->nendings++];
	if (e->shape != shape || !slice_eq(e->metric, metric)) {
		set(&e->before, phrase.at, phrase.n);
		e->shape = shape;
		e->follow = NULL;
		e->metric = (struct slice){
			e->before.text + (metric.at - phrase.at), metric.n
		};
		e->settled = needs == NULL;
		e->needed = false;
		if (needs != NULL)
			e->needs = needs_of(needs, e->metric);
		e->nkept = shape_labels(shape, NEEDS_ALL, e->kept);
	}
	if (shape->last != NULL)
		shape->last->follow = e;
	shape->last = e;
	return e;
}

bool
shape_is_known(struct shape *shape, struct needs *needs)
{
	bool known = true;

	if (shape->known)
		return true;
	for (struct shape *s = shape; s->nlabels > 0; s = s->above) {
		s->set = needs_set(needs, shape_key(s));
		known = needs_is_known(needs, shape_key(s)) && known;
	}
	shape->known = known || needs->shared == NULL;
	return known;
}

size_t
shape_labels(const struct shape *s, unsigned sets,
    struct kept kept[SHAPE_LABELS])
{
	size_t n = 0;

	for (size_t i = 0; i < s->nlabels; i++) {
		size_t label = s->order[i];
		const struct shape *key = nth(s, label);

		if (sets == NEEDS_ALL || (key->set & sets) != 0)
			kept[n++] = (struct kept){ key, label };
	}
	return n;
}
