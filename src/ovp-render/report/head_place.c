/* SPDX-License-Identifier: MIT */
/* The rows that changed most, for a change without a cause. */
#include <math.h>

#include "domain/metrics.h"
#include "head_place.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/statistic.h"
#include "ovp-render/sheet/times.h"
#include "stream/levels.h"

/* A group or finer row is named if it has more than this share of a change. */
#define MOST 0.5

static bool
both_finite(const struct row *r, enum statistic stat)
{
	return value_is_finite(row_now(r, stat)) &&
	    value_is_finite(row_base(r, stat));
}

/* The group with most of the change, or NULL. */
static const struct row *
find_group(const struct head *h)
{
	const struct row *most = NULL;
	double size = MOST;

	for (size_t i = h->from; i < h->end; i++) {
		const struct row *r = &h->s->row[i];
		double d = (row_now(r, STAT_AVG).n.real -
			       row_base(r, STAT_AVG).n.real) *
		    1000 / (h->now - h->base);

		if (r->time == 0 || times_is_total(r) ||
		    !slice_eq(r->metric, metrics_named(ROLE_SECONDS)) ||
		    !both_finite(r, STAT_AVG) || d <= size)
			continue;
		most = r;
		size = d;
	}
	return most;
}

static void
put_where(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = find_group(h);

	if (r == NULL)
		return;
	recout_str(o, ", most of it in ");
	voice->name(o, r->key[0]);
	recout_str(o, " (");
	put_difference(o, row_now(r, STAT_AVG).n, row_base(r, STAT_AVG).n);
	recout_str(o, " s)");
}

/* The AIR, opcode or proof with most of the change of a row, or NULL. */
static const struct row *
find_fine(const struct head *h, const struct row *of)
{
	enum statistic stat = statistic_judged(h->s, of);
	const struct row *most = NULL;
	double size;

	if (!both_finite(of, stat))
		return NULL;
	size = MOST *
	    fabs(row_now(of, stat).n.real - row_base(of, stat).n.real);
	for (size_t i = 0; i < h->s->nfine; i++) {
		const struct row *r = &h->s->fine[i];
		double d;

		if (r->bench != h->bench || r->key[0].at != of->key[0].at ||
		    !slice_eq(r->metric, of->metric) ||
		    !verdict_is_change(r->verdict) || !both_finite(r, stat))
			continue;
		d = fabs(row_now(r, stat).n.real - row_base(r, stat).n.real);
		if (d <= size)
			continue;
		most = r;
		size = d;
	}
	return most;
}

/* `: most of it KeccakfOpAir, 104,857,600 to 209,715,200' */
static void
put_fine(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = find_fine(h, h->most);
	enum statistic stat = statistic_judged(h->s, h->most);

	if (r == NULL)
		return;
	recout_str(o, ": most of it ");
	for (size_t k = 0; k < FINES; k++) {
		if (r->key[1 + k].n == 0)
			continue;
		recout_str(o,
		    k == FINE_SEGMENT ? "segment " :
			k == FINE_IDX ? "proof " :
					"");
		voice->metric(o, r->key[1 + k]);
		recout_str(o, ", ");
	}
	/* Each proof has the same columns. */
	if (metric_has(r->is, ROLE_AIR_MAIN) && both_finite(r, STAT_MAX))
		stat = STAT_MAX;
	put_value(o, row_base(r, stat).n);
	recout_str(o, " to ");
	put_value(o, row_now(r, stat).n);
}

/* `: 3 metrics changed, most of all cells of app_proof (+100.0%)' */
static void
put_rows(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = h->most;
	enum statistic stat = statistic_judged(h->s, r);
	struct value now = row_now(r, stat), base = row_base(r, stat);

	recout_printf(o, "%s %zu metric%s changed%s ", h->timed ? ";" : ":",
	    h->nchanged, h->nchanged == 1 ? "" : "s",
	    h->nchanged == 1 ? ":" : ", most of all");
	voice->metric(o, r->metric);
	for (size_t k = 0; k < h->s->nkeys; k++) {
		if (r->key[k].n == 0)
			continue;
		recout_str(o, k == 0 ? " of " : ", ");
		voice->name(o, r->key[k]);
	}
	if (both_finite(r, stat) && base.n.real != 0) {
		recout_str(o, " (");
		put_percent(o, now.n, base.n);
		recout_char(o, ')');
	}
	if (h->s->levelled)
		put_fine(o, h, voice);
}

void
head_put_place(struct recout *o, const struct head *h,
    const struct voice *voice)
{
	if (h->change != HEAD_NOTHING)
		put_where(o, h, voice);
	else if (h->nchanged > 0)
		put_rows(o, h, voice);
}
