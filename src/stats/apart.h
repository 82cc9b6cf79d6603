/* SPDX-License-Identifier: MIT */
/* Distance of two levels and its p-value. */
#ifndef OVP_APART_H
#define OVP_APART_H

#include "series.h"

/* A level and the deviations of its runs. */
struct apart_side {
	double median, squares, freedom;
};

/* The distance of two levels, its standard error, the degrees of freedom. */
struct apart {
	double off, error, freedom;
};

/*
 * Returns the distance of the medians of na and nb runs. The spread is pooled
 * and combined with the prior of spread.h.
 */
struct apart apart_sides(const struct series_of_runs *,
    const struct apart_side *a, size_t na, const struct apart_side *b,
    size_t nb);

/*
 * Returns the distance of [from, at) and [at, to), which have at least 1 run
 * each. Their spread leaves events out.
 */
struct apart apart_of(const struct series_of_runs *, size_t from, size_t at,
    size_t to);

/* Returns the p-value of a distance, with wide tails: outliers come in rows. */
double apart_p(const struct apart *);

/*
 * Returns the larger of the p-value p of sides [from, at) and [at, to) and the
 * chance that either consists of outliers (series_chance).
 */
double apart_surprise(const struct series_of_runs *, size_t from, size_t at,
    size_t to, const struct apart_side *a, const struct apart_side *b,
    double p);

/*
 * Returns the p-value of two stretches by their distance; above the limit it
 * may be less than that of apart_surprise(). Sets *z to the distance divided by
 * its error.
 */
double apart_chance(const struct series_of_runs *, size_t from, size_t at,
    size_t to, double limit, double *z);

#endif
