/* SPDX-License-Identifier: MIT */
/* Stragglers: proofs that got slower or faster than the rest of their group. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "why.h"

/* Of two proofs, one stands out if the other is unchanged. */
enum { FEWEST_PROOFS = 2 };

/* Logarithms: a single proof's least change beyond noise; no change below. */
#define ALONE 0.15
#define AS_IT_WAS 0.03

/* The other proofs of the group: their sums and their largest deviation. */
struct others {
	struct both ms, cells, longest;
	double spread; /* a logarithm */
};

/* The rate of a proof: its time without the effect of known work. */
static double
rate_of(const struct why_proof *p)
{
	return both_log(&p->ms) - both_log(&p->cells);
}

static void
add(struct both *to, const struct both *b)
{
	for (int s = BASE; s < SIDES; s++)
		to->at[s] += b->at[s];
	to->known &= b->known;
}

static struct others
others_of(const struct why_group *g, size_t but)
{
	static const struct both none = { .known = 1u << BASE | 1u << NOW };
	struct others o = { none, none, none, 0 };
	double mean = 0;

	for (size_t i = 0; i < g->proofs_by.n; i++) {
		if (i == but)
			continue;
		add(&o.ms, &g->proof[i].ms);
		add(&o.cells, &g->proof[i].cells);
		mean += rate_of(&g->proof[i]);
		for (int s = BASE; s < SIDES; s++)
			o.longest.at[s] = fmax(o.longest.at[s],
			    g->proof[i].ms.at[s]);
	}
	mean /= (double)(g->proofs_by.n - 1);
	for (size_t i = 0; i < g->proofs_by.n; i++)
		if (i != but)
			o.spread = fmax(o.spread,
			    fabs(rate_of(&g->proof[i]) - mean));
	return o;
}

/*
 * Returns, for each proof, whether its rate or its time changed the most or the
 * least, the first of equals. No inner proof is further from the others than
 * they are from each other. The caller frees it.
 */
static bool *
outermost(const struct why_group *g)
{
	bool *is = mem_zalloc(g->proofs_by.n, sizeof(*is));
	size_t at[4] = { 0, 0, 0, 0 };

	for (size_t i = 1; i < g->proofs_by.n; i++) {
		const struct why_proof *p = g->proof;
		double rate = rate_of(&p[i]), ms = both_log(&p[i].ms);

		at[0] = rate > rate_of(&p[at[0]]) ? i : at[0];
		at[1] = rate < rate_of(&p[at[1]]) ? i : at[1];
		at[2] = ms > both_log(&p[at[2]].ms) ? i : at[2];
		at[3] = ms < both_log(&p[at[3]].ms) ? i : at[3];
	}
	for (size_t k = 0; k < 4; k++)
		is[at[k]] = true;
	return is;
}

/* Whether a proof changed unlike the others; *excess: by how many ms. */
static bool
is_straggler(const struct why_group *g, size_t i, double *excess)
{
	const struct why_proof *p = &g->proof[i];
	struct others o = others_of(g, i);
	double work = both_log(&p->cells) - both_log(&o.cells);
	double expected = both_log(&o.ms) + work;

	if (g->proofs_by.n == 2 &&
	    fabs(both_log(&o.ms) - both_log(&o.cells)) > AS_IT_WAS)
		return false;
	/* Time need not be fully proportional to work. */
	if (fabs(both_log(&p->ms) - expected) <
	    fmax(ALONE, 2 * o.spread) + fabs(work) / 2)
		return false;
	*excess = p->ms.at[NOW] - p->ms.at[BASE] * exp(expected);
	return fabs(*excess) >= 1;
}

/* Whether a change of the group's work that no proof reports may explain it. */
static bool
may_be_work(const struct why_group *g, size_t i, double excess)
{
	double sum = 0, change = both_log(&g->cells);

	if (both_positive(&g->proof[i].cells) || change == 0)
		return false;
	for (size_t k = 0; k < g->proofs_by.n; k++)
		sum += g->proof[k].ms.at[BASE];
	return expm1(change) * sum / excess > 0.5;
}

/* Takes the excess from times that changed the same way, in proportion. */
static void
take_out(struct why_group *g, double excess)
{
	double sum = 0;

	for (size_t i = 0; i < g->ntimes; i++)
		sum += fmax(0,
		    both_change(&g->time[i].ms) * copysign(1, excess));
	if (sum <= 0)
		return;
	for (size_t i = 0; i < g->ntimes; i++) {
		double way = fmax(0,
		    both_change(&g->time[i].ms) * copysign(1, excess));

		g->time[i].ms.at[NOW] -= excess * fmin(1, sum / fabs(excess)) *
		    way / sum;
	}
}

void
why_stragglers(struct why *w, struct why_group *g)
{
	size_t found = 0, which = 0;
	double excess = 0, most = 0;
	bool *candidate;

	if (g->proofs_by.n < FEWEST_PROOFS)
		return;
	for (size_t i = 0; i < g->proofs_by.n; i++)
		if (!both_positive(&g->proof[i].ms))
			return;
	candidate = outermost(g);
	for (size_t i = 0; i < g->proofs_by.n; i++)
		if (candidate[i] && is_straggler(g, i, &excess) &&
		    !may_be_work(g, i, excess)) {
			found++;
			which = i;
			most = excess;
		}
	free(candidate);
	/* Several stragglers are no exception. */
	if (found != 1)
		return;
	take_out(g, most);
	why_add(w,
	    &(struct why_cause){
		.kind = WHY_BY_STRAGGLER,
		.group = g,
		.segment = g->proof[which].segment,
		.idx = g->proof[which].idx,
		.base = g->proof[which].ms.at[BASE],
		.now = g->proof[which].ms.at[NOW],
		.beside = others_of(g, which).longest,
		.ms = most,
	    });
}
