/* SPDX-License-Identifier: MIT */
/* Reading statistics into a store. */
#include <math.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "load.h"
#include "stream/levels.h"
#include "stream/numbers.h"

enum { BENCH, METRIC, PHASE, KIND, TEXTS };

struct columns {
	size_t text[TEXTS], stat[STATS], stddev;
	size_t key, end;
};

static void
take_keys(struct store *s, const struct slice *name, size_t n)
{
	s->nkeys = n;
	s->levelled = levels_are_keys(name, n);
	s->key = mem_zalloc(n + 1, sizeof(*s->key));
	for (size_t i = 0; i < n; i++) {
		s->key[i] = arena_copy(&s->arena, name[i]);
		if (slice_eq(name[i], SLICE("group")))
			s->group = i;
	}
}

static void
join_keys(struct buf *b, const struct slice *name, size_t n)
{
	buf_str(b, n == 0 ? "(none)" : "'");
	for (size_t i = 0; i < n; i++) {
		buf_slice(b, name[i]);
		buf_str(b, i + 1 < n ? "," : "'");
	}
	buf_char(b, '\0');
}

static noreturn void
fail_keys(const struct store *s, const char *file, const struct slice *name,
    size_t n)
{
	struct buf theirs = { 0 }, ours = { 0 };

	join_keys(&theirs, name, n);
	join_keys(&ours, s->key, s->nkeys);
	fail("%s: the keys are %s, but %s in the first file: use the same "
	     "ovp-group -k for both",
	    file, theirs.at, ours.at);
}

/* Whether the keys equal the store's, or both have the group's level. */
static bool
fits(const struct store *s, const struct slice *name, size_t n)
{
	if (n == 0 || s->nkeys == 0)
		return n == s->nkeys;
	if (n != s->nkeys &&
	    (s->levelled ? n == 1 : s->nkeys == 1 && levels_are_keys(name, n)))
		return slice_eq(name[0], s->key[0]);
	for (size_t i = 0; n == s->nkeys && i < n; i++)
		if (!slice_eq(name[i], s->key[i]))
			return false;
	return n == s->nkeys;
}

struct recin *
load_open(struct store *s, char *const *file, enum side side)
{
	struct recin *in = recin_open(file, file != NULL,
	    STREAM_BIT(STREAM_STATISTICS));
	const struct slice *name;
	size_t n, from, end;

	name = recin_columns(in, &n);
	recin_keys(in, &from, &end);
	if (s->key == NULL)
		take_keys(s, name + from, end - from);
	if (!fits(s, name + from, end - from))
		fail_keys(s, file == NULL ? "standard input" : *file,
		    name + from, end - from);
	history_open(&s->history[side], in);
	return in;
}

static void
find_columns(const struct recin *in, struct columns *c)
{
	static const char *const text[TEXTS] = {
		[BENCH] = "bench",
		[METRIC] = "metric",
		[PHASE] = "phase",
		[KIND] = "kind",
	};
	for (size_t i = 0; i < TEXTS; i++)
		c->text[i] = (size_t)recin_column(in, text[i]);
	for (size_t i = 0; i < STATS; i++)
		c->stat[i] = (size_t)recin_column(in, stat_name[i]);
	c->stddev = (size_t)recin_column(in, stat_name[STAT_STDDEV]);
	recin_keys(in, &c->key, &c->end);
}

/* Whether ovp-agg(1) left out a value of the run that is not a number. */
static bool
is_partial(const struct columns *c, const struct slice *field)
{
	struct number n = number_whole(0);

	(void)numparse(field[c->stddev], &n);
	return isnan(n.real);
}

/*
 * Reads a run's statistics; none are known if values were left out, or if only
 * their count is given.
 */
static struct value
read_value(const struct recin *in, const struct columns *c,
    const struct slice *field)
{
	struct value v = { .known = 0 };

	for (size_t i = 0; i < STATS; i++) {
		struct slice text = field[c->stat[i]];

		if (text.n == 0)
			continue;
		(void)numparse(text, &v.n[i]);
		if (!isfinite(v.n[i].real))
			recin_fail(in, c->stat[i], "'%.*s' is not finite",
			    SLICE_ARG(text));
		v.known |= 1u << i;
	}
	if (v.known == 1u << STAT_COUNT || is_partial(c, field))
		v.known = 0;
	return v;
}

