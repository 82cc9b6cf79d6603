/* SPDX-License-Identifier: MIT */
/* The runs of a series where its level changed. */
#ifndef OVP_CHANGED_H
#define OVP_CHANGED_H

#include "metrics.h"
#include "number/number.h"
#include "statistic.h"
#include "verdict.h"

/* What is known of a metric in one run: a bit of each in known. */
struct run_stats {
	struct number	n[STATS];
	unsigned	known;
};

struct changed {
	size_t		at;		/* the first run of the new level */
	size_t		last;		/* of a drift the first run behind it */
	bool		drift;		/* else a step */
	bool		noisy;		/* low, high and p are known */
	struct number	before, now;	/* levels */
	double		change;
	double		low, high;	/* its interval */
	double		p;
	enum verdict	verdict;
};

/*
 * Returns whether n runs, oldest first, know anything to compare them by, and
 * sets *by to it: the sum where it means something and the number of values
 * differs, or the metric is exact, else the average, else what is known
 * instead. app: the group is an app group.
 */
bool changed_by(const struct run_stats *run, size_t n, const struct metric *,
    bool app, enum statistic *by);

/*
 * Finds the changes of a series, by a statistic; runs that do not know it are
 * skipped. Of an exact metric that is every run whose value differs from the
 * one before, or is shared out otherwise (verdict `changed'), of a noisy one
 * what changes_find() says at alpha. Returns how many there are, in order, in
 * *all, which the caller frees.
 */
size_t changed_find(const struct run_stats *run, size_t n,
    const struct metric *, enum statistic by, double alpha,
    struct changed **all);

#endif
