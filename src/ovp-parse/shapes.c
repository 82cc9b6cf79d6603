/* SPDX-License-Identifier: MIT */
/* Tree of the sequences of label keys seen before. */
#include "samples.h"
#include "shapes.h"
#include "stream/labels.h"

static struct slice
nth_key(const struct shape *s, size_t n)
{
	while (s->nlabels != n + 1)
		s = s->above;
	return shape_key(s);
}

/* Sorts the last key after those that are not greater. */
static void
sort_in(struct shape *s)
{
	size_t i = s->nlabels - 1;

	memcpy(s->order, s->above->order, i);
	for (; i > 0; i--) {
		if (samples_key_cmp(nth_key(s, s->order[i - 1]),
			shape_key(s)) <= 0)
			break;
		s->order[i] = s->order[i - 1];
	}
	s->order[i] = (unsigned char)(s->nlabels - 1);
}

struct shape *
shapes_add(struct shapes *all, struct shape *above, const char *at,
    struct slice between)
{
	struct slice key = { at, 0 };
	struct shape *s;

	while (key.n <= SHAPE_KEY && at[key.n] != '"')
		key.n++;
	if (!labels_is_name(key) || key.n > SHAPE_KEY ||
	    above->nlabels == SHAPE_LABELS ||
	    memcmp(at + key.n, between.at, between.n) != 0)
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
	s->ntext = key.n + between.n;
	memcpy(s->text, at, s->ntext);
	s->nshown = key.n + 2;
	memcpy(s->shown, at, key.n);
	memcpy(s->shown + key.n, "=\"", 2);
	sort_in(s);
	return s;
}
