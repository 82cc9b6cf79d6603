/* SPDX-License-Identifier: MIT */
/* The answer of a comparison in sentences: the size and cause of a change. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "clause.h"
#include "domain/metrics.h"
#include "head.h"
#include "head_since.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/importance.h"
#include "ovp-render/sheet/origin.h"
#include "ovp-render/sheet/statistic.h"
#include "ovp-render/sheet/times.h"
#include "quantity.h"
#include "remarks.h"
#include "stream/levels.h"

/* A cause is reported if its effect is this share of the largest one. */
#define WORTH_TELLING 0.02

/* Causes within this factor are alike. */
#define ALIKE 1.25

/* The change without a cause is reported from this share of the whole on. */
#define REST 0.15

/* A fine row is named if it has this share of a row's change. */
#define MOST 0.5

/* Shares in percent are rounded, so their sum may differ from 0 by this. */
#define NOUGHT 0.00002

/* A change is reported, noise or not, from this share of the time on. */
#define TRIFLE 0.0005

static const struct row *
find_total(const struct sheet *s, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (s->row[i].time > 0 && times_is_total(&s->row[i]) &&
		    slice_eq(s->row[i].metric, metrics_named(ROLE_SECONDS)))
			return &s->row[i];
	return NULL;
}

static bool
has_moved(const struct row *r)
{
	return r->verdict == VERDICT_WORSE || r->verdict == VERDICT_BETTER;
}

/* Whether a proof time, or if none is known any time, changed for sure. */
static bool
any_moved(const struct sheet *s, size_t from, size_t end)
{
	struct slice total = metrics_named(ROLE_TOTAL);
	bool proof = false, other = false, any = false;

	for (size_t i = from; i < end; i++) {
		const struct row *r = &s->row[i];

		if (r->time > 0 || slice_eq(r->metric, total)) {
			any = true;
			proof = proof || has_moved(r);
		} else if (slice_ends(r->metric, SLICE("_time_ms"))) {
			other = other || has_moved(r);
		}
	}
	return any ? proof : other;
}

/*
 * Counts rows that changed, explained or not: either the proof times, which
 * follow from other rows, or those other rows.
 */
static void
take_rows(struct head *h, bool times)
{
	for (size_t i = h->from; i < h->end; i++) {
		const struct row *r = &h->s->row[i];

		if (!verdict_is_change(r->verdict) ||
		    (h->s->by_group && r->time > 0) != times)
			continue;
		h->nchanged++;
		if (h->most == NULL || r->weight > h->most->weight)
			h->most = r;
	}
}

/*
 * Takes the bench's time: that of all causes together, since each is a share of
 * it; without causes, that of its row. Drops the row if the two differ.
 */
static void
take_time(struct head *h)
{
	const struct row *r = h->total;
	double sum = 0;
	bool summed = false;

	if (r != NULL && value_is_finite(row_now(r, STAT_AVG)) &&
	    value_is_finite(row_base(r, STAT_AVG)) &&
	    row_base(r, STAT_AVG).n.real > 0) {
		h->timed = true;
		h->base = row_base(r, STAT_AVG).n.real * 1000;
		h->now = row_now(r, STAT_AVG).n.real * 1000;
	}
	for (size_t i = sheet_asides(h->s, h->bench);
	     i < h->s->nasides && h->s->aside[i].bench == h->bench; i++) {
		const struct aside *a = &h->s->aside[i];
		enum cause_kind kind = cause_kind(a);

		if (kind == CAUSES)
			continue;
		sum += value_is_finite(a->pct) ? a->pct.n.real : 0;
		if (kind != CAUSE_OTHER || !(a->base.n.real > 0))
			continue;
		if (!h->timed ||
		    fabs(a->base.n.real - h->base) > h->base / 1000)
			h->total = NULL;
		h->timed = true;
		h->base = a->base.n.real;
		summed = true;
	}
	if (summed)
		h->now = fabs(sum) < NOUGHT ? h->base :
					      h->base * (1 + sum / 100);
	/* Infinite times are not reported. */
	h->timed = h->timed && isfinite(h->now) && isfinite(h->base);
}

