/* SPDX-License-Identifier: MIT */
/* What makes two runs hard to compare. */
#ifndef DIFF_NOTES_H
#define DIFF_NOTES_H

#include "judge.h"

/*
 * Warns, for each bench of both sides, when the current run is one of the
 * baseline itself, when instructions or cells are counted one by one on one
 * side only, and when groups or proofs differ in number.
 */
void notes_write(const struct store *, const size_t *layout,
    const struct judgement *);

#endif
