/* SPDX-License-Identifier: MIT */
/* Labels promoted to columns. */
#ifndef GROUP_PROMOTE_H
#define GROUP_PROMOTE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/slice.h"
#include "keytree.h"

/* So many bytes behind a value can be read. */
enum { PROMOTE_BEYOND = 32 };

struct promote {
	struct slice	**list;		/* of each level, as they were given */
	struct slice	*key;		/* nkeys names; the last is `phase' */
	size_t		 nkeys;
	struct slice	 alias;		/* another label of a key, or empty */
	size_t		 aliased;	/* the key's index */
	struct slice	*value;		/* of each key, or empty */
	bool		*level;		/* nlevels times nkeys: has the key */
	size_t		 nlevels;
	bool		*seen;		/* of each key: some record has it */
	struct map	 others;	/* labels that are no key, MAX_OTHERS */
	struct buf	 labels;	/* what the values were taken from */
	struct buf	 plain;		/* bytes of values that held escapes */
	struct keytree	*tree;
};

/*
 * Takes the names of nlists comma-separated lists, each a level, and `phase'.
 * Fails, naming the flag -k, on a name that can't be a column's, stands twice
 * in its list, or is taken (stream.h).
 */
void promote_init(struct promote *, const char *const *list, size_t nlists);

/* The index of a label that is promoted; nkeys for any other. */
size_t promote_find(const struct promote *, struct slice key);

/* Promotes a label to the column of a key, too; both live on. */
void promote_alias(struct promote *, struct slice label, struct slice key);

/*
 * Sets the values from a labels field; they stand until the next call. A label
 * that is missing is empty; of one that occurs twice, the first counts.
 * Returns where the syntax is wrong, or a slice whose `at' is NULL.
 */
struct slice promote_labels(struct promote *, struct slice labels);

/*
 * The same for a field of a record that recin read, faster; its values stand
 * as long as the record. escapes: it may hold a backslash.
 */
struct slice promote_record(struct promote *, struct slice labels,
    bool escapes);

/*
 * Whether each key is shown at a level, for nkeys of them; NULL when the values
 * that were set last are shown by a level before it in the same way.
 */
const bool *promote_level(const struct promote *, size_t level);

/*
 * Warns of keys that no record had whose values were set, with the nearest
 * label; not of `phase', of the key at `made', which no label is, and of the
 * usual key `group'.
 */
void promote_warn(const struct promote *, size_t made);

void promote_free(struct promote *);

#endif
