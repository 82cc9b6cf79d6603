/* SPDX-License-Identifier: MIT */
/* Verdicts on a family of noisy metrics. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "domain/clock.h"
#include "noisy.h"
#include "stats/family.h"
#include "summary.h"

/* A change below a thousandth counts as none, however certain it is. */
static const double trifle = 0.001;

double *
noisy_values(const struct runs *r, enum statistic by, size_t *n)
{
	double *x = mem_zalloc(r->n + 1, sizeof(*x));

	*n = 0;
	for (size_t i = 0; i < r->n; i++)
		if ((r->at[i].known & 1u << by) != 0)
			x[(*n)++] = r->at[i].n[by].real;
	return x;
}

double
noisy_step(const struct metric *m, const struct series *s)
{
	double step = clock_step(m);

	for (size_t side = 0; side < SIDES && step > 0; side++)
		for (size_t i = 0; i < s->side[side].n; i++) {
			const struct value *v = &s->side[side].at[i];

			if (!clock_has_whole(v->n, v->known, step))
				return 0;
		}
	return step;
}

double
noisy_least(const struct change *c, const struct metric *m, double step)
{
	double level = c->noise.level;

	/* One step of the clock is no change; reaching the floor is one. */
	return fmax(fmax(step * (1 + 1e-9), m->floor * (1 - 1e-9)),
	    trifle * fmax(fabs(level), fabs(level + c->off)));
}

double
noisy_smallest(const struct change *c, const struct metric *m, double p,
    double step)
{
	double seen = fmax(change_seen(c, p), noisy_least(c, m, step));

	return step > 0 ? step * ceil(seen / step - 1e-12) : seen;
}

void
noisy_add(struct noisy *f, const struct series *of, struct judgement *j)
{
	f->test = mem_grow(f->test, &f->cap, f->n, sizeof(*f->test));
	f->test[f->n++] = (struct noisy_test){ .of = of, .j = j };
}

/* Proof times of a place show one thing in several ways: serial, parallel. */
static void
count_alike(struct noisy *f)
{
	for (size_t from = 0, end; from < f->n; from = end) {
		for (end = from; end < f->n &&
		     f->test[end].of->place == f->test[from].of->place;
		     end++)
			;
		for (size_t i = from; i < end; i++)
			f->test[i].alike = judgement_is_proof_time(
					       f->test[i].j) ?
			    end - from :
			    1;
	}
}

/* How many of the baseline's last runs hold n that know the statistic. */
static size_t
runs_back(const struct runs *r, enum statistic by, size_t n)
{
	size_t i = r->n;

	while (n > 0)
		n -= (r->at[--i].known & 1u << by) != 0;
	return r->n - i;
}

/*
 * A history compared with itself has no change, even if its last stretch has.
 */
static bool
is_same(const struct runs *a, const struct runs *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!summary_equal(&a->at[i], &b->at[i]))
			return false;
	return true;
}

static enum change_by
across(const struct noisy *f, const struct metric *m)
{
	if (f->across == ACROSS_MEDIAN ||
	    (f->across == ACROSS_BEST && m->better == METRIC_NEITHER))
		return CHANGE_MEDIAN;
	return f->across == ACROSS_BEST && m->better == METRIC_HIGHER ?
	    CHANGE_MOST :
	    CHANGE_LEAST;
}

static void
run_test(const struct noisy *f, struct noisy_test *t)
{
	double least = f->alpha * (double)t->alike / (double)f->n;
	const struct series *of = t->of;
	bool same = is_same(&of->side[BASE], &of->side[NOW]);
	enum statistic by = t->j->by;
	size_t n, k;

	t->run[BASE] = noisy_values(&of->side[BASE], by, &n);
	t->run[NOW] = noisy_values(&of->side[NOW], by, &k);
	change_of(&t->change, t->run[BASE], n, t->run[NOW], k,
	    &(struct change_ask){ noisy_step(t->j->metric, of), least,
		across(f, t->j->metric) });
	t->j->across = t->change.by;
	t->j->m = t->change.m;
	judgement_measure(t->j, of,
	    same ? of->side[BASE].n :
		   runs_back(&of->side[BASE], by, t->change.noise.n),
	    of->side[NOW].n);
	t->j->tested = true;
	t->j->p = same ? 1 : t->change.p;
}

/*
 * The p-value that this test would have needed, given the others: with one more
 * discovery, and all rows like it. Proof times share a machine and a prover:
 * theirs is the geometric middle of that and the p-value if all change at once.
 */
static double
needed_p(const struct noisy *f, const struct noisy_test *t, size_t found)
{
	double n = (double)f->n, share;

	if (t->j->p > f->alpha * (double)found / n)
		found += t->alike;
	share = fmin(1, (double)found / n);
	return f->alpha * (judgement_is_proof_time(t->j) ? sqrt(share) : share);
}

static void
set_verdict(const struct noisy *f, struct noisy_test *t, size_t found)
{
	double step = noisy_step(t->j->metric, t->of);
	double level = fabs(t->change.noise.level) / 100;
	struct judgement *j = t->j;

	if (j->p <= f->alpha * (double)found / (double)f->n &&
	    fabs(j->change) > noisy_least(&t->change, j->metric, step))
		j->verdict = judgement_direction(j->metric, j->change);
	if (!j->has_pct)
		return;
	change_interval(&t->change, f->alpha, &j->low, &j->high);
	j->mde = noisy_smallest(&t->change, j->metric, needed_p(f, t, found),
		     step) /
	    level;
	j->low /= level;
	j->high /= level;
	/* A value that is not negative cannot fall by more than 100 %. */
	if (j->median[NOW].n[j->by].real >= 0)
		j->low = fmax(j->low, -100);
}

void
noisy_judge(struct noisy *f)
{
	double *p = mem_zalloc(f->n + 1, sizeof(*p));
	size_t found;

	count_alike(f);
	for (size_t i = 0; i < f->n; i++) {
		run_test(f, &f->test[i]);
		p[i] = f->test[i].j->p;
	}
	found = family_discoveries(p, f->n, f->alpha);
	for (size_t i = 0; i < f->n; i++) {
		set_verdict(f, &f->test[i], found);
		free(f->test[i].run[BASE]);
		free(f->test[i].run[NOW]);
	}
	free(p);
	free(f->test);
}
