/* SPDX-License-Identifier: MIT */
/* Iterator over the tabs and LFs of a text. */
#ifndef OVP_SEPS_H
#define OVP_SEPS_H

#include "block.h"

/* Searches 64 bytes at a time, also beyond the current line. */
struct seps {
	const char *ahead; /* the first byte not searched yet */
	uint64_t found;    /* in the 64 bytes before, not taken */
};

/* Begins at a byte. */
static inline void
seps_begin(struct seps *s, const char *at)
{
	*s = (struct seps){ at, 0 };
}

/* Returns the next one; there must be one. Reads up to 63 bytes after it. */
static inline const char *
seps_next(struct seps *s)
{
	size_t i;

	while (s->found == 0) {
		s->found = block_mask(s->ahead, '\t', '\n');
		s->ahead += 64;
	}
	i = (size_t)__builtin_ctzll(s->found);
	s->found &= s->found - 1;
	return s->ahead - 64 + i;
}

#endif
