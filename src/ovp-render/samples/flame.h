/* SPDX-License-Identifier: MIT */
/* Stacks as a flame graph. */
#ifndef RENDER_FLAME_H
#define RENDER_FLAME_H

#include "stacks.h"

/*
 * Draws the stacks of a bench (an index, or MAP_NONE for all) as one picture
 * with its style and script. Returns false, with nothing written, if they have
 * no value.
 */
bool flame_put(struct recout *, struct stacks *, size_t bench);

#endif
