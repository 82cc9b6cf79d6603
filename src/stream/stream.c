/* SPDX-License-Identifier: MIT */
/* The four streams: their names, columns, kinds. */
#include "stream.h"

#define N(a)	(sizeof(a) / sizeof((a)[0]))

static const char *const samples[] = {
	"bench", "run", "kind", "metric", "value", "labels",
};
static const char *const grouped[] = {
	"bench", "run", "phase", "kind", "metric", "value", "labels",
};
static const char *const statistics[] = {
	"bench", "run", "metric", "phase", "kind", "count", "sum", "min",
	"max", "avg", "stddev",
};
static const char *const comparison[] = {
	"bench", "metric", "phase", "kind", "runs", "count", "sum", "min",
	"max", "avg", "base_runs", "base_count", "base_sum", "base_min",
	"base_max", "base_avg", "pct", "p", "verdict",
};

static const struct stream streams[STREAM_KINDS] = {
	[STREAM_SAMPLES] = {
		"samples", "ovp-parse", samples, N(samples), NULL, NULL,
		"bench\trun\tkind\tmetric\tvalue\tlabels",
	},
	[STREAM_GROUPED] = {
		"grouped", "ovp-group", grouped, N(grouped), "run", "phase",
		"bench\trun\tgroup\tphase\tkind\tmetric\tvalue\tlabels",
	},
	[STREAM_STATISTICS] = {
		"statistics", "ovp-agg", statistics, N(statistics),
		"run", "metric",
		"bench\trun\tgroup\tmetric\tphase\tkind\tcount\tsum\tmin\tmax"
		"\tavg\tstddev",
	},
	[STREAM_COMPARISON] = {
		"comparison", "ovp-diff", comparison, N(comparison),
		"bench", "metric",
		"bench\tgroup\tmetric\tphase\tkind\truns\tcount\tsum\tmin\tmax"
		"\tavg\tbase_runs\tbase_count\tbase_sum\tbase_min\tbase_max"
		"\tbase_avg\tpct\tp\tverdict\tmde\tpct_low\tpct_high",
	},
};

const struct stream *
stream_of(enum stream_kind kind)
{
	return &streams[kind];
}
