/* SPDX-License-Identifier: MIT */
/* Whether runs differ from a history of runs. */
#ifndef OVP_CHANGE_H
#define OVP_CHANGE_H

#include <stdbool.h>

#include "noise.h"

/*
 * The comparison of k runs with a history. Where there are runs enough for a
 * rank test to reach the chance asked for, two tests must agree: Mann-Whitney's
 * on the runs of the last stable stretch, and the distance of the medians in
 * terms of the history's noise. With fewer runs the distance decides alone,
 * with the tails that single runs have.
 *
 * Either way a change that the latest five runs of the history half explain
 * is none (p is 1): it is older than the run.
 */
struct change {
	struct noise	 noise;
	const double	*base;		/* the last stable stretch: borrowed */
	const double	*now;		/* k runs: borrowed */
	size_t		 k;
	double		 off;		/* median of now, less the level */
	double		 p;
	bool		 ranks;		/* by ranks too */
	double		 tails;
};

/*
 * base: the history, n >= 1 runs, oldest first. least: the p that the verdict
 * will ask for. step: as of noise_of.
 */
void change_of(struct change *, const double *base, size_t n,
    const double *now, size_t k, double step, double least);

/*
 * The smallest detectable change: what new runs must be slowed down by
 * for p or less in seven of eight cases, in the metric's unit. By the stretch's
 * own runs, which new ones are like: of one new run by their order, whatever
 * the distribution; of several by drawing, always the same draws. By the spread
 * where the stretch is too short.
 */
double change_seen(const struct change *, double p);

/* The interval of the change, in the metric's unit, at confidence 1 - p. */
void change_interval(const struct change *, double p, double *low,
    double *high);

#endif
