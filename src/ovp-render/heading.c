/* SPDX-License-Identifier: MIT */
/* Headings of Markdown that are made from single values. */
#include <stdlib.h>

#include "escape.h"
#include "heading.h"
#include "mem.h"

void
heading_put(struct recout *o, struct slice bench)
{
	recout_str(o, "## ");
	if (bench.n > 0)
		escape_md(o, bench);
	else
		recout_str(o, "(no name)");
	recout_str(o, "\n\n");
}

static size_t
place_of(size_t bench, enum side side)
{
	return 2 * bench + (side == SIDE_BASE);
}

void
heading_add_run(struct heading_runs *runs, size_t bench, enum side side,
    struct slice run)
{
	size_t known = runs->seen.n, at = place_of(bench, side);

	for (; runs->n <= at; runs->n++) {
		runs->count = mem_grow(runs->count, &runs->cap, runs->n,
		    sizeof(*runs->count));
		runs->count[runs->n] = 0;
	}
	map_put(&runs->seen, at, run);
	runs->count[at] += runs->seen.n - known;
}

static size_t
count(const struct heading_runs *runs, size_t at)
{
	return at < runs->n ? runs->count[at] : 0;
}

void
heading_put_runs(struct recout *o, const struct heading_runs *runs,
    size_t bench)
{
	size_t now = count(runs, place_of(bench, SIDE_NOW));
	size_t base = count(runs, place_of(bench, SIDE_BASE));

	if (now > 0 && base > 0 && (now > 1 || base > 1))
		recout_printf(o, "Medians: %zu run%s against %zu.\n\n", now,
		    now == 1 ? "" : "s", base);
	else if (now > 1)
		recout_printf(o, "Medians of %zu runs.\n\n", now);
}

void
heading_free_runs(struct heading_runs *runs)
{
	map_free(&runs->seen);
	free(runs->count);
}
