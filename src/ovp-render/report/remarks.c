/* SPDX-License-Identifier: MIT */
/* Reasons why the sides of a comparison are hard to compare, in sentences. */
#include <math.h>

#include "domain/metrics.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/times.h"
#include "remarks.h"

/* With so many runs on each side, more runs show little more. */
enum { ENOUGH_RUNS = 5 };

/* The number of groups that are named; the others are counted. */
enum { MAX_GROUPS = 5 };

static const struct aside *
next_named(const struct sheet *s, size_t bench, const char *name, size_t *at)
{
	if (*at == 0)
		*at = sheet_asides(s, bench);
	while (*at < s->nasides && s->aside[*at].bench == bench) {
		const struct aside *a = &s->aside[(*at)++];

		if (slice_starts(a->name, slice_str(name)))
			return a;
	}
	return NULL;
}

static bool
paired(struct recout *o, const struct sheet *s, size_t bench,
    const struct voice *voice)
{
	static const char prefix[] = "note.paired.";
	size_t at = 0;
	const struct aside *a = next_named(s, bench, prefix, &at);

	if (a == NULL)
		return false;
	voice->name(o, s->benches.key[bench].bytes);
	recout_str(o, " is compared with ");
	voice->name(o,
	    (struct slice){ a->name.at + strlen(prefix),
		a->name.n - strlen(prefix) });
	recout_char(o, '.');
	return true;
}

/* `note.prover.v1.v2': the baseline's first. */
static bool
provers(struct recout *o, const struct sheet *s, size_t bench,
    const struct voice *voice)
{
	static const char prefix[] = "note.prover.";
	const struct aside *a;
	size_t at = 0, n = 0;

	while ((a = next_named(s, bench, prefix, &at)) != NULL) {
		struct slice base = { a->name.at + strlen(prefix),
			a->name.n - strlen(prefix) };
		const char *dot = memchr(base.at, '.', base.n);
		struct slice now;

		if (dot == NULL)
			continue;
		now = (struct slice){ dot + 1,
			base.n - (size_t)(dot + 1 - base.at) };
		base.n = (size_t)(dot - base.at);
		recout_str(o,
		    n++ == 0 ? "The baseline is of a " : ", and of a ");
		voice->name(o, base);
		recout_str(o, " prover, this run of a ");
		voice->name(o, now);
		recout_str(o, " one");
	}
	if (n > 0)
		recout_str(o, ": cells, rates and causes are not compared.");
	return n > 0;
}

static bool
best_of(struct recout *o, const struct sheet *s, size_t bench)
{
	size_t at = 0;
	const struct aside *a = next_named(s, bench, "note.best_of", &at);

	if (a == NULL || !a->now.known)
		return false;
	recout_str(o, "Times and rates are the best of ");
	put_value(o, a->now.n);
	recout_str(o, " runs on either side.");
	return true;
}

static bool
machine_out(struct recout *o, const struct sheet *s, size_t bench)
{
	size_t at = 0;
	const struct aside *a = next_named(s, bench, "note.machine_out", &at);

	if (a == NULL || !value_is_finite(a->now))
		return false;
	recout_str(o,
	    "For the gates the machine is taken out of times and "
	    "rates: times are ");
	put_pct(o, (a->now.n.real - 1) * 100);
	recout_str(o, " by it.");
	return true;
}

static bool
same_run(struct recout *o, const struct sheet *s, size_t bench)
{
	size_t at = 0;
	const struct aside *a = next_named(s, bench, "note.same_run", &at);

	if (a == NULL || !a->now.known || !a->base.known)
		return false;
	if (a->base.n.real == 1) {
		recout_str(o, "The baseline is this very run");
	} else {
		recout_str(o, "Run ");
		put_value(o, a->now.n);
		recout_str(o, " of ");
		put_value(o, a->base.n);
		recout_str(o, " in the baseline is this very run");
	}
	recout_str(o, ": every value is equal.");
	return true;
}

/* If it is all of them, the line on what is compared says so. */
static bool
machines(struct recout *o, const struct sheet *s, size_t bench)
{
	size_t at = 0;
	const struct aside *a = next_named(s, bench, "note.machines", &at);

	if (a == NULL || !a->now.known || !a->base.known ||
	    number_cmp(a->now.n, a->base.n) == 0)
		return false;
	recout_str(o, "Of the ");
	put_value(o, a->base.n);
	recout_str(o, " runs in the baseline, ");
	put_value(o, a->now.n);
	recout_str(o,
	    a->now.n.real == 1 ? " is of another machine." :
				 " are of other machines.");
	return true;
}

static bool
counted(struct recout *o, const struct sheet *s, size_t bench, bool now,
    const struct voice *voice)
{
	static const char prefix[] = "note.counted.";
	const struct aside *a;
	size_t at = 0, n = 0;

	while ((a = next_named(s, bench, prefix, &at)) != NULL) {
		if (a->now.known != now)
			continue;
		recout_str(o, n++ == 0 ? "" : ", ");
		voice->metric(o,
		    (struct slice){ a->name.at + strlen(prefix),
			a->name.n - strlen(prefix) });
	}
	if (n > 0)
		recout_printf(o,
		    " %s counted in %s only: counting takes "
		    "time, so that times do not compare.",
		    n == 1 ? "is" : "are", now ? "this run" : "the baseline");
	return n > 0;
}

static void
put_both(struct recout *o, const struct aside *a)
{
	put_value(o, a->now.n);
	recout_str(o, " instead of ");
	put_value(o, a->base.n);
}

static bool
groups(struct recout *o, const struct sheet *s, size_t bench)
{
	size_t at = 0;
	const struct aside *a = next_named(s, bench, "note.groups", &at);

	if (a == NULL)
		return false;
	recout_str(o, "The number of groups with proofs differs: ");
	put_both(o, a);
	recout_char(o, '.');
	return true;
}

