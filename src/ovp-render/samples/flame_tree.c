/* SPDX-License-Identifier: MIT */
/* Stacks as a tree of frames with their widths. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/tabs.h"
#include "flame_tree.h"

/* The frames from the root to the last one added: indexes of nodes. */
struct path {
	size_t *node;
	size_t n, cap;
};

static void
push(struct flame_tree *t, struct path *p, struct slice name, int key,
    double left)
{
	t->node = mem_grow(t->node, &t->cap, t->n, sizeof(*t->node));
	t->node[t->n] = (struct flame_node){
		.name = name,
		.key = key,
		.left = left,
		.depth = (unsigned)p->n,
	};
	if (p->n > t->depth)
		t->depth = (unsigned)p->n;
	p->node = mem_grow(p->node, &p->cap, p->n, sizeof(*p->node));
	p->node[p->n++] = t->n++;
}

/*
 * Goes down from the at-th frame of the path: to the existing frame if it is
 * the same, else to a new one in its place. Returns the next position.
 */
static size_t
descend(struct flame_tree *t, struct path *p, size_t at, struct slice name,
    int key, double left)
{
	if (at < p->n) {
		const struct flame_node *n = &t->node[p->node[at]];

		if (n->key == key && slice_eq(n->name, name))
			return at + 1;
		p->n = at;
	}
	push(t, p, name, key, left);
	return at + 1;
}

static void
add(struct flame_tree *t, struct path *p, struct stacks *s, size_t row,
    bool benches)
{
	struct slice frames = stacks_frames(s, row);
	double left = t->n > 0 ? t->node[0].wide : 0;
	double now = stacks_value(s, row, SIDE_NOW).real;
	double base = stacks_value(s, row, SIDE_BASE).real;
	size_t at = descend(t, p, 0, SLICE(""), FLAME_ROOT, 0);

	if (benches)
		at = descend(t, p, at,
		    s->benches.key[stacks_bench(s, row)].bytes, FLAME_BENCH,
		    left);
	while (frames.n > 0) {
		struct slice frame = tabs_take(&frames);

		at = descend(t, p, at,
		    (struct slice){ frame.at + 1, frame.n - 1 },
		    frame.at[0] - 'a', left);
	}
	p->n = at;
	t->node[p->node[p->n - 1]].own += now - base;
	for (size_t i = 0; i < p->n; i++) {
		struct flame_node *n = &t->node[p->node[i]];

		n->now += now;
		n->base += base;
		n->wide += now > 0 ? now : base;
	}
}

void
flame_tree_build(struct flame_tree *t, struct stacks *s, size_t bench)
{
	bool benches = bench == MAP_NONE && s->benches.n > 1;
	size_t from = bench == MAP_NONE ? 0 : stacks_first(s, bench);
	size_t end = bench == MAP_NONE ? s->n : stacks_first(s, bench + 1);
	struct path p = { .n = 0 };

	*t = (struct flame_tree){ .n = 0 };
	for (size_t i = from; i < end; i++)
		add(t, &p, s, s->row[i], benches);
	free(p.node);
}

void
flame_tree_free(struct flame_tree *t)
{
	free(t->node);
}
