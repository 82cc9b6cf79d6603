/* SPDX-License-Identifier: MIT */
/* Verdicts on series. */
#ifndef DIFF_JUDGE_H
#define DIFF_JUDGE_H

#include "judgement.h"

/*
 * Judges all series, which the layout holds in order, each bench by itself:
 * its proof times are one family of tests, its other noisy metrics another,
 * those of the finer level a third.
 * What means something else with another prover is new where a bench has one.
 * Returns s->metrics.n judgements, by series; the caller frees them.
 */
struct judgement *judge(struct store *s, const size_t *layout,
    double alpha, enum judgement_across);

#endif
