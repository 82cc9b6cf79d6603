/* SPDX-License-Identifier: MIT */
/* Reading of a statistics or comparison stream into a sheet. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/sort.h"
#include "runs.h"
#include "share.h"
#include "sheet_read.h"
#include "stream/carried.h"
#include "stream/levels.h"
#include "stream/numbers.h"

/* Indexes of columns in the stream; -1 if there is none. */
struct columns {
	int bench, run, metric, phase, kind, runs, base_runs;
	int pct, p, verdict, mde, low, high, recent;
	size_t key, end; /* the KEY columns */
	int *now, *base; /* by stat */
	int *carried, *base_carried;
	struct slice *texts;  /* ncarried: those of a side */
	struct value *values; /* nstats: the same */
};

static void
find_stats(struct sheet *s, const struct recin *in)
{
	size_t n, cap = 0;
	const struct slice *name = recin_columns(in, &n);

	for (; s->nstats < STAT_MORE; s->nstats++) {
		s->stat = mem_grow(s->stat, &cap, s->nstats, sizeof(*s->stat));
		s->stat[s->nstats] = slice_str(stat_name[s->nstats]);
	}
	for (size_t i = 0; i < n; i++) {
		if (!stream_is_percentile(name[i]))
			continue;
		s->stat = mem_grow(s->stat, &cap, s->nstats, sizeof(*s->stat));
		s->stat[s->nstats++] = sheet_keep(s, name[i]);
	}
}

static void
find_carried(struct sheet *s, const struct recin *in)
{
	size_t n;
	const struct slice *name = recin_columns(in, &n);
	struct carried carried;

	carried_find(&carried, in);
	s->ncarried = carried.n;
	s->carried = mem_zalloc(carried.n, sizeof(*s->carried));
	for (size_t i = 0; i < carried.n; i++)
		s->carried[i] = sheet_keep(s, name[carried.at[i]]);
	carried_free(&carried);
}

/* A column, and that of the baseline. */
static void
find_pair(const struct recin *in, struct slice name, int *now, int *base)
{
	struct buf text = { 0 };

	buf_str(&text, "base_");
	buf_slice(&text, name);
	buf_char(&text, '\0');
	*now = recin_column(in, text.at + strlen("base_"));
	*base = recin_column(in, text.at);
	buf_free(&text);
}

static void
find_columns(const struct sheet *s, const struct recin *in, struct columns *c)
{
	recin_keys(in, &c->key, &c->end);
	c->bench = recin_column(in, "bench");
	c->run = recin_column(in, "run");
	c->metric = recin_column(in, "metric");
	c->phase = recin_column(in, "phase");
	c->kind = recin_column(in, "kind");
	c->runs = recin_column(in, "runs");
	c->base_runs = recin_column(in, "base_runs");
	c->pct = recin_column(in, "pct");
	c->p = recin_column(in, "p");
	c->verdict = recin_column(in, "verdict");
	c->mde = recin_column(in, "mde");
	c->low = recin_column(in, "pct_low");
	c->high = recin_column(in, "pct_high");
	c->recent = recin_column(in, "recent");
	c->now = mem_zalloc(s->nstats, sizeof(*c->now));
	c->base = mem_zalloc(s->nstats, sizeof(*c->base));
	c->values = mem_zalloc(s->nstats, sizeof(*c->values));
	for (size_t i = 0; i < s->nstats; i++)
		find_pair(in, s->stat[i], &c->now[i], &c->base[i]);
	c->carried = mem_zalloc(s->ncarried, sizeof(*c->carried));
	c->base_carried = mem_zalloc(s->ncarried, sizeof(*c->base_carried));
	c->texts = mem_zalloc(s->ncarried, sizeof(*c->texts));
	for (size_t i = 0; i < s->ncarried; i++)
		find_pair(in, s->carried[i], &c->carried[i],
		    &c->base_carried[i]);
}

static struct value
value(const struct slice *field, int column)
{
	struct value v = { .known = false };

	if (column < 0 || field[column].n == 0)
		return v;
	v.known = numparse(field[column], &v.n);
	return v;
}

/* A number of runs; 1 in a stream without the column. */
static uint64_t
runs(const struct slice *field, int column)
{
	struct value v = value(field, column);

	return v.known ? v.n.whole : column < 0;
}

