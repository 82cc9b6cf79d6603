/* SPDX-License-Identifier: MIT */
/* The part of a stage whose rate changed. */
#include <math.h>

#include "head_part.h"

/* A part is named from this share of the change on. */
#define MOST 0.6

/* The rest kept its pace if its log ratio is less than this of the part's. */
#define BEHIND 0.5

/* A rest with a smaller share of the time says nothing. */
#define LITTLE 0.05

static double
value_of(const struct row *r, const char *side)
{
	struct value sum = packed_get(side, STAT_SUM);
	struct value v = r->is->once == ONCE_NO && sum.known ?
	    sum :
	    packed_get(side, STAT_AVG);

	return value_is_finite(v) ? v.n.real : 0;
}

/*
 * Adds up a metric over the groups of an aside that have it on both sides;
 * false if none has.
 */
static bool
sum_of(const struct head *h, const struct aside *a, struct slice metric,
    struct head_part *sum)
{
	bool all = slice_eq(a->key[0], SLICE("*"));

	*sum = (struct head_part){ .metric = metric };
	for (size_t i = h->from; i < h->end; i++) {
		const struct row *r = &h->s->row[i];
		double base, now;

		if (!slice_eq(r->metric, metric) ||
		    (!all && r->key[0].at != a->key[0].at))
			continue;
		base = value_of(r, r->base);
		now = value_of(r, r->now);
		if (base <= 0 || now <= 0)
			continue;
		sum->base += base;
		sum->now += now;
	}
	return sum->base > 0;
}

/* The ith part of a stage, from 0; "" after the last. */
static struct slice
part_at(const struct head_stage *stage, size_t i)
{
	struct slice name = SLICE("");

	if (stage->whole)
		return metrics_part(
		    metrics_named((enum metric_role)stage->role[0]), i);
	for (size_t k = 0; stage->role[k] != ROLES_END; k++)
		for (size_t n = 0;
		     (name = metrics_with((enum metric_role)stage->role[k], n))
			 .n > 0;
		     n++)
			if (i-- == 0)
				return name;
	return name;
}

/* The whole: by its own metric, else the sum of its parts. */
static bool
whole_of(const struct head *h, const struct aside *a,
    const struct head_stage *stage, struct head_part *whole)
{
	struct head_part part;
	struct slice name;

	if (stage->whole)
		return sum_of(h, a,
		    metrics_named((enum metric_role)stage->role[0]), whole);
	*whole = (struct head_part){ 0 };
	for (size_t i = 0; (name = part_at(stage, i)).n > 0; i++)
		if (sum_of(h, a, name, &part)) {
			whole->base += part.base;
			whole->now += part.now;
		}
	return whole->base > 0;
}

static bool
stands_out(const struct head_part *part, const struct head_part *whole)
{
	double base = whole->base - part->base, now = whole->now - part->now;

	return base > LITTLE * whole->base && now > LITTLE * whole->now &&
	    (part->now - part->base) / (whole->now - whole->base) >= MOST &&
	    fabs(log(now / base)) < BEHIND * fabs(log(part->now / part->base));
}

bool
head_find_part(const struct head *h, const struct aside *a,
    const struct head_stage *stage, struct head_part *part)
{
	struct head_part whole;
	struct slice name;

	if (!whole_of(h, a, stage, &whole) || whole.now == whole.base)
		return false;
	for (size_t i = 0; (name = part_at(stage, i)).n > 0; i++)
		if (sum_of(h, a, name, part) && stands_out(part, &whole))
			return true;
	return false;
}
