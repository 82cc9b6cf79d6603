/* SPDX-License-Identifier: MIT */
/* Checks of Student's t distribution. */
#include <math.h>

#include "stats/student.h"
#include "unit.h"

/* As printed tables have it: p of both tails, degrees of freedom, t. */
static const struct {
	double p, freedom, t;
} table[] = {
	{ 0.10, 1, 6.313752 },
	{ 0.05, 1, 12.706205 },
	{ 0.01, 1, 63.656741 },
	{ 0.05, 2, 4.302653 },
	{ 0.01, 2, 9.924843 },
	{ 0.05, 5, 2.570582 },
	{ 0.01, 5, 4.032143 },
	{ 0.05, 10, 2.228139 },
	{ 0.01, 10, 3.169273 },
	{ 0.001, 10, 4.586894 },
	{ 0.05, 30, 2.042272 },
	{ 0.01, 30, 2.749996 },
	{ 0.05, 120, 1.979930 },
	{ 0.01, 120, 2.617421 },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		double t = table[i].t, freedom = table[i].freedom;

		CHECK(fabs(student_t(table[i].p, freedom) - t) < 1e-6);
		CHECK(fabs(student_p(t, freedom) - table[i].p) < 1e-7);
		CHECK(student_p(-t, freedom) == student_p(t, freedom));
	}
	CHECK(student_p(0, 7) == 1);
	CHECK(student_p(INFINITY, 7) == 0);
	/* One degree: the Cauchy distribution, whose tail is known. */
	CHECK(fabs(student_p(1, 1) - 0.5) < 1e-14);
	CHECK(fabs(student_p(1e6, 1) / (2 / M_PI * 1e-6) - 1) < 1e-9);
	/* Many degrees: the normal distribution. */
	CHECK(fabs(student_t(0.05, 1e7) - 1.959964) < 1e-5);
	CHECK(fabs(student_normal(0.05) - 1.959963984540054) < 1e-13);
	CHECK(fabs(student_normal(0.0002) - 3.719016485455709) < 1e-13);
	CHECK(fabs(student_p(student_t(1e-9, 3), 3) / 1e-9 - 1) < 1e-10);
	return unit_end();
}
