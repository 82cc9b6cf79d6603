/* SPDX-License-Identifier: MIT */
/* Judgement: the verdict on a series and its numbers. */
#include <math.h>

#include "judgement.h"
#include "summary.h"

enum verdict
judgement_direction(const struct metric *m, double change)
{
	if (change == 0)
		return VERDICT_SAME;
	if (m->better == METRIC_NEITHER)
		return VERDICT_CHANGED;
	return (change < 0) == (m->better == METRIC_LOWER) ? VERDICT_BETTER :
							     VERDICT_WORSE;
}

struct value
judgement_summary(const struct judgement *j, const struct value *run, size_t n)
{
	return j->across == CHANGE_MEDIAN ?
	    summary_of(run, n) :
	    summary_best(run, n, j->m, j->across == CHANGE_MOST);
}

void
judgement_measure(struct judgement *j, const struct series *s, size_t base,
    size_t now)
{
	double from;

	j->runs[BASE] = base;
	j->runs[NOW] = now;
	for (enum side i = BASE; i < SIDES; i++)
		if (j->runs[i] > 0)
			j->median[i] = judgement_summary(j,
			    s->side[i].at + s->side[i].n - j->runs[i],
			    j->runs[i]);
	if (!j->has_change)
		return;
	j->change = summary_difference(j->median[NOW].n[j->by],
	    j->median[BASE].n[j->by]);
	from = fabs(j->median[BASE].n[j->by].real);
	j->pct = from == 0 ? 0 : j->change / from * 100;
	j->has_pct = from != 0 && isfinite(j->pct);
}

bool
judgement_is_proof_time(const struct judgement *j)
{
	return metric_is_proof_time(j->metric);
}
