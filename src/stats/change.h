/* SPDX-License-Identifier: MIT */
/* Comparison of runs with a history of runs. */
#ifndef OVP_CHANGE_H
#define OVP_CHANGE_H

#include <stdbool.h>

#include "noise.h"

/*
 * The statistic of several runs: their median, or the minimum or maximum of the
 * same number of runs on both sides. The best of one run is its median.
 */
enum change_by { CHANGE_MEDIAN, CHANGE_LEAST, CHANGE_MOST };

/*
 * The comparison of k runs with a history. If there are enough runs for a rank
 * test to reach the required p-value, two tests must agree: Mann-Whitney on the
 * runs of the last stable stretch, and the distance of the medians in terms of
 * the history's noise. With fewer runs, and for the best of several, only the
 * distance decides, with the tails of single runs.
 *
 * In both cases a change that the latest five runs of the history explain by
 * half does not count (p is 1), because it is older than the run.
 */
struct change {
	struct noise noise; /* its level: compared with */
	const double *base; /* the last stable stretch: borrowed */
	const double *now;  /* k runs: borrowed */
	size_t k;
	double off; /* of now, from the level */
	double p;
	bool ranks;   /* by ranks too */
	double error; /* of this distance, with its tails */
	enum change_by by;
	size_t m; /* number of runs for the best */
};

/* The parameters of a comparison. */
struct change_ask {
	double step;  /* as of noise_of */
	double least; /* the p that a verdict needs */
	enum change_by by;
};

/* Compares k >= 1 runs with a history of n >= 1 runs, oldest first. */
void change_of(struct change *, const double *base, size_t n, const double *now,
    size_t k, const struct change_ask *);

/*
 * Returns the minimum detectable change in the metric's unit: the slowdown of
 * new runs that gives p or less in seven of eight cases. It assumes that new
 * runs are like those of the stretch: for one new run by their order, for any
 * distribution; for several by drawing, always the same draws. If the stretch
 * is too short, it follows from the spread.
 */
double change_seen(const struct change *, double p);

/*
 * Sets the interval of the change, in the metric's unit, of confidence 1 - p.
 */
void change_interval(const struct change *, double p, double *low,
    double *high);

#endif
