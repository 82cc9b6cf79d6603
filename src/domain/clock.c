/* SPDX-License-Identifier: MIT */
/* Rounding of times by a clock. */
#include <math.h>

#include "clock.h"

double
clock_step(const struct metric *m)
{
	if (m->class != METRIC_QUANTISED)
		return 0;
	return strcmp(m->unit, "s") == 0 ? 0.001 : 1;
}

bool
clock_has_whole(const struct number n[STATS], unsigned known, double step)
{
	unsigned rest = known & ~(1u << STAT_COUNT | 1u << STAT_AVG);

	if (rest == 0)
		rest = known & 1u << STAT_AVG;
	for (size_t i = 0; i < STATS; i++) {
		double steps = n[i].real / step;

		if ((rest & 1u << i) != 0 && fabs(steps - rint(steps)) > 1e-6)
			return false;
	}
	return true;
}
