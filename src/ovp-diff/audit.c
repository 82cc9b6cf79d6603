/* SPDX-License-Identifier: MIT */
/* Audit: replay of a history. */
#include <math.h>
#include <stdlib.h>

#include "audit.h"
#include "base/mem.h"
#include "layout.h"
#include "noisy.h"
#include "stats/order.h"
#include "write.h"

/* Number of runs after a change that show whether it began a new level. */
enum { AFTER = 3 };

struct replay {
	const double *x; /* n runs */
	size_t n;
	const struct metric *metric;
	double step, alpha;
	size_t alarms, stayed;
	double *off; /* per cent; 0: it stayed */
	double *mde; /* per cent, from run 1 on */
	size_t noff, nmde;
};

/* Whether the next runs are at least half as far off, or there are none. */
static bool
stays(const struct replay *r, size_t at, const struct change *c)
{
	size_t left = r->n - at - 1, n = left < AFTER ? left : AFTER;
	double off;

	if (n == 0)
		return true;
	off = order_median(r->x + at + 1, n) - c->noise.level;
	return off * c->off >= 0.5 * c->off * c->off;
}

static void
replay_run(struct replay *r, size_t at)
{
	struct change c;
	double level;
	bool stayed;

	change_of(&c, r->x, at, r->x + at, 1,
	    &(struct change_ask){ r->step, r->alpha, CHANGE_MEDIAN });
	level = fabs(c.noise.level) / 100;
	if (level == 0)
		return;
	stayed = stays(r, at, &c);
	r->mde[r->nmde++] = noisy_smallest(&c, r->metric, r->alpha, r->step) /
	    level;
	r->off[r->noff++] = stayed ? 0 : fabs(c.off) / level;
	if (c.p <= r->alpha &&
	    fabs(c.off) > noisy_least(&c, r->metric, r->step)) {
		r->alarms++;
		r->stayed += stayed;
	}
}

/* The limit that at most a share alpha of the runs exceed, new levels aside. */
static double
limit(struct replay *r)
{
	size_t over = (size_t)(r->alpha * (double)r->noff);

	return order_nth(r->off, r->noff, r->noff - 1 - over);
}

static void
write_audit(struct recout *o, const struct store *s, const struct series *of,
    struct replay *r)
{
	const struct place *p = &s->place[of->place];

	recout_field(o, store_bench_name(s, p->bench));
	for (size_t k = 0; k < s->nkeys; k++)
		recout_field(o, p->key[k]);
	recout_field(o, of->metric);
	write_number(o, number_whole(r->n));
	write_number(o, number_whole(r->alarms));
	write_number(o, number_whole(r->stayed));
	write_rounded(o,
	    100 * (double)(r->alarms - r->stayed) / (double)(r->n - 1));
	if (r->nmde > 0)
		write_rounded(o, order_median(r->mde, r->nmde));
	else
		recout_char(o, '\t');
	if (r->noff > 0)
		write_rounded(o, limit(r));
	else
		recout_char(o, '\t');
	recout_end(o);
}

static void
audit(struct recout *o, const struct store *s, const struct series *of,
    double alpha)
{
	const struct metric *m = metrics_find_kind(of->metric,
	    slice_eq(of->kind, SLICE("counter")));
	const struct runs *runs = &of->side[BASE];
	struct replay r = { .metric = m, .alpha = alpha };
	enum statistic by = STAT_AVG;
	double *x;

	if (m->class == METRIC_EXACT)
		return;
	if (runs->n > 0 && (runs->at[runs->n - 1].known & 1u << by) == 0)
		by = STAT_SUM;
	r.x = x = noisy_values(runs, by, &r.n);
	if (r.n > 1) {
		r.step = noisy_step(m, of);
		r.off = mem_zalloc(r.n, sizeof(*r.off));
		r.mde = mem_zalloc(r.n, sizeof(*r.mde));
		for (size_t i = 1; i < r.n; i++)
			replay_run(&r, i);
		write_audit(o, s, of, &r);
		free(r.off);
		free(r.mde);
	}
	free(x);
}

void
audit_write(struct recout *o, const struct store *s, double alpha)
{
	size_t *layout = layout_order(s);

	recout_str(o, "bench\t");
	for (size_t k = 0; k < s->nkeys; k++)
		recout_field(o, s->key[k]);
	recout_str(o, "metric\truns\talarms\tstayed\tfalse_pct\tmde\tlimit\t");
	recout_end(o);
	for (size_t i = 0; i < s->metrics.n; i++)
		if (!store_is_fine(s, s->series[layout[i]].place))
			audit(o, s, &s->series[layout[i]], alpha);
	free(layout);
}