static enum verdict
verdict(const struct recin *in, const struct slice *field, int column)
{
	enum verdict v;

	if (column < 0)
		return VERDICT_NONE;
	v = verdict_read(field[column]);
	if (v == VERDICT_NONE)
		recin_fail(in, (size_t)column, "invalid verdict '%.*s'",
		    SLICE_ARG(field[column]));
	return v;
}

static const struct slice *
keys(struct sheet *s, const struct columns *c, const struct slice *field)
{
	return share_texts(s, SHARE_KEYS, field + c->key, c->end - c->key);
}

/* The carried fields of a side's run; NULL if there can be none. */
static const struct slice *
origin(struct sheet *s, const struct columns *c, bool base,
    const struct slice *field)
{
	const int *column = base ? c->base_carried : c->carried;

	if (s->ncarried == 0)
		return NULL;
	for (size_t i = 0; i < s->ncarried; i++)
		c->texts[i] = column[i] < 0 ? SLICE("") : field[column[i]];
	return share_texts(s, base ? SHARE_BASE_ORIGIN : SHARE_ORIGIN, c->texts,
	    s->ncarried);
}

static const struct row_runs *
row_runs(struct sheet *s, const struct columns *c, const struct slice *field)
{
	struct row_runs r = {
		.now = runs(field, c->runs),
		.base = runs(field, c->base_runs),
		.number = c->run < 0 ? SLICE("") : sheet_keep(s, field[c->run]),
		.origin = origin(s, c, false, field),
	};

	if (s->compares)
		r.base_origin = origin(s, c, true, field);
	return share_runs(s, &r);
}

static const char *
judged(struct sheet *s, const struct columns *c, const struct slice *field)
{
	struct value v[JUDGED] = {
		[JUDGED_PCT] = value(field, c->pct),
		[JUDGED_P] = value(field, c->p),
		[JUDGED_MDE] = value(field, c->mde),
		[JUDGED_LOW] = value(field, c->low),
		[JUDGED_HIGH] = value(field, c->high),
	};

	return share_values(s, v, JUDGED);
}

/* Only the text of proof times is shown. */
static const char *
recent(struct sheet *s, const struct columns *c, const struct slice *field)
{
	if (c->recent < 0 || field[c->recent].n == 0)
		return NULL;
	return metric_is_proof_time(metrics_find(field[c->metric])) ?
	    sheet_keep(s, field[c->recent]).at :
	    "";
}

static bool
is_aside(const struct sheet *s, const struct columns *c,
    const struct slice *field)
{
	return s->compares &&
	    (slice_eq(field[c->kind], SLICE("cause")) ||
		slice_eq(field[c->kind], SLICE("note")));
}

static void
add_aside(struct sheet *s, const struct columns *c, const struct slice *field)
{
	s->aside = mem_grow(s->aside, &s->aside_cap, s->nasides,
	    sizeof(*s->aside));
	s->aside[s->nasides++] = (struct aside){
		.bench = map_put(&s->benches, 0, field[c->bench]),
		.key = keys(s, c, field),
		.name = sheet_keep(s, field[c->metric]),
		.now = value(field, c->now[STAT_AVG]),
		.base = value(field, c->base[STAT_AVG]),
		.now_sum = value(field, c->now[STAT_SUM]),
		.base_sum = value(field, c->base[STAT_SUM]),
		.pct = value(field, c->pct),
		.base_run = value(field, c->base_runs),
		.base_origin = origin(s, c, true, field),
	};
}

/* Adds a row to the level of the record. */
static struct row *
new_row(struct sheet *s, const struct columns *c, const struct slice *field)
{
	if (s->levelled && levels_is_fine(field + c->key + 1)) {
		s->fine = mem_grow(s->fine, &s->fine_cap, s->nfine,
		    sizeof(*s->fine));
		return &s->fine[s->nfine++];
	}
	s->row = mem_grow(s->row, &s->cap, s->n, sizeof(*s->row));
	return &s->row[s->n++];
}