/* Whether a cause belongs to one AIR. */
static bool
is_of_air(const struct head *h, const struct aside *a)
{
	return h->s->levelled && a->key[1 + FINE_AIR_NAME].n > 0;
}

/* Adds a cause, or joins it with the other AIRs of its group. */
static void
take_cause(struct head *h, const struct aside *a, struct head_cause *all,
    size_t *n)
{
	double ms = h->timed && value_is_finite(a->pct) ?
	    h->base * a->pct.n.real / 100 :
	    0;

	for (size_t i = 0; is_of_air(h, a) && i < *n; i++) {
		struct head_cause *c = &all[i];

		if (c->nairs == 0 || c->of->key[0].at != a->key[0].at)
			continue;
		c->ms += ms;
		if (c->nairs < HEAD_AIRS)
			c->air[c->nairs] = a;
		c->nairs++;
		return;
	}
	all[(*n)++] = (struct head_cause){ .of = a,
		.kind = cause_kind(a),
		.ms = ms,
		.air = { a },
		.nairs = is_of_air(h, a) };
}

/* A rate follows from a count, so of two similar ones the count goes first. */
static double
size_of(const struct head_cause *c)
{
	return fabs(c->ms) * (cause_is_counted(c->kind) ? ALIKE : 1);
}

static int
by_size(const void *a, const void *b)
{
	double x = size_of(a), y = size_of(b);

	return x > y ? -1 : x < y;
}

/* A rate, or a number that hardly changed. */
static bool
may_be_trifle(const struct head_cause *c)
{
	double base = c->of->base.n.real;

	return !cause_is_counted(c->kind) ||
	    fabs(c->of->now.n.real - base) < fabs(base) / 1000;
}

static void
take_causes(struct head *h)
{
	size_t from = sheet_asides(h->s, h->bench), to = from, n = 0;
	struct head_cause *all;

	while (to < h->s->nasides && h->s->aside[to].bench == h->bench)
		to++;
	all = mem_zalloc(to - from + 1, sizeof(*all));
	for (size_t i = from; i < to; i++) {
		enum cause_kind kind = cause_kind(&h->s->aside[i]);

		if (kind != CAUSE_OTHER && kind != CAUSES)
			take_cause(h, &h->s->aside[i], all, &n);
	}
	if (n > 0 && mergesort(all, n, sizeof(*all), by_size) != 0)
		fail("out of memory");
	for (size_t i = 0; i < n; i++) {
		/* A trifle is dropped beside larger causes. */
		if (i > 0 && h->timed && may_be_trifle(&all[i]) &&
		    fabs(all[i].ms) < WORTH_TELLING * fabs(all->ms))
			continue;
		h->rest -= all[i].ms;
		if (h->ncauses < HEAD_CAUSES) {
			h->cause[h->ncauses++] = all[i];
			continue;
		}
		h->more += all[i].ms;
		h->nmore++;
	}
	free(all);
}

void
head_of(struct head *h, const struct sheet *s, const struct air_changes *airs,
    size_t from, size_t end)
{
	enum verdict whole = counts_whole(s, from, end);
	bool matters;

	*h = (struct head){ .s = s,
		.airs = airs,
		.from = from,
		.end = end,
		.bench = s->row[from].bench };
	if (whole != VERDICT_NONE) {
		h->change = whole == VERDICT_NEW ? HEAD_NEW : HEAD_GONE;
		return;
	}
	h->total = find_total(s, from, end);
	h->noise = !any_moved(s, from, end);
	take_rows(h, false);
	if (h->nchanged == 0)
		take_rows(h, true);
	take_time(h);
	h->rest = h->now - h->base;
	take_causes(h);
	matters = h->ncauses > 0 && fabs(h->cause->ms) >= TRIFLE * h->base;
	if (h->timed &&
	    (matters ||
		(h->total != NULL && verdict_is_change(h->total->verdict))))
		h->change = h->noise &&
			fabs(h->now - h->base) < TRIFLE * h->base ?
		    HEAD_NOTHING :
		    h->now > h->base ? HEAD_SLOWER :
				       HEAD_FASTER;
	else if (!h->timed && h->ncauses > 0)
		h->change = HEAD_WORK;
}

