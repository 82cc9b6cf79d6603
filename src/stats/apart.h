/* SPDX-License-Identifier: MIT */
/* How far apart two levels are, and whether that is noise. */
#ifndef OVP_APART_H
#define OVP_APART_H

#include "series.h"

/* A level and the deviations of its runs. */
struct apart_side {
	double	median, squares, freedom;
};

/* The distance of two levels, what noise it has, and how well that is known. */
struct apart {
	double	off, error, freedom;
};

/*
 * The distance of the medians of na and nb runs. The spread is pooled and
 * joined with what spread.h takes for known.
 */
struct apart apart_sides(const struct series_of_runs *,
    const struct apart_side *a, size_t na, const struct apart_side *b,
    size_t nb);

/* That of [from, at) and [at, to), which have 1 run or more each, events left
 * out of their spread. */
struct apart apart_of(const struct series_of_runs *, size_t from, size_t at,
    size_t to);

/* The p-value of a distance, whose tails are wide: outliers stand together. */
double apart_p(const struct apart *);

/*
 * The p-value p of sides [from, at) and [at, to), or the chance that either is
 * of runs that are off by themselves (series_chance), if that is larger.
 */
double apart_surprise(const struct series_of_runs *, size_t from, size_t at,
    size_t to, const struct apart_side *a, const struct apart_side *b,
    double p);

/*
 * The p-value of two stretches by their distance; what is above the limit may
 * be less than apart_surprise() has. *z: how far they are, by the error.
 */
double apart_chance(const struct series_of_runs *, size_t from, size_t at,
    size_t to, double limit, double *z);

#endif
