/* SPDX-License-Identifier: MIT */
/* Whether runs differ from a history of runs. */
#ifndef OVP_CHANGE_H
#define OVP_CHANGE_H

#include <stdbool.h>

#include "noise.h"

/*
 * What of several runs is compared: their median, or the least or the most of
 * as many runs on either side. The best of one run is its median.
 */
enum change_by { CHANGE_MEDIAN, CHANGE_LEAST, CHANGE_MOST };

/*
 * The comparison of k runs with a history. Where there are runs enough for a
 * rank test to reach the chance asked for, two tests must agree: Mann-Whitney's
 * on the runs of the last stable stretch, and the distance of the medians in
 * terms of the history's noise. With fewer runs the distance decides alone,
 * with the tails that single runs have. So it does for the best of several.
 *
 * Either way a change that the latest five runs of the history half explain
 * is none (p is 1): it is older than the run.
 */
struct change {
	struct noise	 noise;		/* its level: what is compared with */
	const double	*base;		/* the last stable stretch: borrowed */
	const double	*now;		/* k runs: borrowed */
	size_t		 k;
	double		 off;		/* of now, from the level */
	double		 p;
	bool		 ranks;		/* by ranks too */
	double		 error;		/* of that distance, with its tails */
	enum change_by	 by;
	size_t		 m;		/* of so many runs the best is taken */
};

/* What is asked for. */
struct change_ask {
	double		 step;		/* as of noise_of */
	double		 least;		/* the p that a verdict needs */
	enum change_by	 by;
};

/* base: the history, n >= 1 runs, oldest first; now: k >= 1 runs. */
void change_of(struct change *, const double *base, size_t n,
    const double *now, size_t k, const struct change_ask *);

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
