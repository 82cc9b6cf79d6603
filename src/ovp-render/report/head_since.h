/* SPDX-License-Identifier: MIT */
/* What small steps of a history have come to. */
#ifndef RENDER_HEAD_SINCE_H
#define RENDER_HEAD_SINCE_H

#include "head.h"

/*
 * Writes `; within noise of the last runs, but 11.0% above run 40 (commit
 * 3ee99e5)' where ovp-diff has noted it of a proof time: of the whole bench, or
 * of the group that is the farthest off.
 */
void head_put_since(struct recout *, const struct head *,
    const struct voice *);

#endif
