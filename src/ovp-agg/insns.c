/* SPDX-License-Identifier: MIT */
/* Counts of executed instructions: agreement and rate. */
#include "base/diag.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "insns.h"
#include "number/numfmt.h"

static void
warn_insns(const struct stats *s, const struct place *p, struct row *x,
    struct row *y)
{
	char text[2][NUMFMT_MAX];
	int n[2] = {
		(int)numfmt(text[0], sum_value(&x->sum)),
		(int)numfmt(text[1], sum_value(&y->sum)),
	};

	warn("bench '%.*s', run %.*s, group '%.*s': %.*s of %.*s and %.*s of "
	     "%.*s disagree",
	    SLICE_ARG(s->benches.key[p->bench].bytes), SLICE_ARG(p->run_text),
	    SLICE_ARG(p->key[0]), SLICE_ARG(x->metric), n[0], text[0],
	    SLICE_ARG(y->metric), n[1], text[1]);
}

void
insns_check(struct stats *s)
{
	for (size_t i = 0; i < s->places.n; i++) {
		struct row *first = NULL;
		struct slice name;

		if (stats_is_fine(s, i) ||
		    !stage_in_total(stage_of(s->place[i].key[0])))
			continue;
		for (size_t m = 0; (name = metrics_with(ROLE_AGREE, m)).n > 0;
		     m++) {
			struct row *r = stats_known(s, i, name);

			if (r != NULL && first != NULL &&
			    number_cmp(sum_value(&first->sum),
				sum_value(&r->sum)) != 0)
				warn_insns(s, &s->place[i], first, r);
			first = first == NULL ? r : first;
		}
	}
}

void
insns_weigh_rates(struct stats *s)
{
	struct slice rates = metrics_named(ROLE_PREFLIGHT_RATE);
	struct slice work = metrics_named(ROLE_PREFLIGHT_WORK);
	struct slice time = metrics_named(ROLE_PREFLIGHT);

	for (size_t i = 0; i < s->places.n; i++) {
		struct row *rate = stats_known(s, i, rates);
		struct row *insns = rate == NULL ? NULL :
						   stats_known(s, i, work);
		struct row *ms = rate == NULL ? NULL : stats_known(s, i, time);

		if (rate == NULL || insns == NULL || ms == NULL)
			continue;
		rate->weighted = sum_value(&ms->sum).real > 0;
		if (rate->weighted)
			rate->rate = number_real(sum_value(&insns->sum).real /
			    sum_value(&ms->sum).real / 1000);
	}
}
