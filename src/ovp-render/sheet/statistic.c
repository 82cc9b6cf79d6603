/* SPDX-License-Identifier: MIT */
/* Meaningful statistics of a row. */
#include <math.h>

#include "domain/compared.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "statistic.h"

static const enum statistic columns[] = { STAT_AVG, STAT_SUM, STAT_MAX,
	STAT_MIN };

/* Changes that differ by less, in percent, are equal. */
static const double rounded = 0.05;

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
statistic_shows(const struct sheet *s, const struct row *r, enum statistic stat)
{
	const struct metric *m = r->is;

	return stat == STAT_AVG || metric_adds_up(m, is_app(s, r)) ||
	    (m->stats == STATS_NOSUM && stat != STAT_SUM);
}

/* Whether the counts are equal, as far as the medians of the runs say. */
static bool
as_many(const struct row *r)
{
	struct value now = row_now(r, STAT_COUNT);
	struct value base = row_base(r, STAT_COUNT);

	return !now.known || !base.known || number_cmp(now.n, base.n) == 0;
}

/* Whether both sides have the statistic; whether it changed. */
static bool
has(const struct row *r, enum statistic stat)
{
	return row_now(r, stat).known && row_base(r, stat).known;
}

static bool
moved(const struct row *r, enum statistic stat)
{
	return has(r, stat) &&
	    number_cmp(row_now(r, stat).n, row_base(r, stat).n) != 0;
}

/* The distance between the change of a statistic and that of the row. */
static double
misfit(const struct row *r, enum statistic stat)
{
	double base = row_base(r, stat).n.real;

	if (!has(r, stat) || base == 0)
		return INFINITY;
	return fabs((row_now(r, stat).n.real - base) / fabs(base) * 100 -
	    row_judged(r, JUDGED_PCT).n.real);
}

/*
 * Whether a row is compared by sums. For times that depends on all runs, but
 * the row has only their medians: if these do not decide, the change does.
 */
static bool
is_by_sum(const struct sheet *s, const struct row *r)
{
	bool app = is_app(s, r), sum = compared_by_sum(r->is, app, as_many(r));
	enum statistic stat = sum ? STAT_SUM : STAT_AVG;

	if (!row_judged(r, JUDGED_PCT).known ||
	    compared_by_sum(r->is, app, true) ==
		compared_by_sum(r->is, app, false) ||
	    misfit(r, stat) < rounded)
		return sum;
	return misfit(r, STAT_SUM) < misfit(r, STAT_AVG);
}

enum statistic
statistic_judged(const struct sheet *s, const struct row *r)
{
	static const enum statistic other[] = { STAT_AVG, STAT_MAX, STAT_MIN };
	enum statistic stat = STAT_AVG;

	if (r->base == NULL)
		return stat;
	if (has(r, STAT_SUM) && is_by_sum(s, r))
		stat = STAT_SUM;
	if (r->verdict != VERDICT_CHANGED || moved(r, stat))
		return stat;
	/* The same work, distributed in another way. */
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		if (moved(r, other[i]) && statistic_shows(s, r, other[i]))
			return other[i];
	return stat;
}
