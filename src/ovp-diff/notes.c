/* SPDX-License-Identifier: MIT */
/* Notes on what makes two runs hard to compare. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "notes.h"
#include "summary.h"
#include "write.h"

/* The series of one bench, and its name for messages. */
struct part {
	struct recout *o;
	const struct store *s;
	size_t bench;
	const size_t *list; /* n indexes */
	size_t n;
	struct slice name;
};

static const struct series *
series(const struct part *p, size_t i)
{
	return &p->s->series[p->list[i]];
}

static void
put(const struct part *p, const struct slice *key, const char *name, double now,
    double base)
{
	write_aside(p->o, p->s,
	    &(struct aside){
		.bench = p->bench,
		.key = key,
		.kind = "note",
		.name = name,
		.known = { base != 0, now != 0 },
		.value = { base, now },
	    });
}

static size_t
most_runs(const struct part *p)
{
	size_t most = 0;

	for (size_t i = 0; i < p->n; i++)
		if (series(p, i)->side[BASE].rows > most)
			most = series(p, i)->side[BASE].rows;
	return most;
}

/* Marks the baseline's runs that differ from the current side's first run. */
static void
mark_others(const struct series *s, size_t runs, bool *other)
{
	const struct runs *base = &s->side[BASE], *now = &s->side[NOW];
	const struct value *first = now->n > 0 && now->at[0].row == 0 ?
	    &now->at[0] :
	    NULL;
	size_t at = 0;

	for (size_t r = 0; r < runs; r++) {
		const struct value *v = at < base->n && base->at[at].row == r ?
		    &base->at[at++] :
		    NULL;

		if (r >= base->rows || now->rows == 0 ||
		    (v == NULL) != (first == NULL) ||
		    (v != NULL && !summary_equal(first, v)))
			other[r] = true;
	}
}

/*
 * The number, from 1, of the baseline's run that has every value of the current
 * side's first run; 0 if none. Work repeats, but times do not.
 */
static size_t
find_itself(const struct part *p, const struct judgement *all)
{
	size_t runs = most_runs(p), noisy = 0, found = 0;
	bool *other = mem_zalloc(runs + 1, sizeof(*other));

	for (size_t i = 0; i < p->n; i++) {
		const struct series *s = series(p, i);

		if (s->side[NOW].rows == 0 && s->side[BASE].rows < runs)
			continue;
		noisy += all[p->list[i]].tested;
		mark_others(s, runs, other);
	}
	for (size_t r = 0; noisy > 0 && r < runs && found == 0; r++)
		if (!other[r])
			found = r + 1;
	free(other);
	return found;
}

static void
note_itself(const struct part *p, const struct judgement *all)
{
	size_t run = find_itself(p, all);

	if (run > 0)
		put(p, NULL, "note.same_run", (double)run,
		    (double)most_runs(p));
	if (run > 0 && most_runs(p) == 1)
		warn("%.*s: the baseline is the current run: all values are "
		     "equal",
		    SLICE_ARG(p->name));
	else if (run > 0)
		warn("%.*s: run %zu of the baseline is the current run: all "
		     "values are equal",
		    SLICE_ARG(p->name), run);
}

/* The sides have different bench names; the report shows both. */
static void
note_paired(const struct part *p)
{
	struct slice was = p->s->bench[p->bench].was;
	struct buf name = { 0 };

	if (was.at == NULL)
		return;
	buf_str(&name, "note.paired.");
	buf_slice(&name, was);
	buf_char(&name, '\0');
	put(p, NULL, name.at, 1, 1);
	buf_free(&name);
}

/* The carried column `machine' of the baseline, or NEVER. */
static size_t
machine_column(const struct store *s)
{
	for (size_t i = 0; i < s->ncarried; i++)
		if (slice_eq(s->carried[i].name, SLICE("machine")))
			return s->carried[i].at[BASE] == NEVER ? NEVER : i;
	return NEVER;
}

/* The machine of the current side's last run, if it is carried. */
static struct slice
machine_now(const struct part *p, size_t column)
{
	for (size_t i = 0; i < p->n; i++) {
		struct slice s = store_carried(p->s, series(p, i), NOW, column);

		if (s.n > 0)
			return s;
	}
	return SLICE("");
}

