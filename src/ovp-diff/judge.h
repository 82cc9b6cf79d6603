/* SPDX-License-Identifier: MIT */
/* Verdicts on series. */
#ifndef DIFF_JUDGE_H
#define DIFF_JUDGE_H

#include "judgement.h"

/*
 * Judges all series, which the layout has in order, separately for each bench:
 * its proof times are one family of tests, its other noisy metrics another, and
 * those of the finer level a third. If the prover differs, metrics whose
 * meaning depends on it are new. Returns s->metrics.n judgements, by series;
 * the caller frees them.
 */
struct judgement *judge(struct store *s, const size_t *layout, double alpha,
    enum judgement_across);

#endif
