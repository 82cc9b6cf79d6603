/* SPDX-License-Identifier: MIT */
/* Gates that can match nothing. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/distance.h"
#include "base/glob.h"
#include "base/globs.h"
#include "base/map.h"
#include "domain/metrics.h"
#include "gate_names.h"

static bool
is_there(const struct map *names, const char *pattern)
{
	if (!globs_is_pattern(slice_str(pattern)))
		return map_find(names, 0, slice_str(pattern)) != MAP_NONE;
	for (size_t i = 0; i < names->n; i++)
		if (glob_match(pattern, names->key[i].bytes))
			return true;
	return false;
}

static noreturn void
fail_rule(const struct rule *r, const struct map *names)
{
	struct slice metric = slice_str(r->metric), near = { "", 0 };
	size_t best = SIZE_MAX / 2;

	for (size_t i = 0; i < names->n; i++) {
		size_t far = distance_of(metric, names->key[i].bytes);

		if (far < best) {
			best = far;
			near = names->key[i].bytes;
		}
	}
	/* A distance of more than half the name means another name. */
	if (2 * best > metric.n)
		fail("gate '%s': there is no metric '%s'", r->text, r->metric);
	fail("gate '%s': there is no metric '%s'; the nearest is '%.*s'",
	    r->text, r->metric, SLICE_ARG(near));
}

void
gate_names_check(const struct rules *rules, const struct store *s)
{
	struct map names = { 0 };

	for (size_t i = 0; rules->n > 0 && i < s->metrics.n; i++)
		map_put(&names, 0, s->series[i].metric);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->rule[i];

		if (!is_there(&names, r->metric) &&
		    (r->whole == NULL || !is_there(&names, r->whole)) &&
		    !metrics_exist(slice_str(r->metric)))
			fail_rule(r, &names);
	}
	map_free(&names);
}
