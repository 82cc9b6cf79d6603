/* SPDX-License-Identifier: MIT */
/* Notes on what makes two runs hard to compare. */
#ifndef DIFF_NOTES_H
#define DIFF_NOTES_H

#include "judgement.h"
#include "stream/recout.h"

/*
 * Warns, for each bench of both sides, when the current run is one of the
 * baseline itself, when runs of the baseline are of other machines than the
 * current one (the carried column `machine'), when instructions or cells are
 * counted one by one on one side only, and when groups or proofs differ in
 * number. Writes a row of the kind `note' for each, too: `note.paired.N' tells
 * that the baseline's bench is named N; `note.best_of' of how many runs the
 * best is compared; `note.machine_out' by what the machine multiplied times,
 * which gates leave out; `note.same_run' has the number of that run and how
 * many the baseline has; `note.machines' the number of runs of other machines
 * and how many the baseline has; `note.counted.M' a 1 on the side that counts
 * M; `note.proofs' and `note.groups' the numbers.
 */
void notes_write(struct recout *, const struct store *, const size_t *layout,
    const struct judgement *);

/*
 * Warns, for a history on the baseline's side, if the runs of a bench are from
 * several machines.
 */
void notes_of_history(const struct store *);

#endif
