/* SPDX-License-Identifier: MIT */
/* Audit: replay of a history. */
#ifndef DIFF_AUDIT_H
#define DIFF_AUDIT_H

#include "store.h"
#include "stream/recout.h"

/*
 * Writes, for each noisy series of the baseline with at least two runs, the
 * verdict that each run would have had, given the runs before it.
 */
void audit_write(struct recout *, const struct store *, double alpha);

#endif
