/* SPDX-License-Identifier: MIT */
/* Statistics per bench, run, keys and metric. */
#ifndef AGG_STATS_H
#define AGG_STATS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "number/numparse.h"
#include "number/sum.h"

/* One bench, run and value of each key. */
struct place {
	size_t		 bench;		/* index, in input order */
	size_t		 of_run;	/* index of its bench and run */
	uint64_t	 run;
	struct slice	 run_text;
	struct slice	*key;		/* nkeys fields, then nfine */
	size_t		 coarse;	/* the place of this one's coarse level */
	size_t		 above;		/* a place that has what this one has:
					 * all segments, else the coarse one */
};

/* One metric of a place. */
struct row {
	size_t		 place;
	struct slice	 metric;
	struct slice	 phase;		/* the first in byte order, of those not empty */
	struct slice	 kind;		/* the first in byte order */
	uint64_t	 count;		/* of finite values */
	uint64_t	 others;	/* of values left out: NaN, inf */
	bool		 sum_only;	/* neither extremes nor deviation */
	bool		 partial;	/* made of a row that left some out */
	unsigned	 proof;		/* 1 + enum proof_kind; 0: not asked yet */
	struct sum	 sum, squares;
	struct number	 min, max;
	struct number	 rate;		/* the average, where it is weighted */
	bool		 weighted;
	struct number	*value;		/* all of them, where they are kept */
	size_t		 cap;
};

/* Metrics come in turns: so many rows, and finer places, are found again
 * without a hash. */
enum { STATS_RECENT = 64 };

/* Zeroed but for the first three, it is empty. */
struct stats {
	size_t		 nkeys, nfine;	/* nfine: 0 of a stream of one level */
	bool		 keep;		/* keep all values, for percentiles */
	struct map	 benches, runs, places, rows;
	struct place	*place;		/* by index of `places' */
	struct row	*row;		/* by index of `rows' */
	size_t		 places_cap, rows_cap;
	struct arena	 arena;		/* keys, phases */
	size_t		 recent[STATS_RECENT];	/* rows, by a few bytes */
	size_t		 recent_fine[STATS_RECENT];	/* places, the same */
};

/*
 * The index of a place of the coarse level. `id' are the fields bench, run and
 * nkeys keys with tabs between, as they stand in a record. SIZE_MAX: run is no
 * number from 1 on.
 */
size_t stats_place(struct stats *, struct slice id);

/*
 * A finer place of it. `fine' are nfine fields with tabs between, not all of
 * them empty, behind which 15 bytes more can be read.
 */
size_t stats_fine(struct stats *, size_t coarse, struct slice fine);

static inline bool
stats_is_fine(const struct stats *s, size_t place)
{
	return s->place[place].coarse != place;
}

/*
 * The row of a metric, behind whose name 15 bytes more can be read; valid
 * until the next call.
 */
struct row *stats_row(struct stats *, size_t place, struct slice metric);

/* The row of a metric, by its name or as exporters spell it, or NULL. */
struct row *stats_find(struct stats *, size_t place, struct slice metric);

/* The same, also NULL where no value is finite. */
struct row *stats_known(struct stats *, size_t place, struct slice metric);

/* 15 bytes more can be read behind phase and kind. */
void stats_add(struct stats *, struct row *, struct slice phase,
    struct slice kind, struct number);

/*
 * Adds what the finer places hold to those above them, up to the coarse ones.
 * After it, nothing may be added to a finer place.
 */
void stats_merge_levels(struct stats *);

/* Adds what a row holds to another one, both by index. */
void stats_merge(struct stats *, size_t into, size_t from);

/* Sorts the values that were kept. */
void stats_sort(struct row *);

/*
 * Of sorted values, the one below which p percent lie, interpolated linearly
 * between the two nearest ranks (type 7 of Hyndman and Fan, the default of R).
 */
struct number stats_percentile(const struct row *, double p);

void stats_free(struct stats *);

#endif
