/* SPDX-License-Identifier: MIT */
/* Stacks as a tree of frames with their widths. */
#ifndef RENDER_FLAME_TREE_H
#define RENDER_FLAME_TREE_H

#include "stacks.h"

/* The key of a frame that is not the nth label of a stack. */
enum { FLAME_ROOT = -1, FLAME_BENCH = -2 };

struct flame_node {
	struct slice name; /* a field; empty for the root */
	int key;           /* of a stack, or FLAME_... */
	unsigned depth;    /* 0 for the root */
	double left;       /* width of the frames left of it */
	double wide;       /* width: now, or base if it is gone */
	double now, base;  /* with all frames in it */
	double own;        /* change without the frames in it */
};

/* Frames in depth-first order, parents first. */
struct flame_tree {
	struct flame_node *node;
	size_t n, cap;
	unsigned depth; /* of the deepest */
};

/*
 * Builds the tree of a bench, or with MAP_NONE of all; several benches become
 * frames. Names are borrowed from the stacks.
 */
void flame_tree_build(struct flame_tree *, struct stacks *, size_t bench);

void flame_tree_free(struct flame_tree *);

#endif
