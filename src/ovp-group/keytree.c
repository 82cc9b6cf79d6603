/* SPDX-License-Identifier: MIT */
/* Tree of the sequences of label keys seen so far. */
#include "base/block.h"
#include "keytree.h"
#include "stream/labels.h"

static const struct keynode *
child(const struct keynode *above, const char *at)
{
	const struct keynode *k = above->child;

	while (k != NULL && !block_same(at, k->text, k->n))
		k = k->next;
	return k;
}

bool
keytree_walk(const struct keytree *t, struct slice labels, struct slice *value)
{
	const char *at = labels.at, *end = labels.at + labels.n;
	const struct keynode *k = &t->root;

	if (at == end)
		return true;
	for (;;) {
		const char *from, *quote;

		/* After a last comma comes a tab or LF, which is no key. */
		k = child(k, at);
		if (k == NULL)
			return false;
		from = at + k->n;
		/* If the quote is missing, the line's LF ends the search. */
		quote = block_find(from, '"', '\n');
		if (quote >= end || quote[-1] == '\\')
			return false;
		if (k->column >= 0)
			value[k->column] = (struct slice){ from,
				(size_t)(quote - from) };
		at = quote + 1;
		if (at == end)
			return true;
		if (*at++ != ',')
			return false;
	}
}

struct keynode *
keytree_add(struct keytree *t, struct keynode *above, struct slice key,
    int column)
{
	struct keynode *k = above->child;

	/* Leaves one block free, so that a text is comparable by blocks. */
	if (!labels_is_name(key) || key.n + 2 > KEYTREE_TEXT - 16)
		return NULL;
	while (k != NULL &&
	    !(k->n == key.n + 2 && memcmp(k->text, key.at, key.n) == 0))
		k = k->next;
	if (k != NULL)
		return k;
	if (t->used == KEYTREE_NODES) {
		*t = (struct keytree){ 0 };
		return NULL;
	}
	k = &t->node[t->used++];
	k->n = key.n + 2;
	memcpy(k->text, key.at, key.n);
	memcpy(k->text + key.n, "=\"", 2);
	k->column = column;
	k->next = above->child;
	above->child = k;
	return k;
}
