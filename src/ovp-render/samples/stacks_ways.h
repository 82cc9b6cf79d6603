/* SPDX-License-Identifier: MIT */
/* Labels and metrics of stacks, by default and by options. */
#ifndef RENDER_STACKS_WAYS_H
#define RENDER_STACKS_WAYS_H

#include "base/globs.h"
#include "ovp-render/format/format.h"

/*
 * The usual label of opcodes: of a count by opcode, records without it are
 * another count of the same.
 */
enum { STACKS_OPCODE = 3 };

/* The metrics that are added up, and the labels of stacks. */
struct stacks_way {
	const struct slice	*key;		/* labels, outermost first */
	size_t			 nkeys;
	const struct slice	*metric;	/* globs */
	size_t			 nmetrics;
	struct globs		 wanted;	/* these */
	bool			 usual;		/* labels that nobody asked for */
	bool			 times;		/* frames are times within others */
	size_t			 bare, odd;	/* records that are left out */
};

struct stacks_ways {
	struct stacks_way	 way[8];	/* the most wanted first */
	size_t			 n;
	struct slice		 usual[16];	/* names that ways point to */
	size_t			 nusual;
};

/*
 * Fills the zeroed ways, which must stay where they are; which one counts, the
 * input decides. Fails on more labels than anyone stacks.
 */
void stacks_ways_choose(struct stacks_ways *, const struct opts *);

void stacks_ways_free(struct stacks_ways *);

#endif
