/* SPDX-License-Identifier: MIT */
/* The sum of small steps in a history. */
#ifndef RENDER_HEAD_SINCE_H
#define RENDER_HEAD_SINCE_H

#include "head.h"

/*
 * Writes `; within noise of the last runs, but 11.0% above run 40 (commit
 * 3ee99e5)' if ovp-diff has noted it for a proof time: that of the whole bench,
 * or of the group with the largest difference.
 */
void head_put_since(struct recout *, const struct head *, const struct voice *);

#endif
