/* SPDX-License-Identifier: MIT */
/* A small JSON text as a tree: for the results of other harnesses. */
#ifndef PARSE_TREE_H
#define PARSE_TREE_H

#include <stdnoreturn.h>

#include "base/buf.h"
#include "source.h"

/* A node is the index of a token, or TREE_NONE. */
enum { TREE_NONE = -1 };

struct tree {
	struct source	*source;
	struct slice	 text;		/* the JSON in it */
	void		*token;		/* owned: ntokens of jsmn's */
	int		 ntokens;
	size_t		 cap;
};

/* All bytes of a source, which may be SOURCE_LIMIT; fails on none. */
struct slice tree_load(struct source *);

/*
 * Makes the tree of a text that lies in a source's window; a tree that was made
 * before is used again. Fails, with the place, where it is no JSON.
 */
void tree_make(struct tree *, struct source *, struct slice text);
void tree_free(struct tree *);

/* The value of an object's member; TREE_NONE for any other node. */
int tree_member(const struct tree *, int node, const char *name);

/* The first value in an array or object, and the one behind a value. */
int tree_first(const struct tree *, int node);
int tree_next(const struct tree *, int parent, int node);

bool tree_is_array(const struct tree *, int node);
bool tree_is_object(const struct tree *, int node);
bool tree_is_string(const struct tree *, int node);

/* A number as it is spelled, also in a string; empty for anything else. */
struct slice tree_number(const struct tree *, int node);

/* Appends what a string says, or the name of a member, whose value it is. */
void tree_string(const struct tree *, int node, struct buf *);
void tree_name(const struct tree *, int node, struct buf *);

/* Fails with the place of a node, or of the text. */
noreturn void tree_fail(const struct tree *, int node, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
