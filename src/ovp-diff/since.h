/* SPDX-License-Identifier: MIT */
/* Older levels of the baseline. */
#ifndef DIFF_SINCE_H
#define DIFF_SINCE_H

#include "judgement.h"
#include "rule.h"
#include "stream/recout.h"

/* A level of a series of the baseline, and a run that had it. */
struct since {
	size_t run; /* of the history */
	struct number level;
};

/*
 * Finds the level that a rule refers to, in the statistic of the judgement: the
 * value of an exact metric, else the median of five runs about the run. Returns
 * false if the baseline has no such run.
 */
bool since_reference(const struct store *, const struct series *,
    const struct judgement *, const struct reference *, struct since *);

/* Sets the judgement's change to the one from that level. */
void since_apply(struct judgement *, const struct since *);

/* Appends the name of a run of the baseline: `run 40 (commit 3ee99e5)'. */
void since_tell(struct buf *, const struct store *, size_t run);

/*
 * Writes a note for each proof time that is `same' but, by small steps, worse
 * than an older level of the baseline: no step since then is most of it.
 * `base_runs' and the carried columns are those of the last run of that level.
 */
void since_write(struct recout *, const struct store *, const size_t *layout,
    const struct judgement *, double alpha);

#endif
