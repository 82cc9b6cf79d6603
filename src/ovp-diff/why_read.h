/* SPDX-License-Identifier: MIT */
/* A bench's statistics as the model of its cost has them. */
#ifndef DIFF_WHY_READ_H
#define DIFF_WHY_READ_H

#include "judgement.h"
#include "why.h"

/*
 * Fills in the bench of the n series in row, those of a place together. Leaves
 * it empty when the keys are others than `group' and the finer ones.
 */
void why_read(struct why *, const struct store *, const size_t *row, size_t n,
    const struct judgement *);

#endif
