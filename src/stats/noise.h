/* SPDX-License-Identifier: MIT */
/* What a metric's history says of its noise. */
#ifndef OVP_NOISE_H
#define OVP_NOISE_H

#include <stddef.h>

/* A history's older runs are not looked at. */
enum { NOISE_WINDOW = 50 };

/*
 * The level and the spread of runs of unchanged work, in the metric's unit.
 * The level is the median of the last stable stretch, of n runs. The spread is
 * pooled over that stretch and, until there are enough runs, those before it,
 * each about its own level and in proportion to it (see spread.h). Stretches
 * of other levels lie between some of the last `back' runs, if a series comes
 * back to what it was.
 */
struct noise {
	size_t	n;
	size_t	back;		/* runs since the level was first this one */
	double	level;
	double	own;		/* like a standard deviation */
	double	step;		/* of the clock, 0 where values are not rounded */
	double	spread;		/* joined with half a step */
	double	freedom;	/* how well the spread is known */
};

/*
 * From the n >= 1 runs x, oldest first. step: what one step of the clock is
 * worth in the metric's unit, 0 where values are not rounded.
 */
void noise_of(struct noise *, const double *x, size_t n, double step);

/* The standard deviation of the distance between level and median of k runs. */
double noise_error(const struct noise *, size_t k);

/*
 * The chance that runs of unchanged work are as far from the level as `off', on
 * either side, if that distance has this error, in terms of Student's t.
 */
double noise_p(const struct noise *, double off, double error);

/* How far off they are with that chance. */
double noise_reach(const struct noise *, double p, double error);

/*
 * The tails that the median of k runs against the level has: those of one run
 * where either side is one run, shrinking to the normal ones with more. From
 * the histories that provers publish.
 */
double noise_tails(const struct noise *, size_t k);

#endif
