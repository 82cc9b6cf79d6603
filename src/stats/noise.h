/* SPDX-License-Identifier: MIT */
/* Noise of a metric, estimated from its history. */
#ifndef OVP_NOISE_H
#define OVP_NOISE_H

#include <stddef.h>

/* Older runs of a history are ignored. */
enum { NOISE_WINDOW = 50 };

/*
 * The level and the spread of runs of unchanged work, in the metric's unit. The
 * level is the median of the last stable stretch, which has n runs. The spread
 * is pooled over that stretch and, until there are enough runs, earlier ones,
 * each about its own level and in proportion to it (see spread.h). If a series
 * returns to a level, stretches of other levels are among the last `back' runs.
 */
struct noise {
	size_t n;
	size_t back; /* runs since this level first occurred */
	double level;
	double own;     /* like a standard deviation */
	double step;    /* of the clock, 0 if values are not rounded */
	double spread;  /* combined with half a step */
	double freedom; /* degrees of freedom of the spread */
};

/*
 * Estimates the noise of the n >= 1 runs x, oldest first. step: a step of the
 * clock in the metric's unit, 0 if values are not rounded.
 */
void noise_of(struct noise *, const double *x, size_t n, double step);

/* Returns the standard error of the median of k runs about the level. */
double noise_error(const struct noise *, size_t k);

/*
 * Returns the two-sided chance that runs of unchanged work are as far from the
 * level as `off', if that distance has this error, by Student's t.
 */
double noise_p(const struct noise *, double off, double error);

/* Returns the distance with that chance: the inverse of noise_p(). */
double noise_reach(const struct noise *, double p, double error);

/*
 * Returns the factor for the tails of the median of k runs against the level:
 * that of one run if either side is one run, and closer to normal tails with
 * more. It was measured on the histories that provers publish.
 */
double noise_tails(const struct noise *, size_t k);

#endif
