/* SPDX-License-Identifier: MIT */
/* The runs of a history where a metric's level changed. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "changes.h"
#include "judge.h"
#include "layout.h"
#include "noisy.h"
#include "stats/changes.h"
#include "summary.h"
#include "write.h"

/* A row. */
struct found {
	const struct series	*of;
	const struct metric	*metric;
	size_t			 run;		/* of the history */
	size_t			 rank;		/* its place in the bench */
	size_t			 nth;		/* of the bench's rows */
	bool			 drift, noisy;
	struct number		 before, now;
	double			 change, low, high, p;
};

struct changes {
	const struct store	*s;
	struct history		*h;
	double			 alpha;
	struct found		*row;		/* of one bench: n */
	size_t			 n, cap;
};

static void
add(struct changes *c, struct found f, const struct value *v)
{
	f.run = v->run;
	f.rank = c->h->run[v->run].place;
	f.nth = c->n;
	c->row = mem_grow(c->row, &c->cap, c->n, sizeof(*c->row));
	c->row[c->n++] = f;
}

static int
by_rank(const void *a, const void *b, void *ctx)
{
	const struct value *x = a, *y = b;
	const struct history *h = ctx;
	size_t p = h->run[x->run].place, q = h->run[y->run].place;

	return (p > q) - (p < q);
}

/* The runs of the series that know the statistic, oldest first. */
static struct value *
runs_of(const struct changes *c, const struct series *of, enum statistic by,
    size_t *n)
{
	const struct runs *r = &of->side[BASE];
	struct value *v = mem_zalloc(r->n + 1, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < r->n; i++)
		if ((r->at[i].known & 1u << by) != 0)
			v[(*n)++] = r->at[i];
	for (size_t i = 1; i < *n; i++)
		if (by_rank(&v[i - 1], &v[i], c->h) > 0) {
			qsort_r(v, *n, sizeof(*v), by_rank, c->h);
			break;
		}
	return v;
}

/* Any change counts, also one of how the work is shared out. */
static void
find_exact(struct changes *c, struct found f, const struct value *v, size_t n,
    enum statistic by)
{
	for (size_t i = 1; i < n; i++) {
		f.before = v[i - 1].n[by];
		f.now = v[i].n[by];
		f.change = summary_difference(f.now, f.before);
		if (number_cmp(f.before, f.now) == 0 ?
		    judge_differs(&v[i - 1], &v[i], by) :
		    fabs(f.change) >= f.metric->floor)
			add(c, f, &v[i]);
	}
}

/* What logarithms leave of a level: six digits. */
static struct number
rounded(double x)
{
	char text[40];
	int len = snprintf(text, sizeof(text), "%.6g", x);
	struct number n = number_real(0);

	(void)numparse((struct slice){ text, (size_t)len }, &n);
	return n;
}

static void
find_noisy(struct changes *c, struct found f, const struct value *v, size_t n,
    enum statistic by)
{
	double *x = mem_zalloc(n + 1, sizeof(*x));
	struct level_change *found;
	size_t k;

	for (size_t i = 0; i < n; i++)
		x[i] = v[i].n[by].real;
	found = changes_find(x, n, noisy_step(f.metric, f.of), f.metric->floor,
	    c->alpha, &k);
	for (size_t i = 0; i < k; i++) {
		const struct level_change *l = &found[i];

		f.drift = l->drift;
		f.before = rounded(l->before);
		f.now = rounded(l->now);
		f.change = l->now - l->before;
		f.low = l->low;
		f.high = l->high;
		f.p = l->p;
		add(c, f, &v[l->at]);
	}
	free(found);
	free(x);
}

static void
find(struct changes *c, const struct series *of)
{
	struct found f = {
		.of = of, .metric = metrics_find_kind(of->metric,
		    slice_eq(of->kind, SLICE("counter"))),
	};
	enum statistic by;
	struct value *v;
	size_t n;

	if (!judge_statistic(c->s, of, f.metric,
	    judge_known(&of->side[BASE]), &by))
		return;
	v = runs_of(c, of, by, &n);
	f.noisy = f.metric->class != METRIC_EXACT;
	if (f.noisy)
		find_noisy(c, f, v, n, by);
	else
		find_exact(c, f, v, n, by);
	free(v);
}

static int
by_event(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int c = (x->rank > y->rank) - (x->rank < y->rank);

	return c != 0 ? c : (x->nth > y->nth) - (x->nth < y->nth);
}

static void
write_if(struct recout *o, bool known, double x)
{
	if (known)
		write_rounded(o, x);
	else
		recout_char(o, '\t');
}

static void
write_values(struct recout *o, const struct found *f)
{
	double from = fabs(f->before.real) / 100;

	write_number(o, f->before);
	write_number(o, f->now);
	if (!f->noisy && from != 0)
		write_number(o, number_real(f->change / from));
	else
		write_if(o, from != 0, f->change / from);
	write_if(o, f->noisy && from != 0, f->low / from);
	write_if(o, f->noisy && from != 0, f->high / from);
	write_if(o, f->noisy, f->p);
}

static void
write_found(struct recout *o, const struct changes *c, const struct found *f,
    size_t event)
{
	const struct place *p = &c->s->place[f->of->place];
	enum verdict v = judge_direction(f->metric, f->change);

	recout_field(o, store_bench_name(c->s, p->bench));
	recout_field(o, c->h->run[f->run].number);
	for (size_t k = 0; k < c->s->nkeys; k++)
		recout_field(o, p->key[k]);
	recout_field(o, f->of->metric);
	recout_str(o, f->drift ? "drift\t" : "step\t");
	recout_field(o, slice_str(verdict_word[v == VERDICT_SAME ?
	    VERDICT_CHANGED : v]));
	write_values(o, f);
	write_number(o, number_whole(event));
	for (size_t i = 0; i < c->h->ncolumns; i++)
		recout_field(o, history_carried(c->h, f->run, i));
	recout_end(o);
}

/* Writes the rows of a bench, forgets them. */
static void
write_bench(struct recout *o, struct changes *c)
{
	size_t event = 0;

	if (c->n > 0)
		qsort(c->row, c->n, sizeof(*c->row), by_event);
	for (size_t i = 0; i < c->n; i++) {
		event += i == 0 || c->row[i - 1].rank != c->row[i].rank;
		write_found(o, c, &c->row[i], event);
	}
	c->n = 0;
}

static void
write_changes_header(struct recout *o, const struct changes *c)
{
	recout_str(o, "bench\trun\t");
	for (size_t k = 0; k < c->s->nkeys; k++)
		recout_field(o, c->s->key[k]);
	recout_str(o, "metric\tshape\tverdict\tbefore\tnow\tpct\tpct_low\t"
	    "pct_high\tp\tevent\t");
	for (size_t i = 0; i < c->h->ncolumns; i++)
		recout_field(o, c->h->column[i]);
	recout_end(o);
}

void
changes_write(struct recout *o, struct store *s, double alpha)
{
	struct changes c = {
		.s = s, .h = &s->history[BASE], .alpha = alpha,
	};
	size_t *layout = layout_order(s), n = s->metrics.n;

	history_order(c.h);
	write_changes_header(o, &c);
	for (size_t i = 0; i < n; i++) {
		const struct series *of = &s->series[layout[i]];
		size_t bench = s->place[of->place].bench;

		find(&c, of);
		if (i + 1 == n || bench !=
		    s->place[s->series[layout[i + 1]].place].bench)
			write_bench(o, &c);
	}
	free(layout);
	free(c.row);
}
