/* SPDX-License-Identifier: MIT */
/* Sequences of label keys that were seen before, as a tree. */
#ifndef PARSE_SHAPES_H
#define PARSE_SHAPES_H

#include "base/slice.h"

enum {
	SHAPE_LABELS = 16,	/* the most keys in a sequence */
	SHAPE_KEY = 40,		/* the longest key */
	SHAPE_NODES = 128,	/* the most keys in the tree */
};

/* A sequence of keys: those of the node above, then one more. */
struct shape {
	struct shape	*above;
	struct shape	*child, *next;	/* longer sequences; the siblings */
	size_t		 nlabels;
	size_t		 ntext, nshown;
	char		 text[64];	/* the key, what follows it */
	char		 shown[64];	/* the key and `="' */
	unsigned char	 order[SHAPE_LABELS];	/* of a record's labels */
};

/* A zeroed struct holds the empty sequence, root, alone. */
struct shapes {
	struct shape	 root;
	struct shape	 node[SHAPE_NODES];
	size_t		 used;
};

/*
 * Adds a sequence: of the one above and the key at `at', which `between' parts
 * from its value. 64 bytes must be readable there. NULL when the key is no
 * Prometheus name, too long, or one too many. When all nodes are used, NULL,
 * and all are forgotten.
 */
struct shape *shapes_add(struct shapes *, struct shape *above,
    const char *at, struct slice between);

/* The last key of a sequence. */
static inline struct slice
shape_key(const struct shape *s)
{
	return (struct slice){ s->shown, s->nshown - 2 };
}

#endif
