/* SPDX-License-Identifier: MIT */
/* Writing the comparison stream. */
#include <math.h>
#include <stdio.h>

#include "number/numfmt.h"
#include "write.h"

enum { RECENT = 40 }; /* most runs in the column recent */

void
write_header(struct recout *o, const struct store *s)
{
	recout_str(o, "bench\t");
	for (size_t k = 0; k < s->nkeys; k++)
		recout_field(o, s->key[k]);
	recout_str(o,
	    "metric\tphase\tkind\truns\tcount\tsum\tmin\tmax\tavg\t"
	    "base_runs\tbase_count\tbase_sum\tbase_min\tbase_max\tbase_avg\t"
	    "pct\tp\tverdict\tmde\tpct_low\tpct_high\t");
	if (s->recent)
		recout_str(o, "recent\t");
	for (size_t i = 0; i < s->ncarried; i++) {
		recout_field(o, s->carried[i].name);
		recout_str(o, "base_");
		recout_field(o, s->carried[i].name);
	}
	recout_end(o);
}

void
write_number(struct recout *o, struct number n)
{
	o->n += numfmt(recout_room(o, NUMFMT_MAX), n);
	recout_char(o, '\t');
}

void
write_rounded(struct recout *o, double x)
{
	/* Values below a billionth are written as 0. */
	struct number n = number_rounded(fabs(x) >= 1e-9 ? x : 0, 4);

	write_number(o, n.is_whole ? n : number_real(n.real));
}

static void
write_side(struct recout *o, const struct judgement *j, enum side side)
{
	if (j->runs[side] > 0)
		write_number(o, number_whole(j->runs[side]));
	else
		recout_char(o, '\t');
	for (size_t i = 0; i < STATS; i++)
		if ((j->median[side].known & 1u << i) != 0)
			write_number(o, j->median[side].n[i]);
		else
			recout_char(o, '\t');
}

static void
write_if(struct recout *o, bool known, double x)
{
	/* An infinite value or NaN is unknown. */
	if (known && isfinite(x))
		write_rounded(o, x);
	else
		recout_char(o, '\t');
}

/* Proof times of the last runs and the current one, separated by commas. */
static void
write_recent(struct recout *o, const struct store *s, const struct series *of,
    const struct judgement *j)
{
	const struct runs *base = &of->side[BASE];
	size_t from = base->n < RECENT ? 0 : base->n - RECENT + 1;

	if (j->tested && base->n >= WRITE_RECENT &&
	    !store_is_fine(s, of->place) &&
	    (metric_has(j->metric, ROLE_TOTAL) ||
		metric_has(j->metric, ROLE_SECONDS))) {
		for (size_t i = from; i < base->n; i++)
			if ((base->at[i].known & 1u << j->by) != 0)
				recout_printf(o, "%.4g,",
				    base->at[i].n[j->by].real);
		recout_printf(o, "%.4g", j->median[NOW].n[j->by].real);
	}
	recout_char(o, '\t');
}

void
write_row(struct recout *o, const struct store *s, const struct series *of,
    const struct judgement *j)
{
	const struct place *p = &s->place[of->place];

	recout_field(o, store_bench_name(s, p->bench));
	for (size_t k = 0; k < s->nkeys; k++)
		recout_field(o, p->key[k]);
	recout_field(o, of->metric);
	recout_field(o, of->phase);
	recout_field(o, of->kind);
	write_side(o, j, NOW);
	write_side(o, j, BASE);
	if (j->has_pct)
		write_number(o, number_real(j->pct));
	else
		recout_char(o, '\t');
	write_if(o, j->tested, j->p);
	recout_field(o, slice_str(verdict_word[j->verdict]));
	write_if(o, j->tested && j->has_pct, j->mde);
	write_if(o, j->tested && j->has_pct, j->low);
	write_if(o, j->tested && j->has_pct, j->high);
	if (s->recent)
		write_recent(o, s, of, j);
	for (size_t i = 0; i < s->ncarried; i++) {
		recout_field(o, store_carried(s, of, NOW, i));
		recout_field(o, store_carried(s, of, BASE, i));
	}
	recout_end(o);
}

static void
write_some(struct recout *o, const struct store *s, const struct aside *a,
    enum side side)
{
	/* The columns for runs and count come before the sum. */
	if (side == BASE && a->of_run)
		recout_slice(o, s->history[BASE].run[a->run].number);
	recout_str(o, "\t\t");
	if (a->has_sum)
		write_number(o, number_real(a->sum[side]));
	else
		recout_char(o, '\t');
	recout_str(o, "\t\t");
	if (a->known[side] && isfinite(a->value[side]))
		write_number(o, number_real(a->value[side]));
	else
		recout_char(o, '\t');
}

void
write_aside(struct recout *o, const struct store *s, const struct aside *a)
{
	bool grouped = s->levelled ||
	    (s->nkeys == 1 && slice_eq(s->key[0], SLICE("group")));

	recout_field(o, store_bench_name(s, a->bench));
	for (size_t k = 0; k < s->nkeys; k++)
		recout_field(o,
		    a->key != NULL        ? a->key[k] :
			grouped && k == 0 ? SLICE("*") :
					    SLICE(""));
	recout_field(o, slice_str(a->name));
	recout_char(o, '\t');
	recout_field(o, slice_str(a->kind));
	write_some(o, s, a, NOW);
	write_some(o, s, a, BASE);
	if (a->has_pct && isfinite(a->pct))
		write_number(o, number_real(a->pct));
	else
		recout_char(o, '\t');
	recout_str(o, s->recent ? "\tsame\t\t\t\t\t" : "\tsame\t\t\t\t");
	for (size_t i = 0; i < s->ncarried; i++) {
		recout_char(o, '\t');
		if (a->of_run && s->carried[i].at[BASE] != NEVER)
			recout_slice(o,
			    history_carried(&s->history[BASE], a->run,
				s->carried[i].at[BASE]));
		recout_char(o, '\t');
	}
	recout_end(o);
}