static void
put_bench(struct recout *o, const struct head *h, const struct voice *voice)
{
	struct slice name = h->s->benches.key[h->bench].bytes;

	if (name.n > 0)
		voice->name(o, name);
	else
		recout_str(o, "(no name)");
}

/* `1.82 s (3.1%, +1.1% to +5.0%) slower, within noise' */
static void
put_change(struct recout *o, const struct head *h)
{
	const struct row *r = h->total;

	put_ms(o, fabs(h->now - h->base));
	recout_str(o, " (");
	put_size(o, fabs(h->now - h->base) / h->base * 100);
	if (r != NULL && verdict_is_change(r->verdict) &&
	    value_is_finite(row_judged(r, JUDGED_LOW)) &&
	    value_is_finite(row_judged(r, JUDGED_HIGH))) {
		recout_str(o, ", interval ");
		put_interval(o, row_judged(r, JUDGED_LOW).n.real,
		    row_judged(r, JUDGED_HIGH).n.real);
	}
	recout_printf(o, ") %s%s", h->now > h->base ? "slower" : "faster",
	    h->noise ? ", within noise" : "");
}

/* The group with most of the change, or NULL. */
static const struct row *
find_group(const struct head *h)
{
	const struct row *most = NULL;
	double size = 0.5; /* of the change */

	for (size_t i = h->from; i < h->end; i++) {
		const struct row *r = &h->s->row[i];
		double d = (row_now(r, STAT_AVG).n.real -
			       row_base(r, STAT_AVG).n.real) *
		    1000 / (h->now - h->base);

		if (r->time == 0 || times_is_total(r) ||
		    !slice_eq(r->metric, metrics_named(ROLE_SECONDS)) ||
		    !value_is_finite(row_now(r, STAT_AVG)) ||
		    !value_is_finite(row_base(r, STAT_AVG)) || d <= size)
			continue;
		most = r;
		size = d;
	}
	return most;
}

static void
put_where(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = find_group(h);

	if (r == NULL)
		return;
	recout_str(o, ", most of it in ");
	voice->name(o, r->key[0]);
	recout_str(o, " (");
	put_difference(o, row_now(r, STAT_AVG).n, row_base(r, STAT_AVG).n);
	recout_str(o, " s)");
}

/* `: no change beyond noise: proof time 58.06 s, +10 ms (+0.0%)' */
static void
put_nothing(struct recout *o, const struct head *h)
{
	if (!h->timed && h->nchanged > 0)
		return;
	recout_str(o, ": no change");
	if (!h->timed)
		return;
	recout_str(o, " beyond noise: proof time ");
	put_ms(o, h->base);
	recout_str(o, h->now < h->base ? ", -" : ", +");
	put_ms(o, fabs(h->now - h->base));
	recout_str(o, " (");
	put_pct(o, (h->now / h->base - 1) * 100);
	recout_char(o, ')');
}

/* The change that would have gone unseen. */
static void
put_unseen(struct recout *o, const struct head *h)
{
	const struct row *r = h->total;

	if (h->change != HEAD_NOTHING || r == NULL ||
	    !value_is_finite(row_judged(r, JUDGED_MDE)))
		return;
	recout_str(o, "; less than ");
	remarks_limit(o, row_judged(r, JUDGED_MDE).n.real);
	recout_str(o, " could not have been seen");
}

