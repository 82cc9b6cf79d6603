/* SPDX-License-Identifier: MIT */
/* JSON tree of a small text, for results of other harnesses. */
#ifndef PARSE_TREE_H
#define PARSE_TREE_H

#include <stdnoreturn.h>

#include "base/buf.h"
#include "source.h"

/* A node is the index of a token, or TREE_NONE. */
enum { TREE_NONE = -1 };

struct tree {
	struct source *source;
	struct slice text; /* the JSON in it */
	void *token;       /* owned: ntokens of jsmn's */
	int ntokens;
	size_t cap;
};

/* Returns all bytes of a source, up to SOURCE_LIMIT; fails if it is empty. */
struct slice tree_load(struct source *);

/*
 * Makes the tree of a text in a source's window. A tree may be made again, for
 * another text. Fails with the place of the first error.
 */
void tree_make(struct tree *, struct source *, struct slice text);
void tree_free(struct tree *);

/* Returns the value of an object's member, or TREE_NONE. */
int tree_member(const struct tree *, int node, const char *name);

/* Return the first value of an array or object, and the one after a value. */
int tree_first(const struct tree *, int node);
int tree_next(const struct tree *, int parent, int node);

bool tree_is_array(const struct tree *, int node);
bool tree_is_object(const struct tree *, int node);
bool tree_is_string(const struct tree *, int node);

/* Returns a number as it is spelled, also in a string; else an empty slice. */
struct slice tree_number(const struct tree *, int node);

/* Append the text of a string, or the name of the member with this value. */
void tree_string(const struct tree *, int node, struct buf *);
void tree_name(const struct tree *, int node, struct buf *);

/* Fails with the place of a node, or of the text. */
noreturn void tree_fail(const struct tree *, int node, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
