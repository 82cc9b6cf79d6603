/* SPDX-License-Identifier: MIT */
/* Texts around the variable parts of entries, as seen before. */
#ifndef PARSE_SHAPES_H
#define PARSE_SHAPES_H

#include <stdbool.h>

#include "base/block.h"
#include "base/slice.h"
#include "needs.h"

enum {
	SHAPE_LABELS = 16,   /* the most keys in a sequence */
	SHAPE_KEY = 40,      /* the longest key */
	SHAPE_NODES = 128,   /* the most keys in the tree */
	SHAPE_ENDINGS = 256, /* of all sequences, the recent ones */
	SHAPE_TEXT = 144,    /* the longest text */
};

/* A text that entries have. */
struct phrase {
	_Alignas(16) char text[SHAPE_TEXT + 16];
	size_t n; /* 1 at least */
};

/* A sequence of label keys: those of the node above, then one more. */
struct shape {
	/* from the begin of the entry, or the end of a value, to the next one */
	struct phrase before;
	struct shape *above;
	struct shape *child, *next; /* longer sequences; the siblings */
	size_t nlabels;
	size_t nshown;
	char shown[64];                    /* the key and `="' */
	unsigned char order[SHAPE_LABELS]; /* of a record's labels */
	unsigned set;                      /* needs_set() of the key, or 0 */
	bool known;                        /* needs_is_known() of all keys */
	struct ending *last;               /* of the previous such entry */
};

/* A label that is written. */
struct kept {
	const struct shape *key;
	size_t label; /* its index in the entry */
};

/* A sequence of keys and the metric after it. */
struct ending {
	/* from the end of the last label's value to the metric's value */
	struct phrase before;
	struct shape *shape;
	struct ending *follow;     /* of the entry after, at the last time */
	struct slice metric;       /* in the phrase */
	struct needs_metric needs; /* unless all is needed */
	bool settled;              /* kept is that of all records */
	bool needed;               /* so is each record whose value is not 0 */
	struct kept kept[SHAPE_LABELS];
	size_t nkept;
};

/* A zeroed struct holds only the empty sequence, root. */
struct shapes {
	struct shape root;
	struct shape node[SHAPE_NODES];
	size_t used;                        /* nodes */
	struct ending *slot[SHAPE_ENDINGS]; /* by hash; may be NULL */
	struct ending ending[SHAPE_ENDINGS];
	size_t nendings;
};

/* Whether a text begins with a phrase; SHAPE_TEXT bytes are readable. */
static inline bool
phrase_is(const struct phrase *phrase, const char *text)
{
	return phrase->n >= 16 ?
	    block_same_long(text, phrase->text, phrase->n) :
	    block_starts(text, phrase->text, phrase->n);
}

/*
 * Extends the sequence `above' by the key that ends a phrase but for the text
 * `between', which separates it from its value. 64 bytes after the key's begin
 * must be readable. Returns NULL if the key is not a Prometheus name, too long,
 * or one too many. If all nodes are used, drops everything and returns NULL.
 */
struct shape *shapes_add(struct shapes *, struct shape *above, const char *at,
    const char *key, struct slice between);

/*
 * Returns the ending with this phrase, which holds the metric. Makes it, with
 * what `needs' needs of the metric, unless there is one. Returns NULL if the
 * phrase is too long.
 */
struct ending *shapes_end(struct shapes *, struct shape *, struct slice phrase,
    struct slice metric, struct needs *needs);

/*
 * Returns whether an entry before had each key of a sequence; finds out of
 * which sets these are.
 */
bool shape_is_known(struct shape *, struct needs *);

/*
 * Sets the labels of a sequence whose keys are of the sets, in the order of a
 * record; returns their number.
 */
size_t shape_labels(const struct shape *, unsigned sets,
    struct kept kept[SHAPE_LABELS]);

/* The last key of a sequence. */
static inline struct slice
shape_key(const struct shape *s)
{
	return (struct slice){ s->shown, s->nshown - 2 };
}

#endif
