/* SPDX-License-Identifier: MIT */
/* A value: a whole number or a double. */
#include <math.h>

#include "decimal.h"
#include "number.h"

/* Compares a whole number with a double, rounding neither. */
static int
compare_mixed(uint64_t a, double b)
{
	uint64_t floor_b;

	if (b < 0)
		return 1;
	if (b >= 0x1p64)
		return -1;
	floor_b = (uint64_t)b;
	if (a != floor_b)
		return a < floor_b ? -1 : 1;
	return b > (double)floor_b ? -1 : 0;
}

int
number_cmp_any(struct number a, struct number b)
{
	if (a.is_whole && b.is_whole)
		return number_cmp(a, b);
	if (a.is_whole)
		return compare_mixed(a.whole, b.real);
	if (b.is_whole)
		return -compare_mixed(b.whole, a.real);
	return (a.real > b.real) - (a.real < b.real);
}

struct number
number_real(double x)
{
	if (x >= 0 && x <= 0x1p53 && x == (double)(uint64_t)x)
		return number_whole((uint64_t)x);
	return (struct number){ .real = x };
}

struct number
number_rounded(double x, int digits)
{
	struct decimal d;

	if (!isfinite(x) || x == 0)
		return number_real(x);
	decimal_nearest(&d, fabs(x), digits);
	return number_real(copysign(decimal_real(&d), x));
}
