/* SPDX-License-Identifier: MIT */
/* Fields of a stream in one text, a tab after each. */
#ifndef OVP_TABS_H
#define OVP_TABS_H

#include "buf.h"

static inline void
tabs_add(struct buf *text, struct slice field)
{
	buf_slice(text, field);
	buf_char(text, '\t');
}

/* Adds n fields. */
static inline void
tabs_add_all(struct buf *text, const struct slice *field, size_t n)
{
	for (size_t i = 0; i < n; i++)
		tabs_add(text, field[i]);
}

/* Removes and returns the first field of a text that is not empty. */
static inline struct slice
tabs_take(struct slice *text)
{
	const char *tab = memchr(text->at, '\t', text->n);
	struct slice first = { text->at, (size_t)(tab - text->at) };

	*text = (struct slice){ tab + 1, text->n - first.n - 1 };
	return first;
}

/* Returns the nth field, from 0; it must exist. */
static inline struct slice
tabs_nth(struct slice text, size_t n)
{
	while (n-- > 0)
		tabs_take(&text);
	return tabs_take(&text);
}

#endif
