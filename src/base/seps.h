/* SPDX-License-Identifier: MIT */
/* The tabs and LFs of a text, one after the other. */
#ifndef OVP_SEPS_H
#define OVP_SEPS_H

#include "block.h"

/* They are found for 64 bytes at once, those of the lines behind this, too. */
struct seps {
	const char	*ahead;		/* not looked at yet */
	uint64_t	 found;		/* of the 64 bytes before: not taken */
};

/* Begins anew. */
static inline void
seps_begin(struct seps *s, const char *at)
{
	*s = (struct seps){ at, 0 };
}

/* The next one, of which there must be one; 63 bytes behind it are read. */
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
