/* SPDX-License-Identifier: MIT */
/* The rows that changed most, for a change without a cause. */
#ifndef RENDER_HEAD_PLACE_H
#define RENDER_HEAD_PLACE_H

#include "head.h"

/*
 * Writes `, most of it in leaf (+1.35 s)', the group of most of a bench's
 * change, if there is one. If times did not change, but some rows did, writes
 * `: 3 metrics changed, most of all cells of leaf (+9.5%)' and the finer row
 * with most of that.
 */
void head_put_place(struct recout *, const struct head *, const struct voice *);

#endif
