/* SPDX-License-Identifier: MIT */
/* The fast lane: entries in the producer's own layout. */
#ifndef PARSE_FAST_H
#define PARSE_FAST_H

#include "entry.h"
#include "samples.h"
#include "shapes.h"

enum { LAYOUTS = 2 };

/* Bytes behind the text that must be readable, and 0. */
enum { FAST_BEYOND = 64 };

/* A zeroed struct is ready. */
struct fast {
	struct shapes	 shapes[LAYOUTS];	/* of each layout */
	const struct shape *shape[SHAPE_LABELS];	/* of the entry */
	struct slice	 label[SHAPE_LABELS];		/* its labels' values */
	size_t		 nlabels;
	struct slice	 metric, value;
};

/*
 * Takes whole entries from a text on, `first' being whether none of their array
 * came before, and writes their records, the same as the jsmn lane would.
 * Returns how many of the text's n bytes it took, up to the last entry's brace:
 * 0 when already the first entry is not in the producer's layout, pretty or
 * compact, whole, free of escapes and of bytes above 0x7f. Somewhere behind
 * the text there must be FAST_BEYOND zeros; all up to them may be looked at.
 */
size_t fast_entries(struct fast *, struct samples *, enum kind,
    const char *text, size_t n, bool first);

#endif
