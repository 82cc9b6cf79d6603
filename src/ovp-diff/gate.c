/* SPDX-License-Identifier: MIT */
/* Gates: rules that a comparison must keep. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/glob.h"
#include "base/globs.h"
#include "base/map.h"
#include "base/mem.h"
#include "gate.h"
#include "machine.h"
#include "number/numfmt.h"
#include "since.h"

/* Whether the rule compares with an older run. */
static bool
refers(const struct rule *r)
{
	return r->reference.back > 0 || r->reference.glob != NULL;
}

/*
 * A plain name matches in either spelling, the exporter's or the program's. A
 * pattern is tried on the metric as given and as its program spells it.
 */
static bool
names(const struct rule *r, struct slice metric)
{
	struct slice rule = slice_str(r->metric);

	if (!globs_is_pattern(rule))
		return slice_eq(metrics_original(rule),
		    metrics_original(metric));
	return glob_match(r->metric, metric) ||
	    glob_match(r->metric, metrics_original(metric));
}

static bool
applies(const struct rule *r, const struct store *s, const struct series *of,
    const struct judgement *j)
{
	if (store_is_fine(s, of->place) ||
	    (r->class >= 0 && r->class != (int)j->metric->class))
		return false;
	if (r->whole != NULL && glob_match(r->whole, of->metric))
		return true;
	return names(r, of->metric) &&
	    (r->group == NULL ||
		glob_match(r->group, store_group(s, of->place)));
}

/* The amount that is compared with a limit: bad if above it. */
static double
toward(const struct rule *r, const struct metric *m, double amount)
{
	double worse = m->better == METRIC_HIGHER ? -amount :
	    m->better == METRIC_LOWER             ? amount :
						    fabs(amount);

	switch (r->way) {
	case WAY_WORSE:
		return worse;
	case WAY_BETTER:
		return m->better == METRIC_NEITHER ? worse : -worse;
	case WAY_UP:
		return amount;
	case WAY_DOWN:
		return -amount;
	case WAY_EITHER:
		break;
	}
	return fabs(amount);
}

/* A change from 0 is above any percentage. */
static double
percent(const struct judgement *j)
{
	if (j->has_pct)
		return j->pct;
	return j->change == 0 ? 0 : copysign(INFINITY, j->change);
}

/* If neither way is better, `worse' and `better' match any change. */
static bool
by_verdict(const struct rule *r, const struct judgement *j)
{
	if (j->verdict == VERDICT_SAME)
		return false;
	switch (r->way) {
	case WAY_WORSE:
		return j->verdict != VERDICT_BETTER;
	case WAY_BETTER:
		return j->verdict != VERDICT_WORSE;
	case WAY_UP:
		return j->change > 0;
	case WAY_DOWN:
		return j->change < 0;
	case WAY_EITHER:
		break;
	}
	return true;
}

static bool
breaks(const struct rule *r, const struct judgement *j)
{
	if (r->has_value)
		return toward(r, j->metric,
			   j->median[NOW].n[j->value_by].real) > r->value;
	if (!r->has_pct && !r->has_change)
		return by_verdict(r, j);
	return (!r->has_pct || toward(r, j->metric, percent(j)) > r->pct) &&
	    (!r->has_change || toward(r, j->metric, j->change) > r->change);
}

/*
 * Adds the value of a side, and its number of proofs if the sides' numbers
 * differ.
 */
static void
add_side(struct buf *b, const char *before, const struct judgement *j,
    enum side side, enum statistic by)
{
	const struct value *v = &j->median[side];

	buf_str(b, before);
	if ((v->known & 1u << by) == 0) {
		buf_str(b, "none");
		return;
	}
	b->n += numfmt(buf_room(b, NUMFMT_MAX), v->n[by]);
	if (by == j->value_by || (v->known & 1u << STAT_COUNT) == 0)
		return;
	buf_str(b, " in ");
	b->n += numfmt(buf_room(b, NUMFMT_MAX), v->n[STAT_COUNT]);
}

