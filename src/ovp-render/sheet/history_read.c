/* SPDX-License-Identifier: MIT */
/* Reading a stream of changes. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/tabs.h"
#include "history_list.h"
#include "history_of.h"
#include "sheet_read.h"
#include "stream/carried.h"
#include "stream/levels.h"
#include "stream/numbers.h"

enum {
	BENCH,
	RUN,
	METRIC,
	SHAPE,
	VERDICT,
	BEFORE,
	NOW,
	LOW,
	HIGH,
	EVENT,
	P,
	COLUMNS
};

static const char *const name[COLUMNS] = {
	[BENCH] = "bench",
	[RUN] = "run",
	[METRIC] = "metric",
	[SHAPE] = "shape",
	[VERDICT] = "verdict",
	[BEFORE] = "before",
	[NOW] = "now",
	[LOW] = "pct_low",
	[HIGH] = "pct_high",
	[EVENT] = "event",
	[P] = "p",
};

/* A bench, while it is read. */
struct making {
	struct history h;
	struct map series; /* keys, metric */
	size_t series_cap, run_cap;
	struct slice event; /* of the last run */
};

struct reader {
	struct sheet *s;
	struct recin *in;
	size_t at[COLUMNS];
	size_t key; /* index of the first KEY column */
	struct carried carried;
	struct making *bench;
	size_t cap;
};

static struct making *
bench_of(struct reader *r, const struct slice *field)
{
	size_t n = r->s->benches.n;
	size_t i = map_put(&r->s->benches, 0, field[r->at[BENCH]]);

	if (i == n) {
		r->bench = mem_grow(r->bench, &r->cap, n, sizeof(*r->bench));
		r->bench[i] = (struct making){ .h = { .s = r->s, .bench = i } };
	}
	return &r->bench[i];
}

/* The rows of an event are neighbours. */
static size_t
run_of(struct reader *r, struct making *b, const struct slice *field)
{
	struct slice event = field[r->at[EVENT]];
	struct slice *carried;

	if (b->h.nruns > 0 && slice_eq(b->event, event))
		return b->h.nruns - 1;
	b->event = sheet_keep(r->s, event);
	carried = arena_alloc(&r->s->arena,
	    (r->carried.n + 1) * sizeof(*carried));
	for (size_t i = 0; i < r->carried.n; i++)
		carried[i] = sheet_keep(r->s, field[r->carried.at[i]]);
	b->h.run = mem_grow(b->h.run, &b->run_cap, b->h.nruns,
	    sizeof(*b->h.run));
	b->h.run[b->h.nruns] = (struct history_run){
		sheet_keep(r->s, field[r->at[RUN]]), carried
	};
	return b->h.nruns++;
}

static struct history_series *
series_of(struct reader *r, struct making *b, const struct slice *field)
{
	struct slice metric = sheet_keep(r->s, field[r->at[METRIC]]);
	size_t n = b->series.n, i;
	struct buf id = { 0 };
	struct slice *key;

	tabs_add_all(&id, field + r->key, r->s->nkeys);
	buf_slice(&id, metric);
	i = map_put(&b->series, 0, buf_bytes(&id));
	buf_free(&id);
	if (i < n)
		return &b->h.series[i];
	key = arena_alloc(&r->s->arena, (r->s->nkeys + 1) * sizeof(*key));
	for (size_t k = 0; k < r->s->nkeys; k++)
		key[k] = sheet_keep(r->s, field[r->key + k]);
	b->h.series = mem_grow(b->h.series, &b->series_cap, n,
	    sizeof(*b->h.series));
	b->h.series[i] = (struct history_series){
		.key = key,
		.metric = metric,
		.shown = true,
		.of = metrics_find_kind(metric, field[r->at[P]].n == 0),
	};
	b->h.nseries++;
	return &b->h.series[i];
}

static double
real(struct slice text)
{
	struct number n = number_real(0);

	(void)numparse(text, &n);
	return n.real;
}

static void
add(struct reader *r, const struct slice *field)
{
	struct making *b = bench_of(r, field);
	size_t run = run_of(r, b, field);
	struct history_series *s = series_of(r, b, field);
	struct changed c = {
		.at = run,
		.last = run,
		.drift = slice_eq(field[r->at[SHAPE]], SLICE("drift")),
		.noisy = field[r->at[LOW]].n > 0,
		.verdict = verdict_read(field[r->at[VERDICT]]),
	};
	double from;

	if (!verdict_is_change(c.verdict))
		recin_fail(r->in, r->at[VERDICT],
		    "the verdict '%.*s' is not "
		    "a change",
		    SLICE_ARG(field[r->at[VERDICT]]));
	(void)numparse(field[r->at[BEFORE]], &c.before);
	(void)numparse(field[r->at[NOW]], &c.now);
	from = c.before.real < 0 ? -c.before.real : c.before.real;
	c.change = c.now.real - c.before.real;
	c.low = real(field[r->at[LOW]]) * from / 100;
	c.high = real(field[r->at[HIGH]]) * from / 100;
	s->change = mem_resize(s->change, s->nchanges + 1, sizeof(*s->change));
	s->change[s->nchanges++] = c;
}

/* Uses the levels at the runs as values. */
static void
set_levels(struct history *h, struct history_series *s)
{
	size_t k = 0;

	s->n = h->nruns;
	s->run = arena_alloc(&h->arena, s->n * sizeof(*s->run));
	s->value = arena_alloc(&h->arena, s->n * sizeof(*s->value));
	for (size_t i = 0; i < s->n; i++) {
		while (k < s->nchanges && s->change[k].at <= i)
			k++;
		s->run[i] = i;
		s->value[i] = k == 0 ? s->change[0].before.real :
				       s->change[k - 1].now.real;
	}
}

static void
finish(struct history *h)
{
	enum metric_role time = ROLE_SECONDS;

	for (size_t i = 0; i < h->nseries; i++)
		if (metric_has(h->series[i].of, ROLE_TOTAL))
			time = ROLE_TOTAL;
	for (size_t i = 0; i < h->nseries; i++) {
		struct history_series *s = &h->series[i];
		struct changed *read = s->change;

		s->time = metric_has(s->of, time);
		s->change = arena_alloc(&h->arena,
		    s->nchanges * sizeof(*s->change));
		memcpy(s->change, read, s->nchanges * sizeof(*s->change));
		free(read);
		set_levels(h, s);
	}
	history_list(h);
}

struct history *
history_read(struct sheet *s, struct recin *in, size_t *n)
{
	struct reader r = { .s = s, .in = in };
	const struct slice *field;
	struct numbers numbers;
	struct history *all;
	size_t end;

	sheet_open(s, in);
	carried_find(&r.carried, in);
	recin_keys(in, &r.key, &end);
	for (size_t i = 0; i < COLUMNS; i++)
		r.at[i] = (size_t)recin_column(in, name[i]);
	numbers_open(&numbers, in);
	while ((field = recin_next(in)) != NULL) {
		numbers_check(&numbers, in, field);
		if (!s->levelled || !levels_is_fine(field + r.key + 1))
			add(&r, field);
	}
	numbers_close(&numbers);
	carried_free(&r.carried);
	*n = s->benches.n;
	all = mem_zalloc(*n + 1, sizeof(*all));
	for (size_t i = 0; i < *n; i++) {
		all[i] = r.bench[i].h;
		map_free(&r.bench[i].series);
		finish(&all[i]);
	}
	free(r.bench);
	return all;
}
