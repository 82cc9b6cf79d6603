/* SPDX-License-Identifier: MIT */
/* The answer of a comparison: the size and causes of a change. */
#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "domain/metrics.h"
#include "head.h"
#include "ovp-render/sheet/counts.h"
#include "ovp-render/sheet/times.h"
#include "stream/levels.h"

/* A cause is reported if its effect is this share of the largest one. */
#define WORTH_TELLING 0.02

/* Causes within this factor are alike. */
#define ALIKE 1.25

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
