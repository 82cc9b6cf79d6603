/* SPDX-License-Identifier: MIT */
/* Notes on what makes two runs hard to compare. */
#ifndef DIFF_NOTES_H
#define DIFF_NOTES_H

#include "judgement.h"
#include "stream/recout.h"

/*
 * Warns, for each bench of both sides, if the current run is one of the
 * baseline, if runs of the baseline are from other machines than the current
 * one (the carried column `machine'), if only one side counts instructions or
 * cells one by one, and if groups or proofs differ in number. Also writes a row
 * of the kind `note' for each. `note.paired.N': the baseline's bench is named
 * N. `note.best_of': the number of runs whose best is compared.
 * `note.machine_out': the machine's factor on times, which gates leave out.
 * `note.same_run': the number of that run, and the number of runs in the
 * baseline. `note.machines': the number of runs from other machines, and of
 * runs in the baseline. `note.counted.M': 1 on the side that counts M.
 * `note.proofs' and `note.groups': the numbers.
 */
void notes_write(struct recout *, const struct store *, const size_t *layout,
    const struct judgement *);

/*
 * Warns, for a history on the baseline's side, if the runs of a bench are from
 * several machines.
 */
void notes_of_history(const struct store *);

#endif
