/* SPDX-License-Identifier: MIT */
/* The place of a name in a small table of names seen of late. */
#ifndef OVP_RECENT_H
#define OVP_RECENT_H

#include "slice.h"

/* Metrics come in turns: so many are found again without a search. */
enum { RECENT = 64 };

/* Returns the place, below RECENT, that a name shares with few others. */
static inline size_t
recent_slot(struct slice name)
{
	size_t i = name.n;

	if (name.n > 0)
		i += (unsigned char)name.at[name.n / 2] * (size_t)7;
	return i % RECENT;
}

#endif
