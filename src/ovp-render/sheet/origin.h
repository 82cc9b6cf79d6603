/* SPDX-License-Identifier: MIT */
/* Description of the runs of a report by their carried columns. */
#ifndef RENDER_ORIGIN_H
#define RENDER_ORIGIN_H

#include "sheet.h"

/* Carried fields of a bench's newest run on each side; NULL: no run. */
struct origin {
	const struct slice *now, *base; /* ncarried fields */
	uint64_t runs, base_runs;
};

void origin_of(const struct sheet *, size_t from, size_t end, struct origin *);

/*
 * Whether both sides name different machines, so that times do not compare.
 * Sets both names, fields of the stream.
 */
bool origin_differs(const struct sheet *, const struct origin *,
    struct slice *now, struct slice *base);

/* Shortens the hash of a commit; returns any other text unchanged. */
struct slice origin_short(struct slice value);

/*
 * Writes the origin of a bench's rows as a sentence. Returns false, with
 * nothing written, if nothing is carried.
 */
bool origin_put(struct recout *, const struct sheet *, size_t from, size_t end,
    void (*escape)(struct recout *, struct slice));

/*
 * The same for all benches, if they have the same origin. Returns false, with
 * nothing written, if not.
 */
bool origin_put_all(struct recout *, const struct sheet *,
    void (*escape)(struct recout *, struct slice));

#endif
