/* SPDX-License-Identifier: MIT */
/* The median of numbers. */
#include <math.h>

#include "number/median.h"
#include "unit.h"

static struct number
of(double a, double b, double c, double d, size_t n)
{
	struct number v[] = {
		number_real(a),
		number_real(b),
		number_real(c),
		number_real(d),
	};

	return median(v, n);
}

int
main(void)
{
	struct number big[] = {
		number_whole(UINT64_MAX),
		number_whole(UINT64_MAX),
	};

	CHECK(of(3, 0, 0, 0, 1).real == 3);
	CHECK(of(3, 1, 0, 0, 2).real == 2);
	CHECK(of(3, 1, 2, 0, 3).real == 2);
	CHECK(of(9, 1, 2, 4, 4).real == 3);
	CHECK(of(1, 2, 0, 0, 2).real == 1.5);
	CHECK(of(-1, NAN, 5, 2, 4).real == 2);
	CHECK(isnan(of(NAN, NAN, 0, 0, 2).real));
	CHECK(median(big, 2).whole == UINT64_MAX);
	return unit_end();
}
