/* SPDX-License-Identifier: MIT */
/* Which statistics of a row mean something to a reader. */
#include "domain/compared.h"
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

static bool
is_app(const struct sheet *s, const struct row *r)
{
	return s->by_group && stage_of(r->key[0]) == STAGE_APP;
}

bool
statistic_shows(const struct sheet *s, const struct row *r,
    enum statistic stat)
{
	const struct metric *m = r->is;

	return stat == STAT_AVG || metric_adds_up(m, is_app(s, r)) ||
	    (m->stats == STATS_NOSUM && stat != STAT_SUM);
}

/* As far as the medians of the runs' counts say. */
static bool
as_many(const struct row *r)
{
	const struct value *now = &r->now[STAT_COUNT];
	const struct value *base = &r->base[STAT_COUNT];

	return !now->known || !base->known || number_cmp(now->n, base->n) == 0;
}

enum statistic
statistic_judged(const struct sheet *s, const struct row *r)
{
	if (r->base == NULL || !r->now[STAT_SUM].known ||
	    !r->base[STAT_SUM].known)
		return STAT_AVG;
	return compared_by_sum(r->is, is_app(s, r),
	    as_many(r)) ?
	    STAT_SUM : STAT_AVG;
}
