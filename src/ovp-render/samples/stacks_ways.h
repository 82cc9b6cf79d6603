/* SPDX-License-Identifier: MIT */
/* Labels and metrics of stacks, by default and by options. */
#ifndef RENDER_STACKS_WAYS_H
#define RENDER_STACKS_WAYS_H

#include "base/globs.h"
#include "ovp-render/format/format.h"

/*
 * The usual label of opcodes: beside counts by opcode, records without it count
 * the same again.
 */
enum { STACKS_OPCODE = 3 };

/* The metrics that are added up, and the labels of stacks. */
struct stacks_way {
	const struct slice *key; /* labels, outermost first */
	size_t nkeys;
	const struct slice *metric; /* globs */
	size_t nmetrics;
	struct globs wanted; /* metric, compiled */
	bool usual;          /* the default labels */
	bool times;          /* frames are nested times */
	size_t bare, odd;    /* records left out */
};

struct stacks_ways {
	struct stacks_way way[8]; /* the preferred first */
	size_t n;
	struct slice usual[16]; /* names that ways point to */
	size_t nusual;
};

/*
 * Fills the zeroed ways, which must not move; the input decides which one is
 * used. Fails on too many labels.
 */
void stacks_ways_choose(struct stacks_ways *, const struct opts *);

void stacks_ways_free(struct stacks_ways *);

#endif