static bool
both_finite(const struct row *r, enum statistic stat)
{
	return value_is_finite(row_now(r, stat)) &&
	    value_is_finite(row_base(r, stat));
}

/* The AIR, opcode or proof with most of the change of a row, or NULL. */
static const struct row *
find_fine(const struct head *h, const struct row *of)
{
	enum statistic stat = statistic_judged(h->s, of);
	const struct row *most = NULL;
	double size;

	if (!both_finite(of, stat))
		return NULL;
	size = MOST *
	    fabs(row_now(of, stat).n.real - row_base(of, stat).n.real);
	for (size_t i = 0; i < h->s->nfine; i++) {
		const struct row *r = &h->s->fine[i];
		double d;

		if (r->bench != h->bench || r->key[0].at != of->key[0].at ||
		    !slice_eq(r->metric, of->metric) ||
		    !verdict_is_change(r->verdict) || !both_finite(r, stat))
			continue;
		d = fabs(row_now(r, stat).n.real - row_base(r, stat).n.real);
		if (d <= size)
			continue;
		most = r;
		size = d;
	}
	return most;
}

/* `: most of it KeccakfOpAir, 104,857,600 to 209,715,200' */
static void
put_fine(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = find_fine(h, h->most);
	enum statistic stat = statistic_judged(h->s, h->most);

	if (r == NULL)
		return;
	recout_str(o, ": most of it ");
	for (size_t k = 0; k < FINES; k++) {
		if (r->key[1 + k].n == 0)
			continue;
		recout_str(o,
		    k == FINE_SEGMENT ? "segment " :
			k == FINE_IDX ? "proof " :
					"");
		voice->metric(o, r->key[1 + k]);
		recout_str(o, ", ");
	}
	/* Each proof has the same columns. */
	if (metric_has(r->is, ROLE_AIR_MAIN) && both_finite(r, STAT_MAX))
		stat = STAT_MAX;
	put_value(o, row_base(r, stat).n);
	recout_str(o, " to ");
	put_value(o, row_now(r, stat).n);
}

/* `: 3 metrics changed, most of all cells of app_proof (+100.0%)' */
static void
put_rows(struct recout *o, const struct head *h, const struct voice *voice)
{
	const struct row *r = h->most;
	enum statistic stat = statistic_judged(h->s, r);
	struct value now = row_now(r, stat), base = row_base(r, stat);

	recout_printf(o, "%s %zu metric%s changed%s ", h->timed ? ";" : ":",
	    h->nchanged, h->nchanged == 1 ? "" : "s",
	    h->nchanged == 1 ? ":" : ", most of all");
	voice->metric(o, r->metric);
	for (size_t k = 0; k < h->s->nkeys; k++) {
		if (r->key[k].n == 0)
			continue;
		recout_str(o, k == 0 ? " of " : ", ");
		voice->name(o, r->key[k]);
	}
	if (value_is_finite(now) && value_is_finite(base) && base.n.real != 0) {
		recout_str(o, " (");
		put_percent(o, now.n, base.n);
		recout_char(o, ')');
	}
	if (h->s->levelled)
		put_fine(o, h, voice);
}

/* A warning that comes before any time. */
static void
put_machines(struct recout *o, const struct head *h, const struct voice *voice)
{
	struct slice now, base;
	struct origin of;

	origin_of(h->s, h->from, h->end, &of);
	if (!origin_differs(h->s, &of, &now, &base))
		return;
	recout_str(o, "Another machine (");
	voice->name(o, now);
	recout_str(o, ", the baseline ");
	voice->name(o, base);
	recout_str(o, "), so that times do not compare: ");
}

/* Says that the gates judge something other than this head. */
static void
put_machine_out(struct recout *o, const struct head *h)
{
	const struct sheet *s = h->s;

	for (size_t i = sheet_asides(s, h->bench);
	     i < s->nasides && s->aside[i].bench == h->bench; i++)
		if (slice_eq(s->aside[i].name, SLICE("note.machine_out")))
			recout_str(o, "; the gates leave the machine out");
}

