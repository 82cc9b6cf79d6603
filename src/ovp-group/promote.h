/* SPDX-License-Identifier: MIT */
/* Labels promoted to columns. */
#ifndef GROUP_PROMOTE_H
#define GROUP_PROMOTE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/slice.h"
#include "keytree.h"

/* This many bytes after a value are readable. */
enum { PROMOTE_BEYOND = 32 };

struct promote {
	struct slice **list; /* of each level, as given */
	struct slice *key;   /* nkeys names; the last is `phase' */
	size_t nkeys;
	struct slice alias;  /* another label of a key, or empty */
	size_t aliased;      /* the key's index */
	struct slice *value; /* of each key, or empty */
	bool *level;         /* nlevels times nkeys: has the key */
	size_t nlevels;
	bool *seen;        /* of each key: some record has it */
	struct map others; /* labels that are not keys */
	struct buf labels; /* the source of the values */
	struct buf plain;  /* bytes of values that held escapes */
	struct keytree *tree;
};

/*
 * Takes the names of nlists comma-separated lists, each a level, and `phase'.
 * Fails, naming the flag -k, on a name that can't be a column's, occurs twice
 * in its list, or is taken (stream.h).
 */
void promote_init(struct promote *, const char *const *list, size_t nlists);

/* Returns the index of a promoted label; nkeys for any other. */
size_t promote_find(const struct promote *, struct slice key);

/*
 * Also promotes a label to the column of a key; both must outlive the struct.
 */
void promote_alias(struct promote *, struct slice label, struct slice key);

/*
 * Sets the values from a labels field; they are valid until the next call. A
 * missing label is empty; if one occurs twice, the first counts. Returns the
 * place of a syntax error, or a slice whose `at' is NULL.
 */
struct slice promote_labels(struct promote *, struct slice labels);

/*
 * The same for a field of a record that recin read, but faster; its values are
 * valid as long as the record. escapes: it may have a backslash.
 */
struct slice promote_record(struct promote *, struct slice labels,
    bool escapes);

/*
 * Returns whether each of the nkeys keys is shown at a level; NULL if an
 * earlier level shows the last values in the same way.
 */
const bool *promote_level(const struct promote *, size_t level);

/*
 * Warns of keys that no record had, with the nearest label, except `phase', the
 * key at `made', which is not a label, and the usual key `group'.
 */
void promote_warn(const struct promote *, size_t made);

void promote_free(struct promote *);

#endif
