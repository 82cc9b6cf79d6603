/* SPDX-License-Identifier: MIT */
/* The domain's metrics: class, direction, unit. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/glob.h"
#include "base/mem.h"
#include "metrics.h"
#include "stream/table.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

#define EXACT		METRIC_EXACT
#define NOISY		METRIC_NOISY
#define QUANTISED	METRIC_QUANTISED
#define LOWER		METRIC_LOWER
#define HIGHER		METRIC_HIGHER
#define NEITHER		METRIC_NEITHER

/* The first match wins: rates and times before the counts whose words their
 * names may hold (`prover.rap_constraints_time_ms'). */
static const struct metric builtin[] = {
	{ "*mi/s",			NOISY,		HIGHER,	 "mi/s" },
	{ "*/s",			NOISY,		HIGHER,	 "/s" },
	{ "*_mhz",			NOISY,		HIGHER,	 "MHz" },
	{ "gpu_mem.timestamp_ms",	NOISY,		NEITHER, "ms" },
	/* What an allocator holds depends on what ran beside it. */
	{ "gpu_mem.*bytes",		NOISY,		LOWER,	 "bytes" },
	{ "*peak*bytes",		NOISY,		LOWER,	 "bytes" },
	{ "*rss*bytes",			NOISY,		LOWER,	 "bytes" },
	{ "proof_time_s",		QUANTISED,	LOWER,	 "s" },
	{ "par_proof_time_s*",		QUANTISED,	LOWER,	 "s" },
	{ "*_ms",			QUANTISED,	LOWER,	 "ms" },
	{ "*_us",			NOISY,		LOWER,	 "us" },
	{ "*_ns",			NOISY,		LOWER,	 "ns" },
	{ "*_time_s",			NOISY,		LOWER,	 "s" },
	{ "*_secs",			NOISY,		LOWER,	 "s" },
	{ "*_seconds",			NOISY,		LOWER,	 "s" },

	{ "*insns",			EXACT,		LOWER,	 "insns" },
	{ "frequency",			EXACT,		LOWER,	 "insns" },
	{ "opcode_count",		EXACT,		LOWER,	 "insns" },
	{ "*cycles",			EXACT,		LOWER,	 "cycles" },
	{ "*cells*",			EXACT,		LOWER,	 "cells" },
	{ "*rows*",			EXACT,		LOWER,	 "rows" },
	{ "*height*",			EXACT,		LOWER,	 "rows" },
	{ "*headroom*",			EXACT,		NEITHER, "" },
	{ "threshold",			EXACT,		NEITHER, "" },
	{ "weighted_sum",		EXACT,		LOWER,	 "" },
	{ "*_bytes",			EXACT,		LOWER,	 "bytes" },
	{ "*padding*",			EXACT,		LOWER,	 "" },
	{ "*_cols",			EXACT,		LOWER,	 "cols" },
	{ "*constraints",		EXACT,		LOWER,	 "" },
	{ "constraint_deg",		EXACT,		LOWER,	 "" },
	{ "quotient_deg",		EXACT,		LOWER,	 "" },
	{ "*interactions",		EXACT,		LOWER,	 "" },
	{ "*halo2*_k",			EXACT,		LOWER,	 "" },
	/* A setting or its consequence, no merit of its own. */
	{ "num_*",			EXACT,		NEITHER, "" },
	{ "fri.*",			EXACT,		NEITHER, "" },
	{ "*segment*",			EXACT,		NEITHER, "" },
	{ "*_size",			EXACT,		LOWER,	 "" },

	{ "*",				NOISY,		LOWER,	 "" },
};

static const char *const class_name[] = {
	[METRIC_EXACT] = "exact",
	[METRIC_NOISY] = "noisy",
	[METRIC_QUANTISED] = "quantised",
};

static const char *const direction_name[] = {
	[METRIC_LOWER] = "lower",
	[METRIC_HIGHER] = "higher",
	[METRIC_NEITHER] = "neither",
};

enum { COL_GLOB, COL_CLASS, COL_DIRECTION, COL_UNIT, NCOLS };

static const struct table_column columns[NCOLS] = {
	{ "glob", true }, { "class", true }, { "direction", true },
	{ "unit", false },
};

/* Rows of files, in their order; their texts are in the arena. */
static struct {
	struct metric	*row;
	size_t		 n, cap;
	struct arena	 text;
} loaded;

const struct metric *
metrics_find(struct slice name)
{
	const struct metric *m = builtin;

	for (size_t i = 0; i < loaded.n; i++)
		if (glob_match(loaded.row[i].glob, name))
			return &loaded.row[i];
	while (!glob_match(m->glob, name))
		m++;
	return m;
}

int
metrics_class_of(struct slice name)
{
	for (size_t i = 0; i < N(class_name); i++)
		if (slice_eq(name, slice_str(class_name[i])))
			return (int)i;
	return -1;
}

int
metrics_direction_of(struct slice name)
{
	for (size_t i = 0; i < N(direction_name); i++)
		if (slice_eq(name, slice_str(direction_name[i])))
			return (int)i;
	return -1;
}

static void
load_row(const struct table *t, const struct slice *field)
{
	int class = metrics_class_of(field[COL_CLASS]);
	int better = metrics_direction_of(field[COL_DIRECTION]);

	if (field[COL_GLOB].n == 0)
		table_fail(t, COL_GLOB, "empty");
	if (class < 0)
		table_fail(t, COL_CLASS, "'%.*s' is none of exact, noisy, "
		    "quantised", SLICE_ARG(field[COL_CLASS]));
	if (better < 0)
		table_fail(t, COL_DIRECTION, "'%.*s' is none of lower, "
		    "higher, neither", SLICE_ARG(field[COL_DIRECTION]));
	loaded.row = mem_grow(loaded.row, &loaded.cap, loaded.n,
	    sizeof(*loaded.row));
	loaded.row[loaded.n++] = (struct metric){
		.glob = arena_copy(&loaded.text, field[COL_GLOB]).at,
		.class = (enum metric_class)class,
		.better = (enum metric_direction)better,
		.unit = arena_copy(&loaded.text, field[COL_UNIT]).at,
	};
}

void
metrics_load(const char *path)
{
	const struct slice *field;
	struct table t;

	table_open(&t, path, columns, NCOLS);
	while ((field = table_next(&t)) != NULL)
		load_row(&t, field);
	table_close(&t);
}

void
metrics_unload(void)
{
	free(loaded.row);
	arena_free(&loaded.text);
	loaded.row = NULL;
	loaded.n = loaded.cap = 0;
}