static bool
proofs(struct recout *o, const struct sheet *s, size_t bench,
    const struct voice *voice)
{
	const struct aside *a;
	size_t at = 0, n = 0;

	while ((a = next_named(s, bench, "note.proofs", &at)) != NULL) {
		if (++n > MAX_GROUPS)
			continue;
		recout_str(o, n == 1 ? "The number of proofs differs: " : ", ");
		for (size_t k = 0; k < s->nkeys; k++) {
			voice->name(o, a->key[k]);
			recout_char(o, ' ');
		}
		put_both(o, a);
	}
	if (n > MAX_GROUPS)
		recout_printf(o, " and %zu more groups", n - MAX_GROUPS);
	recout_str(o, n > 0 ? "." : "");
	return n > 0;
}

void
remarks_row(struct recout *o, const struct sheet *s, const struct row *r)
{
	const struct aside *a;
	size_t at = 0;

	while ((a = next_named(s, r->bench, "note.proofs", &at)) != NULL) {
		if (s->nkeys == 0 || a->key[0].at != r->key[0].at)
			continue;
		recout_str(o, " (");
		put_value(o, a->now.n);
		recout_str(o, a->now.n.real == 1 ? " proof" : " proofs");
		recout_str(o, " instead of ");
		put_value(o, a->base.n);
		recout_char(o, ')');
		return;
	}
}

bool
remarks_note(struct recout *o, const struct sheet *s, size_t bench,
    enum note which, const struct voice *voice)
{
	switch (which) {
	case NOTE_PAIRED:
		return paired(o, s, bench, voice);
	case NOTE_PROVER:
		return provers(o, s, bench, voice);
	case NOTE_BEST:
		return best_of(o, s, bench);
	case NOTE_MACHINE_OUT:
		return machine_out(o, s, bench);
	case NOTE_SAME_RUN:
		return same_run(o, s, bench);
	case NOTE_MACHINES:
		return machines(o, s, bench);
	case NOTE_COUNTED_NOW:
	case NOTE_COUNTED_BASE:
		return counted(o, s, bench, which == NOTE_COUNTED_NOW, voice);
	case NOTE_GROUPS:
		return groups(o, s, bench);
	case NOTE_PROOFS:
		return proofs(o, s, bench, voice);
	case NOTES:
		break;
	}
	return false;
}

/* The row of a bench's proof time: its total, else its longest. */
static const struct row *
find_time(const struct sheet *s, size_t from, size_t end)
{
	const struct row *longest = NULL;

	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];

		struct value mde = row_judged(r, JUDGED_MDE);

		if (!value_is_finite(mde) || !row_now(r, STAT_AVG).known)
			continue;
		if (s->by_group && times_is_total(r) &&
		    slice_eq(r->metric, metrics_named(ROLE_SECONDS)))
			return r;
		if (slice_eq(r->metric, metrics_named(ROLE_TOTAL)) &&
		    (longest == NULL ||
			row_now(r, STAT_AVG).n.real >
			    row_now(longest, STAT_AVG).n.real))
			longest = r;
	}
	return longest;
}

/* Two digits, rounded up: a lower limit would promise too much. */
static double
limit(double pct)
{
	double digit = pct >= 10 ? 1 : 0.1;

	return ceil(pct / digit - 1e-9) * digit;
}

void
remarks_limit(struct recout *o, double pct)
{
	recout_printf(o, "%g%%", limit(pct));
}

static void
put_runs(struct recout *o, uint64_t least, uint64_t most, bool words)
{
	if (least == most)
		recout_printf(o, "%llu", (unsigned long long)least);
	else
		recout_printf(o, "%llu to %llu", (unsigned long long)least,
		    (unsigned long long)most);
	if (words)
		recout_str(o, most == 1 ? " run" : " runs");
}

/* The least and the most runs behind the proof times of the benches. */
struct sight {
	size_t benches;
	uint64_t least[2], most[2]; /* runs: now, of the baseline */
	double low, high;
};

static void
look(struct sight *v, const struct row *r)
{
	uint64_t runs[2] = { r->runs->now, r->runs->base };
	double mde = row_judged(r, JUDGED_MDE).n.real;

	for (size_t i = 0; i < 2; i++) {
		if (v->benches == 0 || runs[i] < v->least[i])
			v->least[i] = runs[i];
		if (v->benches == 0 || runs[i] > v->most[i])
			v->most[i] = runs[i];
	}
	v->low = v->benches == 0 ? mde : fmin(v->low, mde);
	v->high = v->benches == 0 ? mde : fmax(v->high, mde);
	v->benches++;
}

bool
remarks_sight(struct recout *o, const struct sheet *s, size_t from, size_t end)
{
	struct sight v = { 0 };
	size_t to;

	for (; from < end; from = to) {
		const struct row *r;

		to = sheet_bench_end(s, from);
		r = find_time(s, from, to);
		if (r != NULL)
			look(&v, r);
	}
	if (v.benches == 0)
		return false;
	recout_str(o, "With ");
	put_runs(o, v.least[0], v.most[0], true);
	recout_str(o, " against ");
	put_runs(o, v.least[1], v.most[1], false);
	recout_str(o, ", a change of proof time below ");
	remarks_limit(o, v.low);
	if (limit(v.low) < limit(v.high)) {
		recout_str(o, " to ");
		remarks_limit(o, v.high);
		recout_str(o, ", by benchmark,");
	}
	recout_str(o, " can't be told from noise");
	if (v.least[0] < ENOUGH_RUNS || v.least[1] < ENOUGH_RUNS)
		recout_str(o, "; more runs show smaller ones");
	recout_char(o, '.');
	return true;
}
