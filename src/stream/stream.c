/* SPDX-License-Identifier: MIT */
/* Streams: names, columns, kinds (ovp-stream(5)). */
#include <string.h>

#include "levels.h"
#include "number/numparse.h"
#include "stream.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

static const char *const samples[] = { "bench", "run", "kind", "metric",
	"value", "labels" };
static const char *const grouped[] = { "bench", "run", "phase", "kind",
	"metric", "value", "labels" };
static const char *const statistics[] = { "bench", "run", "metric", "phase",
	"kind", "count", "sum", "min", "max", "avg", "stddev" };
static const char *const comparison[] = { "bench", "metric", "phase", "kind",
	"runs", "count", "sum", "min", "max", "avg", "base_runs", "base_count",
	"base_sum", "base_min", "base_max", "base_avg", "pct", "p", "verdict" };

static const char *const changes[] = { "bench", "run", "metric", "shape",
	"verdict", "before", "now", "pct", "pct_low", "pct_high", "p",
	"event" };

/* Columns after the keys in the default headers. */
#define GROUPED "phase\tkind\tmetric\tvalue\tlabels"
#define STATISTICS "metric\tphase\tkind\tcount\tsum\tmin\tmax\tavg\tstddev"
#define COMPARISON                                                        \
	"metric\tphase\tkind\truns\tcount\tsum\tmin\tmax\tavg\tbase_runs" \
	"\tbase_count\tbase_sum\tbase_min\tbase_max\tbase_avg\tpct\tp"    \
	"\tverdict\tmde\tpct_low\tpct_high"
#define CHANGES \
	"metric\tshape\tverdict\tbefore\tnow\tpct\tpct_low\tpct_high\tp\tevent"

static const struct stream streams[STREAM_KINDS] = {
	[STREAM_SAMPLES] = {
		"samples", "ovp-parse", samples, N(samples), NULL, NULL,
		"bench\trun\tkind\tmetric\tvalue\tlabels", NULL,
	},
	[STREAM_GROUPED] = {
		"grouped", "ovp-group", grouped, N(grouped), "run", "phase",
		"bench\trun\tgroup\t" GROUPED,
		"bench\trun\tgroup\t" FINE_LAYOUT GROUPED,
	},
	[STREAM_STATISTICS] = {
		"statistics", "ovp-agg", statistics, N(statistics),
		"run", "metric",
		"bench\trun\tgroup\t" STATISTICS,
		"bench\trun\tgroup\t" FINE_LAYOUT STATISTICS,
	},
	[STREAM_COMPARISON] = {
		"comparison", "ovp-diff", comparison, N(comparison),
		"bench", "metric",
		"bench\tgroup\t" COMPARISON,
		"bench\tgroup\t" FINE_LAYOUT COMPARISON,
	},
	[STREAM_CHANGES] = {
		"changes", "ovp-diff --changes", changes, N(changes),
		"run", "metric",
		"bench\trun\tgroup\t" CHANGES,
		"bench\trun\tgroup\t" FINE_LAYOUT CHANGES,
	},
};

const struct stream *
stream_of(enum stream_kind kind)
{
	return &streams[kind];
}

/* Whether a name is one of those in a list separated by tabs. */
static bool
in_layout(const char *layout, struct slice name)
{
	for (const char *at = layout;; at++) {
		size_t n = strcspn(at, "\t");

		if (slice_eq(name, (struct slice){ at, n }))
			return true;
		at += n;
		if (*at == '\0')
			return false;
	}
}

bool
stream_is_percentile(struct slice name)
{
	struct slice text = { name.at + 1, name.n - 1 };
	struct number n;

	if (name.n < 2 || name.at[0] != 'p')
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.at[i] != '.' && (text.at[i] < '0' || text.at[i] > '9'))
			return false;
	return numparse(text, &n) && n.real <= 100;
}

const char *
stream_name_taken(struct slice name)
{
	if (name.n == 0)
		return "a name is empty";
	if (slice_eq(name, SLICE("!error")))
		return "'!error' marks a failure";
	for (int k = 0; k < STREAM_KINDS; k++)
		if (in_layout(streams[k].layout, name) &&
		    !slice_eq(name, SLICE("group")))
			return "a stream has a column of this name";
	if (slice_eq(name, SLICE("recent")))
		return "a comparison has a column of this name";
	if (slice_starts(name, SLICE("base_")))
		return "names that begin with 'base_' are those of the "
		       "baseline";
	if (stream_is_percentile(name))
		return "this name is that of a percentile";
	return NULL;
}
