/* SPDX-License-Identifier: MIT */
/* Exact sums in few bytes, for tables of many. */
#ifndef RENDER_TALLY_H
#define RENDER_TALLY_H

#include "number.h"

/* A zeroed struct is the sum of nothing. */
struct tally {
	union {
		uint64_t	 whole;
		double		 real;
		struct sum	*sum;	/* owned */
	};
	uint32_t kind;
};

/* Adds any number; a sum with one that is not finite is as of IEEE 754. */
void tally_add(struct tally *, struct number);

/* The sum, correctly rounded whatever the order of its terms. */
struct number tally_value(const struct tally *);

void tally_free(struct tally *);

#endif
