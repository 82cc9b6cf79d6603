/* SPDX-License-Identifier: MIT */
/* Choice of the statistic that two runs are compared by. */
#include <string.h>

#include "compared.h"

bool
metric_is_time(const struct metric *m)
{
	static const char *const unit[] = { "ms", "s", "us", "ns" };

	/* A point in time has no direction. */
	if (m->better == METRIC_NEITHER)
		return false;
	for (size_t i = 0; i < sizeof(unit) / sizeof(*unit); i++)
		if (strcmp(m->unit, unit[i]) == 0)
			return true;
	return false;
}

bool
compared_by_sum(const struct metric *m, bool app, bool as_many)
{
	if (!metric_adds_up(m, app))
		return false;
	return m->class == METRIC_EXACT || (metric_is_time(m) && !as_many);
}
