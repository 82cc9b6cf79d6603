/* SPDX-License-Identifier: MIT */
/* Change points of a metric's series of runs. */
#ifndef OVP_CHANGED_H
#define OVP_CHANGED_H

#include "metrics.h"
#include "number/number.h"
#include "statistic.h"
#include "verdict.h"

/* The statistics of a metric in one run; known has a bit for each. */
struct run_stats {
	struct number n[STATS];
	unsigned known;
};

struct changed {
	size_t at;                 /* the first run of the new level */
	size_t last;               /* the first run after a drift */
	bool drift;                /* else a step */
	bool noisy;                /* low, high and p are known */
	struct number before, now; /* levels */
	double change;
	double low, high; /* its interval */
	double p;
	enum verdict verdict;
};

/*
 * Chooses the statistic to compare n runs by, oldest first. Sets *by to the sum
 * if it is meaningful and the metric is exact or the number of values differs,
 * else to the average, else to a known statistic. Returns false if none is
 * known. app: the group is an app group.
 */
bool changed_by(const struct run_stats *run, size_t n, const struct metric *,
    bool app, enum statistic *by);

/*
 * Finds the changes of a series by a statistic; skips runs without it. In an
 * exact metric these are all runs whose value differs from the previous one, or
 * is distributed differently (verdict `changed'); in a noisy one those of
 * changes_find() at alpha. Returns their number, and sets *all to them in
 * order, which the caller frees.
 */
size_t changed_find(const struct run_stats *run, size_t n,
    const struct metric *, enum statistic by, double alpha,
    struct changed **all);

#endif
