/* SPDX-License-Identifier: MIT */
/* Headings of Markdown that are made from single values. */
#ifndef RENDER_HEADING_H
#define RENDER_HEADING_H

#include "cube.h"
#include "map.h"
#include "recout.h"

/* `## NAME' and an empty line. */
void heading_put(struct recout *, struct slice bench);

/* Notes, in a map for this purpose alone, that a bench has the run. */
void heading_add_run(struct map *runs, size_t bench, enum side,
    struct slice run);

/*
 * What the numbers of a bench are when it has several runs: `Medians of 3
 * runs.' or `Medians: 3 runs against 1.' and an empty line; else nothing.
 */
void heading_put_runs(struct recout *, const struct map *runs, size_t bench);

#endif
