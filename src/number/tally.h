/* SPDX-License-Identifier: MIT */
/* Compact exact sums, for large tables. */
#ifndef RENDER_TALLY_H
#define RENDER_TALLY_H

#include "number.h"

/* A zeroed struct is 0. */
struct tally {
	union {
		uint64_t whole;
		double real;
		struct sum *sum; /* owned */
	};
	uint32_t kind;
};

/* Adds any number; one that is not finite gives the sum of IEEE 754. */
void tally_add(struct tally *, struct number);

/* Returns the sum, correctly rounded for any order of its terms. */
struct number tally_value(const struct tally *);

void tally_free(struct tally *);

#endif
