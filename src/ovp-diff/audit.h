/* SPDX-License-Identifier: MIT */
/* Replaying a history. */
#ifndef DIFF_AUDIT_H
#define DIFF_AUDIT_H

#include "store.h"
#include "stream/recout.h"

/*
 * Writes, for each noisy series of the base's side with two runs or more, what
 * would have been said of each run, given those before it.
 */
void audit_write(struct recout *, const struct store *, double alpha);

#endif
