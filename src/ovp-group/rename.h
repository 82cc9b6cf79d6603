/* SPDX-License-Identifier: MIT */
/* Renaming of groups. */
#ifndef GROUP_RENAME_H
#define GROUP_RENAME_H

#include "base/buf.h"
#include "base/slice.h"

struct rename {
	char **rule; /* GLOB=NAME, in the order given */
	size_t n, cap;
	bool blocks;         /* the reference's rule, after these */
	struct buf from, to; /* the last name, and its new one */
};

/*
 * Adds a rule, which is borrowed; an empty GLOB matches records without a
 * group. Fails, naming the flag, if it has no '=' or an empty name.
 */
void rename_rule(struct rename *, char *text);

/*
 * Returns the name of a group: that of the first rule whose GLOB matches, else,
 * if `blocks' is set, `app_proof' for groups that provers of Ethereum blocks
 * name after the block (reference since 2.1), else its own. 32 readable bytes
 * follow it. It is valid until the next call, or as long as `group'.
 */
struct slice rename_group(struct rename *, struct slice group);

void rename_free(struct rename *);

#endif
