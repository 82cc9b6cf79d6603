/* SPDX-License-Identifier: MIT */
/* The fast lane: entries in the prover's own layouts. */
#ifndef PARSE_FAST_H
#define PARSE_FAST_H

#include "entry.h"
#include "samples.h"
#include "shapes.h"

enum { LAYOUTS = 2 };

/* Readable zero bytes that must follow the text. */
enum { FAST_BEYOND = SHAPE_TEXT + 16 };

/* A zeroed struct is ready. */
struct fast {
	struct shapes shapes[LAYOUTS]; /* of each layout */

	/* The entry: its labels' values, its ending, its value. */
	struct slice label[SHAPE_LABELS];
	struct ending *ending;
	struct slice value;
};

/*
 * Takes complete entries from the beginning of a text, up to the first one that
 * ends at `until' or after it, and writes the records that the slow lane would
 * write. `first' says whether the next entry is the
 * first of its array. Returns the number of bytes taken, up to the closing
 * brace of the last entry. Stops at an entry that is not in one of the prover's
 * layouts, pretty or compact, or has an escape or a byte above 0x7f, or has a
 * key that shared needs do not know; returns 0 if that is the first one. FAST_BEYOND zeros must follow somewhere after the
 * text; all bytes up to them may be read.
 */
size_t fast_entries(struct fast *, struct samples *, enum kind,
    const char *text, size_t n, size_t until, bool first);

/*
 * Returns where an entry probably ends that another one follows, in n bytes of
 * a text, or NULL. Its layout is that of the entries after `like'.
 */
const char *fast_boundary(const char *text, size_t n, const char *like);

#endif
