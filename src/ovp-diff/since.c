/* SPDX-License-Identifier: MIT */
/* Older levels of the baseline. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/glob.h"
#include "base/mem.h"
#include "noisy.h"
#include "since.h"
#include "stats/changes.h"
#include "stats/order.h"
#include "summary.h"
#include "write.h"

enum {
	BESIDE = 2, /* runs on either side of one */
	HASH = 7,   /* digits of a commit */
};

/*
 * Small steps must add up to this, in per cent, and to this many times the
 * largest of them.
 */
static const double least = 3, times = 1.6;

/* The runs of the baseline that know the statistic; *n is their number. */
static const struct value **
known_runs(const struct series *of, enum statistic by, size_t *n)
{
	const struct runs *r = &of->side[BASE];
	const struct value **v = mem_zalloc(r->n + 1, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < r->n; i++)
		if ((r->at[i].known & 1u << by) != 0)
			v[(*n)++] = &r->at[i];
	return v;
}

/* Whether a run carries the value that the reference names. */
static bool
carries(const struct store *s, const struct value *v,
    const struct reference *ref)
{
	const struct history *h = &s->history[BASE];

	for (size_t i = 0; i < h->ncolumns; i++)
		if (slice_eq(h->column[i], ref->column))
			return glob_match(ref->glob,
			    history_carried(h, v->run, i));
	return false;
}

/* The index of the run among n; the first if there are too few. */
static bool
find_place(const struct store *s, const struct value *const *v, size_t n,
    const struct reference *ref, size_t *at)
{
	if (ref->back > 0) {
		*at = n > ref->back ? n - ref->back : 0;
		return n > 0;
	}
	for (*at = n; (*at)-- > 0;)
		if (carries(s, v[*at], ref))
			return true;
	return false;
}

static struct number
level_at(const struct value *const *v, size_t n, size_t at, enum statistic by)
{
	size_t from = at > BESIDE ? at - BESIDE : 0, k = 0;
	double x[2 * BESIDE + 1];

	for (size_t i = from; i < n && i <= at + BESIDE; i++)
		x[k++] = v[i]->n[by].real;
	return number_real(order_median(x, k));
}

bool
since_reference(const struct store *s, const struct series *of,
    const struct judgement *j, const struct reference *ref, struct since *since)
{
	size_t n, at;
	const struct value **v = known_runs(of, j->by, &n);
	bool found = find_place(s, v, n, ref, &at);

	if (found)
		*since = (struct since){
			.run = v[at]->run,
			.level = j->metric->class == METRIC_EXACT ?
			    v[at]->n[j->by] :
			    level_at(v, n, at, j->by),
		};
	free(v);
	return found;
}

void
since_apply(struct judgement *j, const struct since *since)
{
	double from = fabs(since->level.real);

	j->median[BASE].n[j->by] = since->level;
	j->change = summary_difference(j->median[NOW].n[j->by], since->level);
	j->has_pct = from != 0;
	j->pct = from != 0 ? j->change / from * 100 : 0;
}

/* A commit as reports show it. */
static struct slice
shorten(struct slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("0123456789abcdef", s.at[i]) == NULL)
			return s;
	return s.n == 40 || s.n == 64 ? (struct slice){ s.at, HASH } : s;
}

void
since_tell(struct buf *b, const struct store *s, size_t run)
{
	const struct history *h = &s->history[BASE];
	bool any = false;

	buf_str(b, "run ");
	buf_slice(b, h->run[run].number);
	for (size_t i = 0; i < h->ncolumns; i++) {
		struct slice value = history_carried(h, run, i);

		if (value.n == 0)
			continue;
		buf_str(b, any ? ", " : " (");
		buf_slice(b, h->column[i]);
		buf_char(b, ' ');
		buf_slice(b, shorten(value));
		any = true;
	}
	if (any)
		buf_char(b, ')');
}

/*
 * The last run of the best level before changes that are small one by one;
 * false if there is none. now: the current side's level.
 */
static bool
best_before(const struct level_change *c, size_t k, const struct metric *m,
    double now, size_t *at, double *level)
{
	double sign = m->better == METRIC_HIGHER ? -1 : 1;
	double largest = k > 0 ? sign * (now - c[k - 1].now) : 0;
	bool found = false;

	for (size_t i = k; i-- > 0;) {
		double rise = sign * (c[i].now - c[i].before);
		double total = sign * (now - c[i].before);

		if (!c[i].drift && rise > largest)
			largest = rise;
		if (total < fabs(c[i].before) * least / 100 ||
		    total < times * largest ||
		    (found && total <= sign * (now - *level)))
			continue;
		*level = c[i].before;
		*at = c[i].at - (c[i].at > 0);
		found = true;
	}
	return found;
}

/* Whether small steps add up to a change; finds the level before them. */
static bool
find_slope(const struct series *of, const struct judgement *j, double alpha,
    struct since *since)
{
	size_t n, k, at = 0;
	const struct value **v = known_runs(of, j->by, &n);
	double *x = mem_zalloc(n + 1, sizeof(*x)), level = 0;
	struct level_change *c;
	bool found;

	for (size_t i = 0; i < n; i++)
		x[i] = v[i]->n[j->by].real;
	c = changes_find(x, n, noisy_step(j->metric, of), j->metric->floor,
	    alpha, &k);
	found = best_before(c, k, j->metric, j->median[NOW].n[j->by].real, &at,
	    &level);
	if (found)
		*since = (struct since){ v[at]->run, number_rounded(level, 6) };
	free(c);
	free(x);
	free(v);
	return found;
}

static void
put(struct recout *o, const struct store *s, const struct series *of,
    const struct judgement *j, const struct since *since)
{
	struct judgement then = *j;
	struct buf name = { 0 };

	since_apply(&then, since);
	buf_str(&name, "note.since.");
	buf_slice(&name, of->metric);
	buf_char(&name, '\0');
	write_aside(o, s,
	    &(struct aside){
		.bench = s->place[of->place].bench,
		.key = s->place[of->place].key,
		.kind = "note",
		.name = name.at,
		.known = { true, true },
		.value = { since->level.real, j->median[NOW].n[j->by].real },
		.has_pct = then.has_pct,
		.pct = then.pct,
		.of_run = true,
		.run = since->run,
	    });
	buf_free(&name);
}

void
since_write(struct recout *o, const struct store *s, const size_t *layout,
    const struct judgement *all, double alpha)
{
	for (size_t i = 0; i < s->metrics.n; i++) {
		const struct series *of = &s->series[layout[i]];
		const struct judgement *j = &all[layout[i]];
		struct since since;

		if (!j->tested || j->verdict != VERDICT_SAME ||
		    store_is_fine(s, of->place) ||
		    !(metric_has(j->metric, ROLE_TOTAL) ||
			metric_has(j->metric, ROLE_SECONDS)) ||
		    !find_slope(of, j, alpha, &since))
			continue;
		put(o, s, of, j, &since);
	}
}