/* Times of different machines are not comparable. */
static void
note_machines(const struct part *p)
{
	const struct history *h = &p->s->history[BASE];
	size_t column = machine_column(p->s), others = 0, runs = 0;
	struct slice now;

	if (column == NEVER)
		return;
	now = machine_now(p, column);
	for (size_t i = 0; i < h->n; i++) {
		struct slice s = history_carried(h, i,
		    p->s->carried[column].at[BASE]);

		if (h->run[i].bench != p->bench)
			continue;
		runs++;
		others += now.n > 0 && s.n > 0 && !slice_eq(s, now);
	}
	if (others == 0)
		return;
	warn("%.*s: %zu of %zu runs in the baseline are from other machines "
	     "than '%.*s': times do not compare; use --where machine=...",
	    SLICE_ARG(p->name), others, runs, SLICE_ARG(now));
	put(p, NULL, "note.machines", (double)others, (double)runs);
}

/* The same name means something else with another prover. */
static void
note_provers(const struct part *p, const struct bench *b)
{
	static const struct {
		unsigned pair;
		const char *name[2]; /* lower bit's, other's */
		unsigned lower;
	} kind[] = {
		{ PROVER_GENERATION, { "v1", "v2" }, PROVER_V1 },
		{ PROVER_MACHINE, { "CPU", "GPU" }, PROVER_CPU },
	};

	for (size_t i = 0; i < sizeof(kind) / sizeof(*kind); i++) {
		const char *base, *now;
		char name[40];

		if (!metrics_provers_differ(b->provers[BASE], b->provers[NOW],
			kind[i].pair))
			continue;
		base = kind[i].name[(b->provers[BASE] & kind[i].lower) == 0];
		now = kind[i].name[(b->provers[NOW] & kind[i].lower) == 0];
		warn("%.*s: the baseline is from a %s prover, this run from a "
		     "%s one: cells, rates and causes are not compared",
		    SLICE_ARG(p->name), base, now);
		snprintf(name, sizeof(name), "note.prover.%s.%s", base, now);
		put(p, NULL, name, 1, 1);
	}
}

/* A verdict may be reversed if a name could mean two metrics. */
static void
note_names(const struct part *p, const struct judgement *all)
{
	struct map told = { 0 };

	for (size_t i = 0; i < p->n; i++) {
		const struct judgement *j = &all[p->list[i]];
		struct slice name = series(p, i)->metric;
		size_t known = told.n;

		if (j->metric->maybe == NULL ||
		    (j->verdict != VERDICT_BETTER &&
			j->verdict != VERDICT_WORSE) ||
		    map_put(&told, 0, name) != known)
			continue;
		warn("%.*s: '%.*s' counts as a metric in %s of which %s is "
		     "better, not as '%s'; --metrics-file can change this",
		    SLICE_ARG(p->name), SLICE_ARG(name), j->metric->unit,
		    j->metric->better == METRIC_LOWER ? "less" : "more",
		    j->metric->maybe);
	}
	map_free(&told);
}

/* Times are the best of this many runs; the largest number of any metric. */
static void
note_best(const struct part *p, const struct judgement *all)
{
	size_t most = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct judgement *j = &all[p->list[i]];

		if (j->across != CHANGE_MEDIAN && j->m > most)
			most = j->m;
	}
	if (most > 0)
		put(p, NULL, "note.best_of", (double)most, (double)most);
}

/* Counting every instruction costs time. */
static void
note_instruments(const struct part *p)
{
	struct slice metric;

	for (size_t m = 0; (metric = metrics_with(ROLE_INSTRUMENT, m)).n > 0;
	     m++) {
		bool on[SIDES] = { false, false };
		char name[64];

		for (size_t i = 0; i < p->n; i++) {
			const struct series *s = series(p, i);

			if (!slice_eq(s->metric, metric))
				continue;
			on[BASE] = on[BASE] || s->side[BASE].rows > 0;
			on[NOW] = on[NOW] || s->side[NOW].rows > 0;
		}
		if (on[BASE] == on[NOW])
			continue;
		warn("%.*s: %.*s is counted %s: counting takes time, so times "
		     "do not compare",
		    SLICE_ARG(p->name), SLICE_ARG(metric),
		    on[NOW] ? "only in this run" : "only in the baseline");
		snprintf(name, sizeof(name), "note.counted.%.*s",
		    SLICE_ARG(metric));
		put(p, NULL, name, on[NOW], on[BASE]);
	}
}

