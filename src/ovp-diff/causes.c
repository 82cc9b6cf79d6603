/* SPDX-License-Identifier: MIT */
/* What a change of proof times is made of. */
#include <math.h>
#include <stdio.h>

#include "causes.h"
#include "write.h"

/* A statistic of a metric on both sides. */
struct pair {
	const struct series	*of;
	double			 now, base;
};

static const enum statistic total[] = { STAT_SUM, STAT_AVG };

/* The metric's sum, else its average, where both sides have it. */
static bool
find(const struct store *s, size_t place, const struct judgement *all,
    const char *metric, struct pair *p)
{
	const struct judgement *j;

	p->of = store_find(s, place, slice_str(metric));
	if (p->of == NULL)
		return false;
	j = &all[p->of - s->series];
	for (size_t i = 0; i < 2; i++) {
		enum statistic by = total[i];

		if ((j->median[NOW].known & j->median[BASE].known &
		    1u << by) == 0)
			continue;
		p->now = j->median[NOW].n[by].real;
		p->base = j->median[BASE].n[by].real;
		return true;
	}
	return false;
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
find_work(const struct store *s, size_t place, const struct judgement *all,
    struct pair *work)
{
	static const char *const metric[] = {
		"execute_preflight_insns", "execute_metered_insns",
		"execute_e1_insns", "total_cycles", "total_cells_used",
		"main_cells_used", "total_cells", "cells",
	};

	for (size_t i = 0; i < sizeof(metric) / sizeof(*metric); i++)
		if (find(s, place, all, metric[i], work) && work->now > 0 &&
		    work->base > 0)
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

/* Each list makes up the metric before it; spans within are not added. */
static void
write_parts(struct recout *o, const struct store *s, size_t place,
    const struct judgement *all, const struct pair *time)
{
	static const char *const part[] = {
		"execute_preflight_time_ms", "execute_e3_time_ms",
		"execute_time_ms", "trace_gen_time_ms",
		"stark_prove_excluding_trace_time_ms",
	};
	static const char *const inner[] = {
		"main_trace_commit_time_ms", "generate_perm_trace_time_ms",
		"perm_trace_commit_time_ms", "quotient_poly_compute_time_ms",
		"quotient_poly_commit_time_ms", "pcs_opening_time_ms",
		"prover.main_trace_commit_time_ms",
		"prover.rap_constraints_time_ms", "prover.openings_time_ms",
	};
	bool executed = false;
	struct pair p;

	for (size_t i = 0; i < sizeof(part) / sizeof(*part); i++) {
		/* One of the three ways to execute is in the total. */
		if ((i < 3 && executed) || !find(s, place, all, part[i], &p))
			continue;
		executed = true;
		write_cause(o, s, &p, "part", p.now, p.base,
		    (p.now - p.base) / time->base * 100);
	}
	for (size_t i = 0; i < sizeof(inner) / sizeof(*inner); i++)
		if (find(s, place, all, inner[i], &p))
			write_cause(o, s, &p, "within", p.now, p.base,
			    (p.now - p.base) / time->base * 100);
}

/* Whether a verdict says that something got better or worse. */
static bool
moved(const struct store *s, const struct judgement *all,
    const struct pair *p)
{
	enum verdict v = all[p->of - s->series].verdict;

	return v == VERDICT_BETTER || v == VERDICT_WORSE;
}

/*
 * The logarithm of the change of a place's rate; 0 where it is not known. Of
 * proofs whose work nobody counts, newer provers' aggregation, that of the
 * time alone.
 */
static double
rate_change(const struct store *s, size_t place, const struct judgement *all,
    size_t *counted)
{
	struct pair time, work;
	double change;

	if (!find(s, place, all, "total_proof_time_ms", &time) ||
	    time.now <= 0 || time.base <= 0)
		return 0;
	change = -log(time.now / time.base);
	if (!find_work(s, place, all, &work))
		return change;
	++*counted;
	return change + log(work.now / work.base);
}

/* Whether a proof time of the bench got better or worse. */
static bool
bench_moved(const struct store *s, const size_t *row, size_t n,
    const struct judgement *all)
{
	for (size_t i = 0; i < n; i++) {
		const struct pair p = { .of = &s->series[row[i]] };

		if (judge_is_proof_time(p.of->metric) && moved(s, all, &p))
			return true;
	}
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
		double change = i == 0 || s->series[row[i - 1]].place != place ?
		    rate_change(s, place, all, &counted) : 0;

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
	struct pair time, work;

	if (!find(s, place, all, "total_proof_time_ms", &time) ||
	    !moved(s, all, &time) || time.now <= 0 || time.base <= 0 ||
	    time.now == time.base)
		return;
	if (find_work(s, place, all, &work))
		write_split(o, s, &time, &work);
	write_parts(o, s, place, all, &time);
}