/* Adds four digits, without an exponent. */
static void
add_percent(struct buf *b, double pct)
{
	struct number n = number_real(0);
	char text[40];
	int len = snprintf(text, sizeof(text), "%.4g", pct);

	numparse((struct slice){ text, (size_t)len }, &n);
	buf_str(b, pct > 0 ? " (+" : " (");
	b->n += numfmt(buf_room(b, NUMFMT_MAX), n);
	buf_str(b, "%)");
}

/* Whether a side that the rule needs has rows but no value. */
static bool
lacks(const struct rule *r, const struct series *of)
{
	for (enum side i = r->has_value ? NOW : BASE; i < SIDES; i++)
		if (of->side[i].rows > 0 && of->side[i].n == 0)
			return true;
	return false;
}

/* Warns of a broken rule; adds the warning as a line. */
static void
tell(struct buf *said, const struct rule *r, struct slice what)
{
	warn("gate '%s': %.*s", r->text, SLICE_ARG(what));
	buf_slice(said, what);
	buf_char(said, '\n');
}

static void
tell_row(struct buf *said, const struct rule *r, const struct store *s,
    const struct series *of, const struct judgement *j,
    const struct since *since)
{
	enum statistic by = r->has_value ? j->value_by : j->by;
	const struct place *p = &s->place[of->place];
	size_t nkeys = s->levelled ? 1 : s->nkeys;
	struct buf b = { 0 };

	buf_slice(&b, store_bench_name(s, p->bench));
	for (size_t k = 0; k < nkeys; k++) {
		buf_char(&b, ' ');
		buf_slice(&b, p->key[k]);
	}
	buf_char(&b, ' ');
	buf_slice(&b, of->metric);
	if (lacks(r, of))
		buf_str(&b, ": missing, not every value is finite");
	add_side(&b, ": ", j, NOW, by);
	if (since != NULL) {
		buf_str(&b, ", ");
		since_tell(&b, s, since->run);
	}
	add_side(&b, since != NULL ? " " : ", baseline ", j, BASE, by);
	if (j->has_change && j->has_pct && by == j->by)
		add_percent(&b, j->pct);
	if (machine_factor(j->metric, s->bench[p->bench].machine) != 1)
		buf_str(&b, " without the machine");
	tell(said, r, buf_bytes(&b));
	buf_free(&b);
}

/* Reports that the baseline lacks the run that the rule refers to. */
static void
tell_no_run(struct buf *said, const struct rule *r, const struct store *s,
    const struct series *of)
{
	struct buf b = { 0 };

	buf_slice(&b, store_bench_name(s, s->place[of->place].bench));
	buf_str(&b, ": no run of the baseline has the ");
	buf_slice(&b, r->reference.column);
	buf_printf(&b, " '%s'", r->reference.glob);
	tell(said, r, buf_bytes(&b));
	buf_free(&b);
}

/*
 * Places in the layout by metric, in the spelling of its program, so that a
 * rule for one name does not scan all series. `at_sign' lists the names with an
 * `@', which may also be read as METRIC@GROUP.
 */
struct index {
	struct map names;
	size_t *first, *next; /* by name, by place; NEVER ends it */
	size_t *at_sign;
	size_t nat_sign;
	size_t *list; /* room for all places */
};

/* The result of a rule. */
struct found {
	size_t compared, broken, fresh, gone;
	struct buf *said; /* borrowed: what broke it, as lines */
};

static void
check_row(const struct rule *r, const struct store *s, const struct series *of,
    const struct judgement *j, struct found *f)
{
	bool lost = lacks(r, of);
	struct judgement older;
	struct since since;

	f->fresh += j->verdict == VERDICT_NEW;
	f->gone += j->verdict == VERDICT_GONE;
	/* A limit of the value needs no baseline. */
	if (!j->has_change && !lost &&
	    !(r->has_value && j->verdict == VERDICT_NEW))
		return;
	f->compared++;
	if (!lost && refers(r)) {
		if (!since_reference(s, of, j, &r->reference, &since)) {
			f->broken++;
			tell_no_run(f->said, r, s, of);
			return;
		}
		older = *j;
		since_apply(&older, &since);
		j = &older;
	}
	if (lost || breaks(r, j)) {
		f->broken++;
		tell_row(f->said, r, s, of, j, j == &older ? &since : NULL);
	}
}

