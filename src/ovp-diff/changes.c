/* SPDX-License-Identifier: MIT */
/* Rows of the changes of a history. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/sort.h"
#include "changes.h"
#include "domain/changed.h"
#include "domain/stages.h"
#include "layout.h"
#include "write.h"

struct found {
	const struct series *of;
	struct changed what;
	size_t run; /* of the history */
	size_t nth; /* of the bench's rows */
};

struct changes {
	const struct store *s;
	struct history *h;
	double alpha;
	struct found *row; /* of one bench: n */
	size_t n, cap;
};

static size_t
place_of(const struct changes *c, size_t run)
{
	return c->h->run[run].place;
}

static int
by_place(const void *a, const void *b, void *ctx)
{
	const struct value *x = a, *y = b;
	size_t p = place_of(ctx, x->run), q = place_of(ctx, y->run);

	return (p > q) - (p < q);
}

/* A copy of the runs of the series, oldest first; the caller frees it. */
static struct value *
runs_of(struct changes *c, const struct series *of)
{
	const struct runs *r = &of->side[BASE];
	struct value *v = mem_zalloc(r->n + 1, sizeof(*v));
	bool ordered = true;

	for (size_t i = 0; i < r->n; i++) {
		v[i] = r->at[i];
		ordered = ordered &&
		    (i == 0 || by_place(&v[i - 1], &v[i], c) < 0);
	}
	if (!ordered)
		sort_with(v, r->n, sizeof(*v), by_place, c);
	return v;
}

/* The values of the runs in the form that change detection takes. */
static struct run_stats *
stats_of(const struct value *v, size_t n)
{
	struct run_stats *run = mem_zalloc(n + 1, sizeof(*run));

	for (size_t i = 0; i < n; i++) {
		memcpy(run[i].n, v[i].n, sizeof(run[i].n));
		run[i].known = v[i].known;
	}
	return run;
}

static void
find(struct changes *c, const struct series *of)
{
	const struct metric *m = metrics_find_kind(of->metric,
	    slice_eq(of->kind, SLICE("counter")));
	bool app = stage_of(store_group(c->s, of->place)) == STAGE_APP;
	size_t n = of->side[BASE].n, k = 0;
	struct value *v = runs_of(c, of);
	struct run_stats *run = stats_of(v, n);
	struct changed *all = NULL;
	enum statistic by;

	/* The time of a group repeats that of its segments. */
	if ((m->class == METRIC_EXACT || !store_is_fine(c->s, of->place)) &&
	    changed_by(run, n, m, app, &by))
		k = changed_find(run, n, m, by, c->alpha, &all);
	for (size_t i = 0; i < k; i++) {
		c->row = mem_grow(c->row, &c->cap, c->n, sizeof(*c->row));
		c->row[c->n] = (struct found){ .of = of,
			.what = all[i],
			.run = v[all[i].at].run,
			.nth = c->n };
		c->n++;
	}
	free(all);
	free(run);
	free(v);
}

static int
by_event(const void *a, const void *b, void *ctx)
{
	const struct found *x = a, *y = b;
	size_t p = place_of(ctx, x->run), q = place_of(ctx, y->run);

	return p != q ? (p > q) - (p < q) :
			(x->nth > y->nth) - (x->nth < y->nth);
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
write_values(struct recout *o, const struct changed *f)
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

	recout_field(o, store_bench_name(c->s, p->bench));
	recout_field(o, c->h->run[f->run].number);
	for (size_t k = 0; k < c->s->nkeys; k++)
		recout_field(o, p->key[k]);
	recout_field(o, f->of->metric);
	recout_str(o, f->what.drift ? "drift\t" : "step\t");
	recout_field(o, slice_str(verdict_word[f->what.verdict]));
	write_values(o, &f->what);
	write_number(o, number_whole(event));
	for (size_t i = 0; i < c->h->ncolumns; i++)
		recout_field(o, history_carried(c->h, f->run, i));
	recout_end(o);
}

/* Writes the rows of a bench, then forgets them. */
static void
write_bench(struct recout *o, struct changes *c)
{
	size_t event = 0;

	if (c->n > 0)
		sort_with(c->row, c->n, sizeof(*c->row), by_event, c);
	for (size_t i = 0; i < c->n; i++) {
		event += i == 0 ||
		    place_of(c, c->row[i - 1].run) !=
			place_of(c, c->row[i].run);
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
	recout_str(o,
	    "metric\tshape\tverdict\tbefore\tnow\tpct\tpct_low\t"
	    "pct_high\tp\tevent\t");
	for (size_t i = 0; i < c->h->ncolumns; i++)
		recout_field(o, c->h->column[i]);
	recout_end(o);
}

void
changes_write(struct recout *o, struct store *s, double alpha)
{
	struct changes c = {
		.s = s,
		.h = &s->history[BASE],
		.alpha = alpha,
	};
	size_t *layout = layout_order(s), n = s->metrics.n;

	history_order(c.h);
	write_changes_header(o, &c);
	for (size_t i = 0; i < n; i++) {
		const struct series *of = &s->series[layout[i]];
		size_t bench = s->place[of->place].bench;

		find(&c, of);
		if (i + 1 == n ||
		    bench != s->place[s->series[layout[i + 1]].place].bench)
			write_bench(o, &c);
	}
	free(layout);
	free(c.row);
}
