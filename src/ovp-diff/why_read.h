/* SPDX-License-Identifier: MIT */
/* Reader of a bench's statistics into the model of its cost. */
#ifndef DIFF_WHY_READ_H
#define DIFF_WHY_READ_H

#include "judgement.h"
#include "why.h"

/*
 * Fills in the bench of the n series in row, those of a place together. Leaves
 * it empty if the keys differ from `group' and the finer ones.
 */
void why_read(struct why *, const struct store *, const size_t *row, size_t n,
    const struct judgement *);

#endif
