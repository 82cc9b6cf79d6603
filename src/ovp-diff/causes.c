/* SPDX-License-Identifier: MIT */
/* What a change of proof times is made of. */
#include <math.h>
#include <stdio.h>

#include "causes.h"
#include "summary.h"
#include "write.h"

/* A statistic of a metric on both sides. */
struct pair {
	const struct series	*of;
	double			 now, base;
};

/* The proof time of a place, which its parts are parts of. */
struct whole {
	const struct store	*s;
	const struct judgement	*all, *j;	/* of all series; of the time */
	size_t			 place;
	struct pair		 time;
};

/*
 * The sums, else the averages, of a metric: medians of runs of its present
 * level, none of which is older than the present level of the whole.
 */
static bool
find(const struct whole *w, struct slice metric, struct pair *p)
{
	static const enum statistic total[] = { STAT_SUM, STAT_AVG };
	struct value v[SIDES];
	const struct judgement *j;

	p->of = store_find(w->s, w->place, metric);
	if (p->of == NULL)
		p->of = store_find(w->s, w->place, metrics_exported(metric));
	if (p->of == NULL)
		return false;
	j = &w->all[p->of - w->s->series];
	for (enum side i = BASE; i < SIDES; i++) {
		const struct runs *r = &p->of->side[i];
		size_t n = j->runs[i] < w->j->runs[i] ? j->runs[i] :
		    w->j->runs[i];

		if (n == 0)
			return false;
		v[i] = summary_of(r->at + r->n - n, n);
	}
	for (size_t i = 0; i < 2; i++)
		if ((v[NOW].known & v[BASE].known & 1u << total[i]) != 0) {
			p->now = v[NOW].n[total[i]].real;
			p->base = v[BASE].n[total[i]].real;
			return true;
		}
	return false;
}

/* The place's proof time, where it has a logarithm. */
static bool
find_whole(struct whole *w, const struct store *s, size_t place,
    const struct judgement *all)
{
	struct slice time = metrics_named(ROLE_TOTAL);
	const struct series *of = store_find(s, place, time);

	if (of == NULL)
		return false;
	*w = (struct whole){ .s = s, .all = all, .j = &all[of - s->series],
	    .place = place };
	return find(w, time, &w->time) && w->time.now > 0 && w->time.base > 0;
}

static void
write_cause(struct recout *o, const struct store *s, const struct pair *of,
    const char *what, double now, double base, double pct)
{
	const struct place *p = &s->place[of->of->place];
	struct slice metric = of->of->metric;
	char name[256];

	snprintf(name, sizeof(name), "cause.%s.%.*s", what,
	    (int)(metric.n < 200 ? metric.n : 200), metric.at);
	write_aside(o, s, &(struct aside){
		.bench = p->bench, .key = p->key, .kind = "cause",
		.name = name, .known = { true, true }, .value = { base, now },
		.has_pct = true, .pct = pct,
	});
}

/* What is counted of the work, the closest to the time first. */
static bool
find_work(const struct whole *w, struct pair *work)
{
	struct slice metric;

	for (size_t i = 0; (metric = metrics_with(ROLE_WORK, i)).n > 0; i++)
		if (find(w, metric, work) && work->now > 0 && work->base > 0)
			return true;
	return false;
}

/* log(time) = log(work) - log(rate): shares of the logarithm add up. */
static void
write_split(struct recout *o, const struct store *s, const struct pair *time,
    const struct pair *work)
{
	double ratio = log(time->now / time->base);
	double pct = (time->now - time->base) / time->base * 100;
	double share = log(work->now / work->base) / ratio;

	write_cause(o, s, work, "work", work->now, work->base, share * pct);
	write_cause(o, s, work, "rate", work->now / time->now,
	    work->base / time->base, pct - share * pct);
}

