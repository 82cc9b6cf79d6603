/* SPDX-License-Identifier: MIT */
/* Stacks as a tree of frames with their widths. */
#ifndef RENDER_FLAME_TREE_H
#define RENDER_FLAME_TREE_H

#include "stacks.h"

/* What a frame is, beside the nth label of a stack. */
enum { FLAME_ROOT = -1, FLAME_BENCH = -2 };

struct flame_node {
	struct slice	name;		/* a field; empty: the root */
	int		key;		/* of a stack, or FLAME_... */
	unsigned	depth;		/* the root's is 0 */
	double		left;		/* what stands to the left of it */
	double		wide;		/* its width: now, or the base where
					 * nothing is left of it */
	double		now, base;	/* with all that it holds */
	double		own;		/* what changed without what it holds */
};

/* Frames in the order of a walk: each before what it holds. */
struct flame_tree {
	struct flame_node	*node;
	size_t			 n, cap;
	unsigned		 depth;	/* of the deepest */
};

/*
 * The stacks of a bench, or with MAP_NONE of all: benches are frames then, where
 * there are several. Names are the stacks' own.
 */
void flame_tree_build(struct flame_tree *, struct stacks *,
    size_t bench);

void flame_tree_free(struct flame_tree *);

#endif
