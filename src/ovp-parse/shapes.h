/* SPDX-License-Identifier: MIT */
/* Tree of the sequences of label keys seen before. */
#ifndef PARSE_SHAPES_H
#define PARSE_SHAPES_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	SHAPE_LABELS = 16, /* the most keys in a sequence */
	SHAPE_KEY = 40,    /* the longest key */
	SHAPE_NODES = 128, /* the most keys in the tree */
};

/* A sequence of keys: those of the node above, then one more. */
struct shape {
	struct shape *above;
	struct shape *child, *next; /* longer sequences; the siblings */
	size_t nlabels;
	size_t ntext, nshown;
	char text[64];                     /* the key and the text after it */
	char shown[64];                    /* the key and `="' */
	unsigned char order[SHAPE_LABELS]; /* of a record's labels */
	unsigned set;                      /* needs_set() of the key, or 0 */
	bool known;                        /* needs_is_known() of all keys */
};

/* A zeroed struct holds only the empty sequence, root. */
struct shapes {
	struct shape root;
	struct shape node[SHAPE_NODES];
	size_t used;
};

/*
 * Extends the sequence `above' by the key at `at', which `between' separates
 * from its value. 64 bytes must be readable there. Returns NULL if the key is
 * not a Prometheus name, too long, or one too many. If all nodes are used,
 * drops all sequences and returns NULL.
 */
struct shape *shapes_add(struct shapes *, struct shape *above, const char *at,
    struct slice between);

/* The last key of a sequence. */
static inline struct slice
shape_key(const struct shape *s)
{
	return (struct slice){ s->shown, s->nshown - 2 };
}

#endif
