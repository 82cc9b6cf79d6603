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
	size_t bench;  /* index, in input order */
	size_t of_run; /* index of its bench and run */
	uint64_t run;
	struct slice run_text;
	struct slice *key; /* nkeys fields, then nfine */
	size_t coarse;     /* the place of this one's coarse level */
	/*
	 * the place that includes this one: all segments, else the coarse one
	 */
	size_t above;
};

/* One metric of a place. */
struct row {
	size_t place;
	struct slice metric;
	struct slice phase; /* the first in byte order, of those not empty */
	struct slice kind;  /* the first in byte order */
	uint64_t count;     /* of finite values */
	uint64_t others;    /* of values left out: NaN, inf */
	bool sum_only;      /* neither extremes nor deviation */
	bool partial;       /* from a row that lacks values */
	unsigned proof;     /* 1 + enum proof_kind; 0: unknown */
	struct sum sum, squares;
	struct number min, max;
	struct number rate; /* the average, if it is weighted */
	bool weighted;
	struct number *value; /* all of them, if they are kept */
	size_t cap;
};

/*
 * Metrics repeat in turns: this many rows, and finer places, are found again
 * without a hash.
 */
enum { STATS_RECENT = 64 };

/* Empty if all but the first three are zeroed. */
struct stats {
	size_t nkeys, nfine; /* nfine: 0 of a stream of one level */
	bool keep;           /* keep all values, for percentiles */
	struct map benches, runs, places, rows;
	struct place *place; /* by index of `places' */
	struct row *row;     /* by index of `rows' */
	size_t places_cap, rows_cap;
	struct arena arena;               /* keys, phases */
	size_t recent[STATS_RECENT];      /* rows, by a few bytes */
	size_t recent_fine[STATS_RECENT]; /* places, the same */
};

/*
 * Returns the index of a place of the coarse level. `id' is the fields bench,
 * run and nkeys keys of a record with tabs between. Returns SIZE_MAX if run is
 * not a number from 1.
 */
size_t stats_place(struct stats *, struct slice id);

/*
 * Returns a finer place of it. `fine' is nfine fields with tabs between, not
 * all empty, followed by 15 readable bytes.
 */
size_t stats_fine(struct stats *, size_t coarse, struct slice fine);

static inline bool
stats_is_fine(const struct stats *s, size_t place)
{
	return s->place[place].coarse != place;
}

/*
 * Returns the row of a metric, valid until the next call. 15 readable bytes
 * must follow the name.
 */
struct row *stats_row(struct stats *, size_t place, struct slice metric);

/* Finds the row of a metric, by its name or as exporters spell it, or NULL. */
struct row *stats_find(struct stats *, size_t place, struct slice metric);

/* The same; also NULL if no value is finite. */
struct row *stats_known(struct stats *, size_t place, struct slice metric);

/* Adds a value. 15 readable bytes must follow phase and kind. */
void stats_add(struct stats *, struct row *, struct slice phase,
    struct slice kind, struct number);

/* The same for a phase and a kind that the row was given before. */
void stats_add_value(struct stats *, struct row *, struct number);

/* The same, faster for a whole number if the row has only such ones. */
static inline void
stats_add_whole(struct stats *s, struct row *r, uint64_t v)
{
	if (s->keep || r->count == 0 || !r->min.is_whole || !r->max.is_whole ||
	    v > UINT32_MAX) {
		stats_add_value(s, r, number_whole(v));
		return;
	}
	if (v < r->min.whole)
		r->min = number_whole(v);
	if (v > r->max.whole)
		r->max = number_whole(v);
	r->sum.small += v;
	r->squares.small += v * v;
	r->count++;
}

/*
 * Adds the values of finer places to those above, up to the coarse ones. After
 * this call, nothing may be added to a finer place.
 */
void stats_merge_levels(struct stats *);

/* Adds the values of a row to another one, both by index. */
void stats_merge(struct stats *, size_t into, size_t from);

/* Sorts the values that were kept. */
void stats_sort(struct row *);

/*
 * Returns the pth percentile of sorted values, interpolated linearly between
 * the two nearest ranks (type 7 of Hyndman and Fan, the default of R).
 */
struct number stats_percentile(const struct row *, double p);

void stats_free(struct stats *);

#endif
