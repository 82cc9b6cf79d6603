/* SPDX-License-Identifier: MIT */
/* Changes with unchanged work: the machine, the prover, a stage. */
#include <math.h>

#include "why.h"

/* Logarithms; smaller rates are noise: of a stage overall, of one group. */
#define COMMON_FEW 0.068
#define COMMON_MANY 0.02
#define OWN_FEW 0.095
#define OWN_MANY 0.03

/*
 * Rates are alike within this share of their mean or within this much noise, if
 * each is at least the share BEHIND of the mean.
 */
#define ALIKE 0.25
#define ALIKE_FEW 0.1
#define ALIKE_MANY 0.05
#define BEHIND 0.4

/* A time this short, in ms, is useless: it may be rounded to whole ms. */
#define SHORT 12

/*
 * A time follows its work if it grows by at least this share of it, and by at
 * most this much more.
 */
#define SUBLINEAR 0.5
#define OVERLINEAR 0.25

/* The work is unchanged below this logarithm. */
#define SAME_WORK 0.002

/* A stage's times over all groups. */
struct stage {
	double rate;                  /* common to all groups; 0: none */
	double weight;                /* ms */
	bool known;                   /* long enough to be used */
	const struct why_group *only; /* the one that has it; NULL: several */
};

static double
weight_of(const struct why_time *t)
{
	return (t->ms.at[BASE] + t->ms.at[NOW]) / 2;
}

static bool
is_usable(const struct why_time *t)
{
	return both_positive(&t->ms) &&
	    fmin(t->ms.at[BASE], t->ms.at[NOW]) >= 1;
}

/* The change of a stage's work, else of what causes that work. */
static double
work_of(const struct why_group *g, enum why_stage stage)
{
	const struct both *counted = stage == WHY_EXECUTION ? &g->insns :
							      &g->cells;

	if (!both_positive(counted))
		counted = &g->insns;
	if (both_positive(counted))
		return both_log(counted);
	return both_log(&g->proofs);
}

/* A time that grew less, or slightly more, than its work has no rate change. */
static double
rate_of(double change, double work)
{
	double rest = change - work;

	if (fabs(work) < SAME_WORK)
		return rest;
	if (rest * work < 0)
		return change / work >= SUBLINEAR ? 0 : rest;
	return fabs(rest) <= OVERLINEAR * fabs(work) ? 0 : rest;
}

static void
measure(struct why *w)
{
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < w->group[i].ntimes; k++) {
			struct why_time *t = &w->group[i].time[k];

			if (!is_usable(t))
				continue;
			t->work = work_of(&w->group[i], t->stage);
			t->rate = rate_of(both_log(&t->ms), t->work);
		}
}

/* With unchanged work, all change is a change of rate. */
static bool
is_clean(const struct why_time *t)
{
	return fabs(t->work) < SAME_WORK;
}

/* The usable times of a stage, and the mean rate of these. */
struct sample {
	const struct why *w;
	enum why_stage stage;
	bool clean; /* these alone */
	double mean, weight, moved;
	size_t groups;
};

/*
 * Whether a time shows its stage's rate. A proof has a fixed cost beside its
 * work, so times of different numbers of proofs don't compare.
 */
static bool
tells(const struct why_group *g, const struct why_time *t,
    const struct sample *s)
{
	return t->stage == s->stage && is_usable(t) &&
	    (is_clean(t) || !s->clean) && both_log(&g->proofs) == 0;
}

static void
look(struct sample *s)
{
	for (size_t i = 0; i < s->w->n; i++) {
		const struct why_group *g = &s->w->group[i];
		bool any = false;

		for (size_t k = 0; k < g->ntimes; k++) {
			const struct why_time *t = &g->time[k];

			if (!tells(g, t, s))
				continue;
			s->mean += weight_of(t) * t->rate;
			s->weight += weight_of(t);
			s->moved += t->moved ? weight_of(t) : 0;
			any = any || weight_of(t) >= SHORT;
		}
		s->groups += any;
	}
	s->mean = s->weight > 0 ? s->mean / s->weight : 0;
}

static bool
are_alike(const struct sample *s)
{
	double noise = s->w->few ? ALIKE_FEW : ALIKE_MANY;

	for (size_t i = 0; i < s->w->n; i++)
		for (size_t k = 0; k < s->w->group[i].ntimes; k++) {
			const struct why_group *g = &s->w->group[i];
			const struct why_time *t = &g->time[k];

			if (!tells(g, t, s) || weight_of(t) < SHORT ||
			    weight_of(t) < 0.02 * s->weight)
				continue;
			if (fabs(t->rate - s->mean) >
				fmax(ALIKE * fabs(s->mean), noise) +
				    1.5 / weight_of(t) ||
			    t->rate * s->mean < BEHIND * s->mean * s->mean)
				return false;
		}
	return true;
}

static struct stage
look_at(const struct why *w, enum why_stage which)
{
	struct sample all = { .w = w, .stage = which };
	struct sample clean = { .w = w, .stage = which, .clean = true };
	const struct sample *s = &clean;
	struct stage stage = { 0 };
	double least;

	look(&all);
	look(&clean);
	if (clean.weight < 0.2 * all.weight)
		s = &all;
	stage.weight = all.weight;
	stage.known = all.weight >= SHORT;
	least = !w->few ? COMMON_MANY : all.groups > 1 ? COMMON_FEW : OWN_FEW;
	/* If the noise is known, the verdicts decide what is a change. */
	if (stage.known && are_alike(s) && fabs(s->mean) >= least &&
	    (w->few || s->moved >= s->weight / 2))
		stage.rate = s->mean;
	return stage;
}

