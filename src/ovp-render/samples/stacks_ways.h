/* SPDX-License-Identifier: MIT */
/* What stacks are made of when nobody says, and when somebody does. */
#ifndef RENDER_STACKS_WAYS_H
#define RENDER_STACKS_WAYS_H

#include "stacks.h"

/*
 * The usual label of opcodes: of a count by opcode, records without it are
 * another count of the same.
 */
enum { STACKS_OPCODE = 3 };

/*
 * Fills the ways by s->opts, the most wanted first; which one counts, the input
 * decides. Fails on more labels than anyone stacks.
 */
void stacks_choose(struct stacks *);

#endif
