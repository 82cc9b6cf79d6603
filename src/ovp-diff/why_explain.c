/* SPDX-License-Identifier: MIT */
/* The causes of a change, from all parts of the model. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "why.h"

static int
by_size(const void *a, const void *b)
{
	const struct why_cause *x = a, *y = b;
	double i = fabs(x->ms), j = fabs(y->ms);

	if ((x->kind == WHY_BY_OTHER) != (y->kind == WHY_BY_OTHER))
		return x->kind == WHY_BY_OTHER ? 1 : -1;
	return i > j ? -1 : i < j;
}

static void
add_rest(struct why *w)
{
	double rest = both_change(&w->ms);

	if (w->ms.known != (1u << BASE | 1u << NOW))
		return;
	for (size_t i = 0; i < w->ncauses; i++)
		rest -= w->cause[i].ms;
	why_add(w,
	    &(struct why_cause){
		.kind = WHY_BY_OTHER,
		.base = w->ms.at[BASE],
		.now = w->ms.at[BASE] + rest,
		.ms = rest,
	    });
}

void
why_explain(struct why *w)
{
	for (size_t i = 0; i < w->n; i++)
		why_stragglers(w, &w->group[i]);
	why_rates(w);
	why_work(w);
	add_rest(w);
	if (w->ncauses > 0 &&
	    mergesort(w->cause, w->ncauses, sizeof(*w->cause), by_size) != 0)
		fail("out of memory");
}