void
head_put(struct recout *o, const struct head *h, const struct voice *voice)
{
	put_machines(o, h, voice);
	put_bench(o, h, voice);
	switch (h->change) {
	case HEAD_NEW:
		recout_str(o, " is new: the baseline has none of this name.");
		return;
	case HEAD_GONE:
		recout_str(o, " is gone: only the baseline has it.");
		return;
	case HEAD_NOTHING:
		put_nothing(o, h);
		break;
	case HEAD_SLOWER:
	case HEAD_FASTER:
		recout_str(o, " is ");
		put_change(o, h);
		break;
	case HEAD_WORK:
		break;
	}
	if (h->ncauses > 0) {
		bool against = h->timed &&
		    h->cause->ms * (h->now - h->base) < 0;

		recout_str(o,
		    h->change == HEAD_NOTHING ? ", but " :
			against               ? ", although " :
						": ");
		clause_put(o, h, h->cause, voice);
	} else if (h->change != HEAD_NOTHING) {
		put_where(o, h, voice);
	} else if (h->nchanged > 0) {
		put_rows(o, h, voice);
	}
	put_unseen(o, h);
	put_machine_out(o, h);
	head_put_since(o, h, voice);
	recout_char(o, '.');
}

static void
put_share(struct recout *o, double ms)
{
	recout_char(o, ms < 0 ? '-' : '+');
	put_ms(o, fabs(ms));
}

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
		put_share(o, h->more);
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
		put_share(o, h->cause->ms);
		recout_str(o, " of it; ");
	}
	put_share(o, h->rest);
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
		put_share(o, h->cause[i].ms);
		recout_str(o, ": ");
	}
	clause_put(o, h, &h->cause[i], voice);
	return true;
}

static int
by_change(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	double i = x->timed ? x->now - x->base : 0;
	double j = y->timed ? y->now - y->base : 0;

	if ((x->change == HEAD_NOTHING) != (y->change == HEAD_NOTHING))
		return x->change == HEAD_NOTHING ? 1 : -1;
	if (i != j)
		return i > j ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

struct head *
head_all(const struct sheet *s, const struct air_changes *airs, size_t *n)
{
	struct head *all = mem_zalloc(s->benches.n + 1, sizeof(*all));
	size_t end;

	*n = 0;
	for (size_t i = 0; i < s->n; i = end) {
		end = sheet_bench_end(s, i);
		head_of(&all[(*n)++], s, airs, i, end);
	}
	if (*n > 0)
		qsort(all, *n, sizeof(*all), by_change);
	return all;
}

static void
put_number(struct recout *o, bool *any, size_t n, const char *what)
{
	if (n == 0)
		return;
	recout_printf(o, "%s%zu %s", *any ? ", " : "", n, what);
	*any = true;
}

void
head_put_overall(struct recout *o, const struct head *h, size_t n)
{
	size_t of[HEAD_GONE + 1] = { 0 };
	double now = 0, base = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		of[h[i].change]++;
		now += h[i].timed ? h[i].now : 0;
		base += h[i].timed ? h[i].base : 0;
	}
	recout_printf(o, "%zu benchmarks: ", n);
	put_number(o, &any, of[HEAD_SLOWER], "slower");
	put_number(o, &any, of[HEAD_FASTER], "faster");
	put_number(o, &any, of[HEAD_WORK], "with other work");
	put_number(o, &any, of[HEAD_NOTHING], "as before");
	put_number(o, &any, of[HEAD_NEW], "new");
	put_number(o, &any, of[HEAD_GONE], "gone");
	if (base > 0) {
		recout_str(o, now < base ? "; together -" : "; together +");
		put_ms(o, fabs(now - base));
		recout_str(o, " (");
		put_pct(o, (now / base - 1) * 100);
		recout_char(o, ')');
	}
	recout_char(o, '.');
}