/* Whether all known stages, which share no code, changed alike. */
static bool
is_machine(const struct stage *stage)
{
	double mean = 0, weight = 0;
	size_t n = 0;

	for (int i = 0; i < WHY_STAGES; i++) {
		if (!stage[i].known)
			continue;
		if (stage[i].rate == 0)
			return false;
		n += i != WHY_WHOLE;
		mean += stage[i].rate;
		weight++;
	}
	/* A change of one stage alone may be due to its code. */
	if (n < 2 || !stage[WHY_PROVING].known)
		return false;
	mean /= weight;
	for (int i = 0; i < WHY_STAGES; i++)
		if (stage[i].known &&
		    fabs(stage[i].rate - mean) > ALIKE * fabs(mean))
			return false;
	return true;
}

/* A proof without known parts is grouped with proving if their rates agree. */
static bool
goes_with(const struct stage *a, const struct stage *b)
{
	return a->rate != 0 && b->rate != 0 &&
	    fabs(a->rate - b->rate) <= ALIKE * fabs(b->rate);
}

/* The rest of a group's rate is its own, or noise. */
static void
set_own(const struct why *w, struct why_time *t)
{
	double rest = t->rate - t->common;
	double least = w->few ? OWN_FEW : OWN_MANY;

	/* Its work may hide a common rate. */
	if (t->common != 0 && !is_clean(t))
		rest = rate_of(both_log(&t->ms) - t->common, t->work);
	if (t->moved && fabs(rest) >= least && fabs(rest) * weight_of(t) >= 1)
		t->own = rest;
}

/*
 * Splits the change of a time. Work that changed opposite to the time is still
 * work; the part that does not fit is noise.
 */
static void
split(struct why_time *t)
{
	double change = both_log(&t->ms), part[4], ms[4] = { 0 };
	double rest = change - t->common - t->own;

	part[0] = t->work;
	/* Within the tolerance, the work explains all of the time. */
	if (t->own == 0 && rest * t->work > 0 && rest / t->work >= SUBLINEAR &&
	    rest / t->work <= 1 + OVERLINEAR)
		part[0] = rest;
	/* Otherwise the work explains at most the change of the time. */
	if (t->own == 0 && fabs(rest - part[0]) > OWN_FEW &&
	    fabs(rest) < fabs(part[0]))
		part[0] = rest * part[0] > 0 ? rest : 0;
	part[1] = t->common;
	part[2] = t->own;
	part[3] = rest - part[0];
	why_split(t->ms.at[BASE], t->ms.at[NOW], part, ms, 4);
	t->by_work = ms[0];
	t->by_common = ms[1];
	t->by_own = ms[2];
	t->by_noise = ms[3];
}

static void
add_cause(struct why *w, enum why_kind kind, const struct why_group *g,
    const struct why_time *t, double rate, double ms)
{
	double now = t->ms.at[NOW];

	why_add(w,
	    &(struct why_cause){
		.kind = kind,
		.group = g,
		.base = now / exp(rate),
		.now = now,
		.ms = ms,
	    });
}

static enum why_kind
kind_of(enum why_stage stage)
{
	static const enum why_kind kind[WHY_STAGES] = { WHY_BY_EXECUTION,
		WHY_BY_TRACE, WHY_BY_PROVING, WHY_BY_WHOLE };

	return kind[stage];
}

/* The only group that has a stage; NULL if several have it. */
static const struct why_group *
only_group(const struct why *w, enum why_stage stage)
{
	const struct why_group *only = NULL;

	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < w->group[i].ntimes; k++) {
			const struct why_time *t = &w->group[i].time[k];

			if (t->stage != stage || weight_of(t) < SHORT)
				continue;
			if (only != NULL && only != &w->group[i])
				return NULL;
			only = &w->group[i];
		}
	return only;
}

/* Whether another number of proofs may explain a changed rate. */
static bool
is_of_proofs(const struct why_group *g, const struct why_time *t)
{
	double proofs = both_log(&g->proofs);

	return t->own * proofs > 0 &&
	    fabs(t->own) <= 2 * fabs(proofs) + OWN_FEW;
}

/* Names the cause of a time's common change, and of its own. */
static void
name_causes(struct why *w, const struct stage *stage, bool machine,
    const struct why_group *g, struct why_time *t)
{
	enum why_kind kind = kind_of(t->stage);
	const struct why_group *only = stage[t->stage].only;

	if (machine) {
		kind = WHY_BY_MACHINE;
		only = NULL;
	} else if (t->stage == WHY_WHOLE &&
	    goes_with(&stage[WHY_WHOLE], &stage[WHY_PROVING])) {
		kind = WHY_BY_PROVING;
		only = NULL;
	}
	if (t->common != 0)
		add_cause(w, kind, only, t, t->common, t->by_common);
	if (t->own != 0 && !is_of_proofs(g, t)) {
		add_cause(w, kind_of(t->stage), g, t, t->own, t->by_own);
		t->by_own = 0;
	}
}

void
why_rates(struct why *w)
{
	struct stage stage[WHY_STAGES] = { 0 };
	bool machine;

	measure(w);
	for (int i = 0; i < WHY_STAGES; i++) {
		stage[i] = look_at(w, (enum why_stage)i);
		stage[i].only = only_group(w, (enum why_stage)i);
	}
	machine = is_machine(stage);
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < w->group[i].ntimes; k++) {
			struct why_time *t = &w->group[i].time[k];

			if (!is_usable(t))
				continue;
			t->common = stage[t->stage].rate;
			set_own(w, t);
			split(t);
			name_causes(w, stage, machine, &w->group[i], t);
		}
}
