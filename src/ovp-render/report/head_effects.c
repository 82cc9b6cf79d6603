/* SPDX-License-Identifier: MIT */
/* The effects of the causes of a change, one by one. */
#include <math.h>

#include "clause.h"
#include "quantity.h"

/* Causes beyond the listed ones, or none, are told from this share on. */
#define REST 0.15

/* Whether ms are worth a line, given the whole change. */
static bool
is_much(const struct head *h, double ms)
{
	return h->timed && h->change != HEAD_NOTHING &&
	    fabs(ms) >= REST * fabs(h->now - h->base);
}

static void
put_unlisted(struct recout *o, const struct head *h)
{
	if (h->timed) {
		put_ms_change(o, h->more);
		recout_str(o, ": ");
	}
	recout_printf(o, "%zu more cause%s", h->nmore,
	    h->nmore == 1 ? "" : "s");
}

/* The change without a cause; false if it is little. */
static bool
put_rest(struct recout *o, const struct head *h)
{
	if (!is_much(h, h->rest))
		return false;
	if (h->ncauses == 1) {
		put_ms_change(o, h->cause->ms);
		recout_str(o, " of it; ");
	}
	put_ms_change(o, h->rest);
	recout_str(o,
	    h->ncauses == 1 ? " are noise, or what no metric "
			      "explains" :
			      ": noise, or what no metric explains");
	return true;
}

bool
head_put_cause(struct recout *o, const struct head *h, size_t i,
    const struct voice *voice)
{
	bool more = h->nmore > 0 && (!h->timed || is_much(h, h->more));

	if (h->ncauses < 2)
		return h->ncauses == 1 && i == 0 && put_rest(o, h);
	if (more && i == h->ncauses) {
		put_unlisted(o, h);
		return true;
	}
	if (i >= h->ncauses)
		return i == h->ncauses + more && put_rest(o, h);
	if (h->timed) {
		put_ms_change(o, h->cause[i].ms);
		recout_str(o, ": ");
	}
	clause_put(o, h, &h->cause[i], voice);
	return true;
}
