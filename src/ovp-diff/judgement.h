/* SPDX-License-Identifier: MIT */
/* What is known of a series of both sides, and the verdict on it. */
#ifndef DIFF_JUDGEMENT_H
#define DIFF_JUDGEMENT_H

#include <stdbool.h>

#include "domain/metrics.h"
#include "domain/verdict.h"
#include "stats/change.h"
#include "store.h"

/*
 * What of several runs is compared (see stats/change.h): the best is the least,
 * or the most where higher is better.
 */
enum judgement_across { ACROSS_MEDIAN, ACROSS_MIN, ACROSS_BEST };

struct judgement {
	const struct metric	*metric;
	enum verdict		 verdict;
	size_t			 runs[SIDES];	/* that it rests on */
	struct value		 median[SIDES];	/* of those runs, or the best */
	enum statistic		 by;		/* what is compared */
	enum statistic		 value_by;	/* the same of one side alone */
	bool			 has_change;	/* both sides have it */
	double			 change;	/* of that, in its unit */
	bool			 has_pct;	/* the base is not 0 */
	double			 pct;
	enum change_by		 across;	/* runs: what was compared */
	size_t			 m;		/* of so many, if not medians */
	bool			 tested;	/* noisy, on both sides */
	double			 p;
	double			 mde, low, high;	/* per cent */
};

/* For families of tests: the verdict on a change that is one. */
enum verdict judgement_direction(const struct metric *, double change);

/* For the same: fills in what j says of the last runs of each side. */
void judgement_measure(struct judgement *j, const struct series *, size_t base,
    size_t now);

/* Returns n runs as one: medians, or the best if that is what j rests on. */
struct value judgement_summary(const struct judgement *j,
    const struct value *run, size_t n);

/* Whether the metric is one of the proof times. */
bool judgement_is_proof_time(const struct judgement *);

#endif
