/* SPDX-License-Identifier: MIT */
/* Sequences of label keys that were seen before, as a tree. */
#ifndef GROUP_KEYTREE_H
#define GROUP_KEYTREE_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	KEYTREE_TEXT = 48,	/* room for a key, `="', zeros to a block's end */
	KEYTREE_NODES = 256,
};

/* One more key behind those of the nodes above. */
struct keynode {
	struct keynode	*child, *next;	/* longer sequences; siblings */
	size_t		 n;
	char		 text[KEYTREE_TEXT];	/* the key and `="' */
	int		 column;	/* that its value goes to, or -1 */
};

/* A zeroed struct is empty. */
struct keytree {
	struct keynode	 root;
	struct keynode	 node[KEYTREE_NODES];
	size_t		 used;
};

/*
 * Walks labels along the tree and sets value[column] for the keys that have
 * one. The field must stand in a line of recin. Returns false, having set some
 * of them or not, where the sequence of keys was never added, or a backslash
 * stands before a quote.
 */
bool keytree_walk(const struct keytree *, struct slice labels,
    struct slice *value);

/*
 * The node of one more key; NULL where the key is no plain name, too long, or
 * the tree is full, and was emptied.
 */
struct keynode *keytree_add(struct keytree *, struct keynode *above,
    struct slice key, int column);

#endif
