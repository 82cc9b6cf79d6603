/* SPDX-License-Identifier: MIT */
/* From the size of a file to the work that it tells of. */
#ifndef GEN_PLAN_H
#define GEN_PLAN_H

#include "layout.h"
#include "work.h"

/*
 * Fills in how much there is of everything, so that the file has about `size'
 * bytes in this layout (shuffled: in the producer's). w->seed and w->prover
 * are set; w->run has no influence. No file is smaller than about 20 KB.
 */
void plan(struct work *w, enum layout, uint64_t size);

#endif
