/* SPDX-License-Identifier: MIT */
/* The change of a value since the baseline. */
#include <math.h>

#include "delta.h"
#include "domain/metrics.h"
#include "figures.h"

static bool
is_change(const struct metric *m, struct number now, struct number base)
{
	if (m->class == METRIC_EXACT)
		return true;
	if (m->class == METRIC_QUANTISED && now.is_whole && base.is_whole &&
	    fabs(now.real - base.real) <= 1)
		return false;
	return differs(now, base);
}

enum delta
delta_of(struct slice metric, struct number now, struct number base)
{
	const struct metric *m;
	bool up = number_cmp(now, base) > 0;

	/* Most values are equal and need no look-up of the metric. */
	if (number_cmp(now, base) == 0 || isnan(now.real) || isnan(base.real))
		return DELTA_NONE;
	m = metrics_find(metric);
	if (!is_change(m, now, base))
		return DELTA_NONE;
	if (m->better == METRIC_NEITHER)
		return DELTA_OTHER;
	return up == (m->better == METRIC_HIGHER) ? DELTA_BETTER : DELTA_WORSE;
}

static bool
has_percent(struct number now, struct number base)
{
	return base.real != 0 && isfinite(base.real) && isfinite(now.real);
}

void
delta_put(struct recout *o, struct slice metric, struct number now,
    struct number base)
{
	static const char *const mark[] = {
		[DELTA_WORSE] = "🔴",
		[DELTA_BETTER] = "🟢",
		[DELTA_OTHER] = "🔵",
	};
	static const char *const word[] = {
		[DELTA_WORSE] = " worse",
		[DELTA_BETTER] = " better",
		[DELTA_OTHER] = " changed",
	};
	enum delta change = delta_of(metric, now, base);

	put_value(o, now);
	if (change == DELTA_NONE)
		return;
	recout_printf(o, " %s (", mark[change]);
	put_difference(o, now, base);
	if (has_percent(now, base)) {
		recout_str(o, ", ");
		put_percent(o, now, base);
	}
	recout_char(o, ')');
	recout_str(o, word[change]);
}

void
delta_put_span(struct recout *o, struct slice metric, struct number now,
    struct number base)
{
	enum delta change = delta_of(metric, now, base);
	/* The reference knows no neutral metrics: less is good. */
	bool good = change == DELTA_BETTER ||
	    (change == DELTA_OTHER && number_cmp(now, base) < 0);

	if (change != DELTA_NONE) {
		recout_printf(o, "<span style='color: %s'>(",
		    good ? "green" : "red");
		put_difference(o, now, base);
		if (has_percent(now, base)) {
			recout_str(o, " [");
			put_percent(o, now, base);
			recout_char(o, ']');
		}
		recout_str(o, ")</span> ");
	}
	put_value_plain(o, now);
}
