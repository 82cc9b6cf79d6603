/* SPDX-License-Identifier: MIT */
/* What was compared: runs, and the columns that they carry. */
#ifndef RENDER_ORIGIN_H
#define RENDER_ORIGIN_H

#include "sheet.h"

/* What of a bench's newest run on each side is carried; NULL: no such run. */
struct origin {
	const struct slice	*now, *base;	/* ncarried fields */
	uint64_t		 runs, base_runs;
};

void origin_of(const struct sheet *, size_t from, size_t end, struct origin *);

/*
 * Whether both sides name their machine, and not the same one: then times do
 * not compare. Sets both names, fields of the stream.
 */
bool origin_differs(const struct sheet *, const struct origin *,
    struct slice *now, struct slice *base);

/* As much of a commit's hash as is legible; anything else as it is. */
struct slice origin_short(struct slice value);

/*
 * Writes what the rows of a bench are of as a sentence. Returns false, writing
 * nothing, when nothing is carried.
 */
bool origin_put(struct recout *, const struct sheet *, size_t from, size_t end,
    void (*escape)(struct recout *, struct slice));

/*
 * The same of all benches, if it is the same of each of them. Returns false,
 * writing nothing, if not.
 */
bool origin_put_all(struct recout *, const struct sheet *,
    void (*escape)(struct recout *, struct slice));

#endif