static void
note_proofs(const struct part *p, const struct series *s,
    const struct judgement *j)
{
	const struct value *now = &j->median[NOW], *base = &j->median[BASE];
	struct slice group = store_group(p->s, s->place);

	if ((now->known & base->known & 1u << STAT_COUNT) == 0 ||
	    number_cmp(now->n[STAT_COUNT], base->n[STAT_COUNT]) == 0)
		return;
	warn("%.*s: %.*s: %g proofs, in the baseline %g", SLICE_ARG(p->name),
	    SLICE_ARG(group), now->n[STAT_COUNT].real,
	    base->n[STAT_COUNT].real);
	put(p, p->s->place[s->place].key, "note.proofs",
	    now->n[STAT_COUNT].real, base->n[STAT_COUNT].real);
}

/* Counts a group of the baseline if its last run may have it. */
static void
note_groups(const struct part *p, const struct judgement *all)
{
	size_t groups[SIDES] = { 0, 0 }, runs = most_runs(p);

	for (size_t i = 0; i < p->n; i++) {
		const struct series *s = series(p, i);

		if (!slice_eq(s->metric, metrics_named(ROLE_TOTAL)))
			continue;
		groups[BASE] += s->side[BASE].rows == runs ||
		    (s->side[BASE].rows > 0 && s->side[NOW].rows > 0);
		groups[NOW] += s->side[NOW].rows > 0;
		note_proofs(p, s, &all[p->list[i]]);
	}
	if (groups[BASE] == groups[NOW])
		return;
	warn("%.*s: %zu groups with proofs, in the baseline %zu",
	    SLICE_ARG(p->name), groups[NOW], groups[BASE]);
	put(p, NULL, "note.groups", (double)groups[NOW], (double)groups[BASE]);
}

/* The series of the coarse level, in their order; the caller frees them. */
static size_t *
coarse_series(const struct store *s, const size_t *layout, size_t *n)
{
	size_t *list = mem_zalloc(s->metrics.n + 1, sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < s->metrics.n; i++)
		if (!store_is_fine(s, s->series[layout[i]].place))
			list[(*n)++] = layout[i];
	return list;
}

void
notes_write(struct recout *o, const struct store *s, const size_t *layout,
    const struct judgement *all)
{
	size_t n, *list = coarse_series(s, layout, &n);

	for (size_t from = 0, end; from < n; from = end) {
		size_t bench = s->place[s->series[list[from]].place].bench;
		const struct bench *b = &s->bench[bench];
		struct part p = { o, s, bench, list + from, 0,
			store_bench_name(s, bench) };

		for (end = from; end < n &&
		     bench == s->place[s->series[list[end]].place].bench;
		     end++)
			;
		p.n = end - from;
		if (b->first[BASE] == NEVER || b->first[NOW] == NEVER)
			continue;
		note_paired(&p);
		note_provers(&p, b);
		note_best(&p, all);
		if (b->machine > 0 && b->machine != 1)
			put(&p, NULL, "note.machine_out", b->machine, 1);
		note_itself(&p, all);
		note_machines(&p);
		note_names(&p, all);
		note_instruments(&p);
		note_groups(&p, all);
	}
	free(list);
}

void
notes_of_history(const struct store *s)
{
	const struct history *h = &s->history[BASE];
	size_t column = 0, *machines;
	struct map seen = { 0 };

	while (column < h->ncolumns &&
	    !slice_eq(h->column[column], SLICE("machine")))
		column++;
	if (column == h->ncolumns)
		return;
	machines = mem_zalloc(s->benches.n + 1, sizeof(*machines));
	for (size_t i = 0; i < h->n; i++) {
		size_t bench = h->run[i].bench, n = seen.n;
		struct slice m = history_carried(h, i, column);

		machines[bench] += m.n > 0 && map_put(&seen, bench, m) == n;
	}
	for (size_t i = 0; i < s->benches.n; i++)
		if (machines[i] > 1)
			warn("%.*s: the runs are of %zu machines, and taken "
			     "for those of one; choose by --where machine=...",
			    SLICE_ARG(store_bench_name(s, i)), machines[i]);
	map_free(&seen);
	free(machines);
}
