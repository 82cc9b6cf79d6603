/* SPDX-License-Identifier: MIT */
/* Division of whole numbers. */
#include <math.h>

#include "quotient.h"

double
quotient(uint128 m, uint64_t d)
{
	uint64_t high = (uint64_t)(m >> 64);
	int up = high > 0 ? __builtin_clzll(high) :
			    64 + __builtin_clzll((uint64_t)m);
	uint128 dividend = m << up;
	uint128 q = dividend / d;

	/* q has 64 bits or more: the last bit stands for the remainder. */
	if (q * d != dividend)
		q |= 1;
	return ldexp((double)q, -up);
}
