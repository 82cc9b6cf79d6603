/* SPDX-License-Identifier: MIT */
/* Lists of the keys to promote (-k). */
#ifndef GROUP_KEYS_H
#define GROUP_KEYS_H

#include "base/buf.h"

/* A zeroed struct is empty. */
struct keys {
	const char **list; /* owned: n lists, names separated by commas */
	size_t n, cap;
	struct buf *classed; /* owned: the lists with a further name, or NULL */
};

/* Appends a list, which must outlive the struct. */
void keys_add(struct keys *, const char *list);

/*
 * Appends the key `class' to each list that lacks it; without lists, to one of
 * the key `group'. At most once, after the last keys_add().
 */
void keys_add_class(struct keys *);

void keys_free(struct keys *);

#endif
