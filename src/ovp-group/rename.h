/* SPDX-License-Identifier: MIT */
/* Other names of groups. */
#ifndef GROUP_RENAME_H
#define GROUP_RENAME_H

#include "base/buf.h"
#include "base/slice.h"

struct rename {
	char		**rule;		/* GLOB=NAME, in the order given */
	size_t		  n, cap;
	bool		  blocks;	/* the reference's rule, after these */
	struct buf	  from, to;	/* the last name, and what it became */
};

/*
 * Adds a rule, which is borrowed; an empty GLOB matches what has no group.
 * Fails, naming the flag, on one that has no '=' or an empty name.
 */
void rename_rule(struct rename *, char *text);

/*
 * Returns the name of a group: of the first rule whose GLOB matches, else, if
 * `blocks' is set, `app_proof' for the groups that provers of Ethereum blocks
 * name after the block (the reference since 2.1), else its own. 32 bytes after
 * it can be read; it is valid until the next call, or as long as `group'.
 */
struct slice rename_group(struct rename *, struct slice group);

void rename_free(struct rename *);

#endif
