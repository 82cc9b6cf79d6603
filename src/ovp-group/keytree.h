/* SPDX-License-Identifier: MIT */
/* Tree of the sequences of label keys seen so far. */
#ifndef GROUP_KEYTREE_H
#define GROUP_KEYTREE_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	KEYTREE_TEXT = 48, /* room for a key, `="', zeros to a block's end */
	KEYTREE_NODES = 256,
};

/* One more key after those of the nodes above. */
struct keynode {
	struct keynode *child, *next; /* longer sequences; siblings */
	size_t n;
	char text[KEYTREE_TEXT]; /* the key and `="' */
	int column;              /* for its value, or -1 */
};

/* A zeroed struct is empty. */
struct keytree {
	struct keynode root;
	struct keynode node[KEYTREE_NODES];
	size_t used;
};

/*
 * Walks labels along the tree and sets value[column] for the keys that have
 * one. They must be a field in a line of recin, or such a copy: an LF and 31
 * readable bytes after it. Returns false, perhaps after setting some of them, if
 * the sequence of keys was never added, or if a backslash precedes a quote.
 */
bool keytree_walk(const struct keytree *, struct slice labels,
    struct slice *value);

/*
 * Returns the node of one more key; NULL if the key is not a plain name or is
 * too long, or if the tree is full, which empties it.
 */
struct keynode *keytree_add(struct keytree *, struct keynode *above,
    struct slice key, int column);

#endif