/* A bench that crashed must not pass as fast enough. */
static bool
bench_is_missing(const struct rule *r, const struct store *s, size_t bench,
    const struct found *f)
{
	struct buf b = { 0 };

	if (f->gone == 0 || f->fresh > 0 || f->compared > 0)
		return false;
	buf_slice(&b, store_bench_name(s, bench));
	buf_str(&b, ": missing from the run");
	tell(f->said, r, buf_bytes(&b));
	buf_free(&b);
	return true;
}

static struct index
make_index(const struct store *s, const size_t *layout)
{
	size_t n = s->metrics.n;
	struct index x = {
		.first = mem_zalloc(n + 1, sizeof(size_t)),
		.next = mem_zalloc(n + 1, sizeof(size_t)),
		.at_sign = mem_zalloc(n + 1, sizeof(size_t)),
		.list = mem_zalloc(n + 1, sizeof(size_t)),
	};

	/* Backwards, so that the chains run forwards. */
	for (size_t i = n; i-- > 0;) {
		struct slice metric = s->series[layout[i]].metric;
		size_t known = x.names.n,
		       name = map_put(&x.names, 0, metrics_original(metric));

		x.next[i] = name == known ? NEVER : x.first[name];
		x.first[name] = i;
	}
	for (size_t i = 0; i < n; i++)
		if (memchr(s->series[layout[i]].metric.at, '@',
			s->series[layout[i]].metric.n) != NULL)
			x.at_sign[x.nat_sign++] = i;
	return x;
}

static void
free_index(struct index *x)
{
	map_free(&x->names);
	free(x->first);
	free(x->next);
	free(x->at_sign);
	free(x->list);
}

/*
 * Lists the places that a rule may apply to in x->list; returns their number.
 */
static size_t
find_places(struct index *x, const struct rule *r, size_t nseries)
{
	struct slice metric = slice_str(r->metric);
	size_t name = map_find(&x->names, 0, metrics_original(metric));
	size_t at = NEVER, n = 0, k = 0;

	if (globs_is_pattern(metric)) {
		while (n < nseries) {
			x->list[n] = n;
			n++;
		}
		return n;
	}
	if (name != MAP_NONE)
		at = x->first[name];
	while (at != NEVER || (r->whole != NULL && k < x->nat_sign)) {
		size_t other = r->whole != NULL && k < x->nat_sign ?
		    x->at_sign[k] :
		    NEVER;

		x->list[n++] = at < other ? at : other;
		if (other <= at)
			k++;
		if (at <= other)
			at = at == NEVER ? NEVER : x->next[at];
	}
	return n;
}

static size_t
check(const struct rule *r, const struct store *s, const size_t *layout,
    const struct judgement *all, struct index *x, struct buf *said)
{
	size_t n = find_places(x, r, s->metrics.n);
	struct found sum = { 0 };

	for (size_t i = 0; i < n;) {
		size_t bench =
		    s->place[s->series[layout[x->list[i]]].place].bench;
		struct found f = { .said = said };

		for (; i < n; i++) {
			size_t at = layout[x->list[i]];
			const struct series *of = &s->series[at];

			if (s->place[of->place].bench != bench)
				break;
			if (applies(r, s, of, &all[at]))
				check_row(r, s, of, &all[at], &f);
		}
		sum.broken += f.broken + bench_is_missing(r, s, bench, &f);
		sum.compared += f.compared;
		sum.fresh += f.fresh;
	}
	if (sum.compared == 0 && sum.broken == 0) {
		tell(said, r,
		    sum.fresh > 0 ?
			SLICE("missing from the baseline") :
			SLICE("nothing on either side matches the rule"));
		return 1;
	}
	return sum.broken;
}

size_t
gate_check(const struct rules *rules, const struct store *s,
    const size_t *layout, const struct judgement *all, struct junit *junit)
{
	struct index x = make_index(s, layout);
	struct buf said = { 0 };
	size_t broken = 0;

	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *r = &rules->rule[i];

		said.n = 0;
		broken += check(r, s, layout, all, &x, &said);
		junit_case(junit, r->text, buf_bytes(&said));
	}
	buf_free(&said);
	free_index(&x);
	return broken;
}
