/* SPDX-License-Identifier: MIT */
/* Slots of a small table of recent names. */
#ifndef OVP_RECENT_H
#define OVP_RECENT_H

#include <stdint.h>

#include "slice.h"

/* Metrics repeat in turns: a table of this size finds them without a search. */
enum { RECENT = 256 };

/* Returns a slot below RECENT that a name shares with few others. */
static inline size_t
recent_slot(struct slice name)
{
	const unsigned char *p = (const unsigned char *)name.at;

	if (name.n == 0)
		return 0;
	return (name.n * 5 + p[name.n / 2] * 7u + p[name.n / 4] * 31u +
		   p[name.n - 1 - name.n / 4] * 13u) %
	    RECENT;
}

/*
 * Returns a number below 2^14 made of the first, the middle and the last 8
 * bytes of a text.
 */
static inline size_t
recent_mix(struct slice s)
{
	uint64_t first = 0, middle, last;

	if (s.n >= sizeof(first)) {
		memcpy(&first, s.at, sizeof(first));
		memcpy(&middle, s.at + (s.n - 8) / 2, sizeof(middle));
		memcpy(&last, s.at + s.n - 8, sizeof(last));
	} else {
		if (s.n > 0)
			memcpy(&first, s.at, s.n);
		middle = last = first;
	}
	return (size_t)((first ^ middle * 0x9e3779b97f4a7c15 ^ last << 7) *
		0xd6e8feb86659fd93 >>
	    50);
}

#endif
