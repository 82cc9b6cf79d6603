/* SPDX-License-Identifier: MIT */
/* Plans files of any size. */
#include "plan.h"

#include "emit.h"
#include "rows.h"

enum {
	SEGMENT_BYTES = 10000000, /* large files: one more segment each */
	SAMPLE_ROWS = 1000,
};

/* From rich to poor. */
static const struct work levels[] = {
	{ .airs = 15, .segments = 2, .leaves = 2, .parts = 10, .modules = 7 },
	{ .airs = 8, .segments = 2, .leaves = 2, .parts = 10, .modules = 4 },
	{ .airs = 4, .segments = 2, .leaves = 2, .parts = 10, .modules = 2 },
	{ .airs = 2, .segments = 2, .leaves = 2, .parts = 3, .modules = 1 },
	{ .airs = 1, .segments = 2, .leaves = 1, .parts = 0, .modules = 0 },
};

/* Bytes of everything but the rows. */
static uint64_t
size_without_rows(const struct work *w, enum layout layout)
{
	struct metrics_file f;

	file_open(&f, layout, 0, true);
	emit(&f, w);
	file_close(&f);
	return f.bytes;
}

/* Bytes of one row, on average. */
static uint64_t
size_of_row(const struct work *w, enum layout layout, const char *group)
{
	struct work sample = *w;
	struct metrics_file f;
	uint64_t before;

	sample.rows = SAMPLE_ROWS;
	file_open(&f, layout, 0, true);
	file_array(&f, "counter");
	before = f.bytes;
	rows_put(&f, &sample, group, 0, 3500000);
	file_close(&f);
	return (f.bytes - before) / SAMPLE_ROWS;
}

void
plan(struct work *w, enum layout layout, uint64_t size)
{
	const size_t n = sizeof(levels) / sizeof(levels[0]);
	struct group g[WORK_GROUPS];
	uint64_t rest = 0, row;
	size_t i;

	if (layout == LAYOUT_SHUFFLED)
		layout = LAYOUT_PRETTY;
	for (i = 0; i < n; i++) {
		struct work try = levels[i];
		uint64_t used;

		try.seed = w->seed;
		try.prover = w->prover;
		try.run = 1;
		try.grown = NULL;
		try.segments += (unsigned)(size / SEGMENT_BYTES);
		try.leaves = i + 1 < n ? try.segments : 1;
		used = size_without_rows(&try, layout);
		try.run = w->run;
		try.grown = w->grown;
		*w = try;
		rest = used < size ? size - used : 0;
		if (used <= size - size / 8)
			break;
	}
	work_groups(w, g);
	row = size_of_row(w, layout, g[0].name);
	w->rows = rest / row / w->segments;
	if (w->rows == 0)
		w->rows = 1;
}
