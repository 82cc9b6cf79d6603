/* SPDX-License-Identifier: MIT */
/* Older levels of the baseline. */
#ifndef DIFF_SINCE_H
#define DIFF_SINCE_H

#include "judgement.h"
#include "rule.h"
#include "stream/recout.h"

/* A level of a series of the baseline, and a run that had it. */
struct since {
	size_t		run;		/* of the history */
	struct number	level;
};

/*
 * Finds the level that a rule refers to, by what the judgement compares: the
 * value of an exact metric, else the median of five runs about that one.
 * Returns false if no run of the baseline is that.
 */
bool since_reference(const struct store *, const struct series *,
    const struct judgement *, const struct reference *, struct since *);

/* Makes the judgement's change the one from that level. */
void since_apply(struct judgement *, const struct since *);

/* Appends `run 40 (commit 3ee99e5)': what tells a run of the baseline. */
void since_tell(struct buf *, const struct store *, size_t run);

/*
 * Writes a note for each proof time that is `same' and yet worse than a level of
 * the baseline by small steps: no step since is most of it. `base_runs' is
 * the number of the last run of that level, the carried columns are its.
 */
void since_write(struct recout *, const struct store *, const size_t *layout,
    const struct judgement *, double alpha);

#endif