/* Whether a row is the same on both sides; most rows are. */
static bool
sides_are_same(const struct sheet *s, const struct columns *c,
    const struct slice *field)
{
	for (size_t i = 0; i < s->nstats; i++) {
		struct slice now = c->now[i] < 0 ? SLICE("") : field[c->now[i]];
		struct slice base = c->base[i] < 0 ? SLICE("") :
						     field[c->base[i]];

		if (!slice_eq(now, base))
			return false;
	}
	return true;
}

static const char *
values(struct sheet *s, const struct columns *c, const int *column,
    const struct slice *field)
{
	for (size_t i = 0; i < s->nstats; i++)
		c->values[i] = value(field, column[i]);
	return share_values(s, c->values, s->nstats);
}

static void
add_row(struct sheet *s, const struct recin *in, const struct columns *c,
    const struct slice *field)
{
	struct row *r = new_row(s, c, field);

	*r = (struct row){
		.bench = map_put(&s->benches, 0, field[c->bench]),
		.metric = sheet_keep(s, field[c->metric]),
		.phase = sheet_keep(s, field[c->phase]),
		.counts = slice_eq(field[c->kind], SLICE("counter")),
		.is = metrics_find_kind(field[c->metric],
		    slice_eq(field[c->kind], SLICE("counter"))),
		.key = keys(s, c, field),
		.runs = row_runs(s, c, field),
		.judged = judged(s, c, field),
		.recent = recent(s, c, field),
		.verdict = verdict(in, field, c->verdict),
		.order = s->n + s->nfine - 1,
	};
	r->now = values(s, c, c->now, field);
	if (s->compares)
		r->base = sides_are_same(s, c, field) ?
		    r->now :
		    values(s, c, c->base, field);
}

static int
rows_by_bench(const void *a, const void *b, void *unused)
{
	const struct row *x = a, *y = b;

	(void)unused;
	return (x->bench > y->bench) - (x->bench < y->bench);
}

static int
by_bench(const void *a, const void *b, void *unused)
{
	const struct aside *x = a, *y = b;

	(void)unused;
	return (x->bench > y->bench) - (x->bench < y->bench);
}

void
sheet_open(struct sheet *s, const struct recin *in)
{
	size_t n, from, end;
	const struct slice *name = recin_columns(in, &n);

	*s = (struct sheet){ 0 };
	find_stats(s, in);
	share_open(s);
	find_carried(s, in);
	s->levelled = recin_is_levelled(in);
	recin_keys(in, &from, &end);
	s->nkeys = s->levelled ? 1 : end - from;
	s->key = mem_zalloc(s->nkeys + 1, sizeof(*s->key));
	for (size_t i = 0; i < s->nkeys; i++)
		s->key[i] = sheet_keep(s, name[from + i]);
	s->by_group = s->nkeys == 1 && slice_eq(s->key[0], SLICE("group"));
}

void
sheet_read(struct sheet *s, struct recin *in)
{
	const struct slice *field;
	struct numbers numbers;
	struct columns c;

	sheet_open(s, in);
	s->compares = recin_kind(in) == STREAM_COMPARISON;
	find_columns(s, in, &c);
	numbers_open(&numbers, in);
	while ((field = recin_next(in)) != NULL) {
		numbers_check(&numbers, in, field);
		if (is_aside(s, &c, field))
			add_aside(s, &c, field);
		else
			add_row(s, in, &c, field);
	}
	numbers_close(&numbers);
	free(c.now);
	free(c.base);
	free(c.texts);
	free(c.values);
	free(c.carried);
	free(c.base_carried);
	if (!s->compares) {
		s->n = runs_merge(s, s->row, s->n, &s->run);
		s->nfine = runs_merge(s, s->fine, s->nfine, NULL);
	}
	for (size_t i = 0; i < s->n; i++) {
		const struct row *r = &s->row[i];

		s->spread = s->spread || row_judged(r, JUDGED_SPREAD).known;
		s->p = s->p || row_judged(r, JUDGED_P).known;
		s->interval = s->interval || row_judged(r, JUDGED_LOW).known;
		s->recent = s->recent || r->recent != NULL;
	}
	sort_with(s->fine, s->nfine, sizeof(*s->fine), rows_by_bench, NULL);
	sort_with(s->aside, s->nasides, sizeof(*s->aside), by_bench, NULL);
}
