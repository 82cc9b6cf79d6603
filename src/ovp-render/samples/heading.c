/* SPDX-License-Identifier: MIT */
/* Headings of Markdown that are made from single values. */
#include <stdlib.h>

#include "base/mem.h"
#include "heading.h"
#include "ovp-render/doc/escape.h"

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
heading_add_run(struct heading_runs *r, size_t bench, enum side side,
    struct slice run)
{
	size_t known = r->seen.n, i = parent_of(bench, side);

	if (map_put(&r->seen, i, run) < known)
		return;
	while (r->n <= i) {
		r->count = mem_grow(r->count, &r->cap, r->n, sizeof(*r->count));
		r->count[r->n++] = 0;
	}
	r->count[i]++;
}

void
heading_free_runs(struct heading_runs *r)
{
	map_free(&r->seen);
	free(r->count);
}

static size_t
count(const struct heading_runs *r, size_t i)
{
	return i < r->n ? r->count[i] : 0;
}

void
heading_put_runs(struct recout *o, const struct heading_runs *r, size_t bench)
{
	size_t now = count(r, parent_of(bench, SIDE_NOW));
	size_t base = count(r, parent_of(bench, SIDE_BASE));

	if (now > 0 && base > 0 && (now > 1 || base > 1))
		recout_printf(o, "Medians: %zu run%s against %zu.\n\n", now,
		    now == 1 ? "" : "s", base);
	else if (now > 1)
		recout_printf(o, "Medians of %zu runs.\n\n", now);
}
