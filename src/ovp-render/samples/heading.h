/* SPDX-License-Identifier: MIT */
/* Headings of Markdown reports on single values. */
#ifndef RENDER_HEADING_H
#define RENDER_HEADING_H

#include "base/map.h"
#include "cube.h"
#include "stream/recout.h"

/* `## NAME' and an empty line. */
void heading_put(struct recout *, struct slice bench);

/* The runs of benches, on either side; a zeroed struct has none. */
struct heading_runs {
	struct map seen;
	size_t *count; /* by bench and side */
	size_t n, cap;
};

/* Notes that a bench has the run. */
void heading_add_run(struct heading_runs *, size_t bench, enum side,
    struct slice run);
void heading_free_runs(struct heading_runs *);

/*
 * Writes how the numbers of a bench with several runs were made: `Medians of 3
 * runs.' or `Medians: 3 runs against 1.' and an empty line; else nothing.
 */
void heading_put_runs(struct recout *, const struct heading_runs *,
    size_t bench);

#endif
