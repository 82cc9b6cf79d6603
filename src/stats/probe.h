/* SPDX-License-Identifier: MIT */
/* Tests of two neighbouring stretches of a series. */
#ifndef OVP_PROBE_H
#define OVP_PROBE_H

#include <stddef.h>

#include "series.h"

/* Fewest runs of a level. */
enum { PROBE_LEAST = 3 };

struct probe {
	size_t from, at, to; /* levels of [from, at) and [at, to) differ */
	size_t back;         /* the level of [from, at) returns here, or 0 */
	double score;        /* minus the p-value's logarithm; 0: no probe */
};

/* All probes of a series that pass, best first. */
struct probes {
	struct probe *at; /* owned: n of them */
	size_t n, cap;
	double limit; /* the p-value that passes */
};

/*
 * Finds them by two tests. One is of ranks, where they differ most in
 * intervals of 8, 16, 32 ... runs, each beginning in the middle of the one
 * before it (S. Kovacs, P. Buehlmann, H. Li, A. Munk, "Seeded binary
 * segmentation", Biometrika 110, 2023). The other is the distance of the
 * medians of 3, 5 or 8 runs on either side, which are too few for ranks; single
 * runs must not be so far off too often (series_chance).
 * p->limit is set, the rest zeroed.
 */
void probes_find(struct probes *p, const struct series_of_runs *);
void probes_free(struct probes *);

/*
 * The best probe of the stretch [from, to), score 0 if none passes: ranks,
 * else the distance of the medians where ranks differ most, else 4 to 16 runs
 * that are all among the highest, or lowest, of the stretch, which end again
 * (as in A. B. Olshen and others, "Circular binary segmentation",
 * Biostatistics 5, 2004).
 */
struct probe probe_stretch(const struct series_of_runs *, size_t from,
    size_t to, double limit);

/*
 * The p-value of [from, at) against [at, to), by distance or ranks; above the
 * limit, it may be a bound.
 */
double probe_between(const struct series_of_runs *, size_t from, size_t at,
    size_t to, double limit);

/*
 * The z-value of a trend of the runs [from, to), by the ranks (H. E. Daniels,
 * J. R. Statist. Soc. B 12, 1950).
 */
double probe_trend(const struct series_of_runs *, size_t from, size_t to);

#endif
