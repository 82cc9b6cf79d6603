/* SPDX-License-Identifier: MIT */
/* A number that may be unknown. */
#ifndef RENDER_VALUE_H
#define RENDER_VALUE_H

#include <math.h>

#include "number/number.h"

struct value {
	struct number n;
	bool known; /* the field was not empty */
};

/* Whether it is known, and neither infinite nor not a number. */
static inline bool
value_is_finite(struct value v)
{
	return v.known && isfinite(v.n.real);
}

/* Returns the number if it is finite and positive, else 0. */
static inline double
value_positive(struct value v)
{
	return value_is_finite(v) ? fmax(v.n.real, 0) : 0;
}

#endif
