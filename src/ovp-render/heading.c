/* SPDX-License-Identifier: MIT */
/* Headings of Markdown that are made from single values. */
#include "escape.h"
#include "heading.h"

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
parent_of(size_t bench, enum side side)
{
	return 2 * bench + (side == SIDE_BASE);
}

void
heading_add_run(struct map *runs, size_t bench, enum side side,
    struct slice run)
{
	map_put(runs, parent_of(bench, side), run);
}

static size_t
count(const struct map *runs, size_t parent)
{
	size_t n = 0;

	for (size_t i = 0; i < runs->n; i++)
		n += runs->key[i].parent == parent;
	return n;
}

void
heading_put_runs(struct recout *o, const struct map *runs, size_t bench)
{
	size_t now = count(runs, parent_of(bench, SIDE_NOW));
	size_t base = count(runs, parent_of(bench, SIDE_BASE));

	if (now > 0 && base > 0 && (now > 1 || base > 1))
		recout_printf(o, "Medians: %zu run%s against %zu.\n\n", now,
		    now == 1 ? "" : "s", base);
	else if (now > 1)
		recout_printf(o, "Medians of %zu runs.\n\n", now);
}
