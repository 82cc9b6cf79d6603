/* SPDX-License-Identifier: MIT */
/* Which statistics of a row mean something to a reader. */
#include "domain/metrics.h"
#include "domain/stages.h"
#include "statistic.h"

static const enum statistic columns[] = {
	STAT_AVG, STAT_SUM, STAT_MAX, STAT_MIN,
};

enum { NCOLUMNS = sizeof(columns) / sizeof(columns[0]) };

size_t
statistic_columns(const struct sheet *s)
{
	return NCOLUMNS + s->nstats - STAT_MORE;
}

enum statistic
statistic_column(size_t n)
{
	return n < NCOLUMNS ? columns[n] :
	    (enum statistic)(STAT_MORE + (n - NCOLUMNS));
}

bool
statistic_shows(const struct sheet *s, const struct row *r,
    enum statistic stat)
{
	bool app = s->by_group && stage_of(r->key[0]) == STAGE_APP;
	enum metric_shows what = metrics_shows(r->metric, app);

	return what == METRIC_ALL || stat == STAT_AVG ||
	    (what == METRIC_NO_SUM && stat != STAT_SUM);
}

enum statistic
statistic_judged(const struct sheet *s, const struct row *r)
{
	bool both = r->now[STAT_SUM].known && r->base != NULL &&
	    r->base[STAT_SUM].known;

	return both && metrics_find(r->metric)->class == METRIC_EXACT &&
	    statistic_shows(s, r, STAT_SUM) ? STAT_SUM : STAT_AVG;
}