/* The parts of a metric on both sides, each as a row of that kind. */
static void
write_parts(struct recout *o, const struct whole *w, struct slice whole,
    const char *what)
{
	bool executed = false;
	struct slice metric;
	struct pair p;

	for (size_t i = 0; (metric = metrics_part(whole, i)).n > 0; i++) {
		bool execute = (metrics_find(metric)->roles & ROLE_EXECUTE) !=
		    0;

		/* One of the ways to execute is in the total. */
		if ((execute && executed) || !find(w, metric, &p))
			continue;
		executed = executed || execute;
		write_cause(o, w->s, &p, what, p.now, p.base,
		    (p.now - p.base) / w->time.base * 100);
	}
}

static bool
moved(const struct judgement *j)
{
	return j->verdict == VERDICT_BETTER || j->verdict == VERDICT_WORSE;
}

/* Whether a group has as many proofs as it had, as far as is known. */
static bool
same_number(const struct judgement *j)
{
	const struct value *now = &j->median[NOW], *base = &j->median[BASE];

	return (now->known & base->known & 1u << STAT_COUNT) == 0 ||
	    number_cmp(now->n[STAT_COUNT], base->n[STAT_COUNT]) == 0;
}

/*
 * The logarithm of the change of a place's rate; 0 where it is not known. Of
 * proofs whose work nobody counts, newer provers' aggregation, that of the
 * time alone. What a proof costs by itself, machine or no machine, is not told
 * apart where their number changed.
 */
static double
rate_change(const struct store *s, size_t place, const struct judgement *all,
    size_t *counted)
{
	struct whole w;
	struct pair work;
	double change;

	if (!find_whole(&w, s, place, all) || !same_number(w.j))
		return 0;
	change = -log(w.time.now / w.time.base);
	if (!find_work(&w, &work))
		return change;
	++*counted;
	return change + log(work.now / work.base);
}

/* Whether a proof time of the bench got better or worse. */
static bool
bench_moved(const struct store *s, const size_t *row, size_t n,
    const struct judgement *all)
{
	for (size_t i = 0; i < n; i++)
		if (judge_is_proof_time(&all[row[i]]) &&
		    !store_is_fine(s, s->series[row[i]].place) &&
		    moved(&all[row[i]]))
			return true;
	return false;
}

void
causes_write_machine(struct recout *o, const struct store *s,
    const size_t *row, size_t rows, const struct judgement *all)
{
	double sum = 0, least = INFINITY, most = -INFINITY, mean;
	size_t n = 0, counted = 0;

	if (!bench_moved(s, row, rows, all))
		return;
	for (size_t i = 0; i < rows; i++) {
		size_t place = s->series[row[i]].place;
		double change;

		if ((i > 0 && s->series[row[i - 1]].place == place) ||
		    store_is_fine(s, place))
			continue;
		change = rate_change(s, place, all, &counted);
		if (change == 0)
			continue;
		n++;
		sum += change;
		least = fmin(least, change);
		most = fmax(most, change);
	}
	if (n < 2 || counted == 0)
		return;
	mean = sum / (double)n;
	if (fabs(mean) < 0.02 || least < mean - fabs(mean) / 2 ||
	    most > mean + fabs(mean) / 2)
		return;
	write_aside(o, s, &(struct aside){
		.bench = s->place[s->series[*row].place].bench,
		.kind = "cause", .name = "cause.machine",
		.known = { true, true }, .value = { 1, exp(mean) },
		.has_pct = true, .pct = expm1(mean) * 100,
	});
}

void
causes_write(struct recout *o, const struct store *s, size_t place,
    const struct judgement *all)
{
	struct whole w;
	struct pair work;

	if (!find_whole(&w, s, place, all) || !moved(w.j) ||
	    w.time.now == w.time.base)
		return;
	if (find_work(&w, &work))
		write_split(o, s, &w.time, &work);
	write_parts(o, &w, metrics_named(ROLE_TOTAL), "part");
	write_parts(o, &w, metrics_named(ROLE_PROVE), "within");
}