/* Keeps the first text, or a newer one of the current side. */
static void
take_text(struct store *s, struct slice *to, struct slice text, bool newer)
{
	if (to->at == NULL || (newer && !slice_eq(*to, text)))
		*to = arena_copy(&s->arena, text);
}

/*
 * The record's keys in the store's form, or NULL if the store lacks the
 * record's level.
 */
static const struct slice *
keys_of(const struct store *s, const struct columns *c,
    const struct slice *field, struct slice *coarse)
{
	const struct slice *key = field + c->key;

	if (c->end - c->key == s->nkeys)
		return key;
	if (!s->levelled)
		return levels_is_fine(key + 1) ? NULL : key;
	coarse[0] = key[0];
	for (size_t i = 0; i < FINES; i++)
		coarse[1 + i] = SLICE("");
	return coarse;
}

/* A stream being read. */
struct loading {
	struct store *store;
	struct recin *in;
	struct columns at;
};

/* Adds a record as a run of a side, with these names. */
static void
take(const struct loading *l, const struct slice *field,
    const struct slice *key, enum side side, struct slice bench,
    struct slice metric)
{
	struct store *s = l->store;
	struct series *of = store_series(s, bench, key, metric);
	bool newer = side == NOW && of->side[NOW].rows == 0;
	struct value v = read_value(l->in, &l->at, field);

	take_text(s, &of->phase, field[l->at.text[PHASE]], newer);
	take_text(s, &of->kind, field[l->at.text[KIND]], newer);
	v.run = history_run(&s->history[side], s->place[of->place].bench, field,
	    of->side[side].last);
	store_run(s, of, side, v);
}

void
load_runs(struct store *s, struct recin *in, enum side side,
    struct where *where, struct renames *renames)
{
	struct loading l = { .store = s, .in = in };
	const struct slice *field;
	struct numbers numbers;

	find_columns(in, &l.at);
	numbers_open(&numbers, in);
	while ((field = recin_next(in)) != NULL) {
		struct slice coarse[1 + FINES];
		const struct slice *key = keys_of(s, &l.at, field, coarse);
		struct slice bench, metric;

		numbers_check(&numbers, in, field);
		if ((where != NULL && !where_takes(where, field)) ||
		    key == NULL)
			continue;
		bench = field[l.at.text[BENCH]];
		metric = field[l.at.text[METRIC]];
		if (renames != NULL) {
			bench = renames_bench(renames, bench);
			metric = renames_metric(renames, metric);
		}
		take(&l, field, key, side, bench, metric);
	}
	numbers_close(&numbers);
	recin_close(in);
}

/* Adds a record to each pair that it belongs to. */
static void
take_sides(const struct loading *l, const struct slice *field,
    const struct slice *key, struct versus *versus)
{
	struct slice bench = field[l->at.text[BENCH]];
	struct slice metric = field[l->at.text[METRIC]];

	for (size_t i = 0; i < versus->n; i++) {
		struct versus_pair *p = &versus->pair[i];
		enum side side = slice_eq(p->new, bench) ? NOW : BASE;

		if (side == BASE && !slice_eq(p->old, bench))
			continue;
		p->met[side] = true;
		take(l, field, key, side, p->new, metric);
	}
}

void
load_versus(struct store *s, char *const *file, struct versus *versus)
{
	struct loading l = { .store = s, .in = load_open(s, file, BASE) };
	const struct slice *field;
	struct numbers numbers;

	history_open(&s->history[NOW], l.in);
	find_columns(l.in, &l.at);
	numbers_open(&numbers, l.in);
	while ((field = recin_next(l.in)) != NULL) {
		struct slice coarse[1 + FINES];
		const struct slice *key = keys_of(s, &l.at, field, coarse);

		numbers_check(&numbers, l.in, field);
		if (key != NULL)
			take_sides(&l, field, key, versus);
	}
	numbers_close(&numbers);
	recin_close(l.in);
}
