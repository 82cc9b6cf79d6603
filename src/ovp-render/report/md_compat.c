/* SPDX-License-Identifier: MIT */
/* The report in the reference's layout. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "compat.h"
#include "domain/metrics.h"
#include "domain/stages.h"
#include "ovp-render/doc/escape.h"
#include "ovp-render/doc/figures.h"
#include "ovp-render/sheet/statistic.h"
#include "ovp-render/sheet/times.h"
#include "span.h"

/* The reference pads metric names to this length. */
enum { NAME_LENGTH = 20 };

static void
put_times_title(struct recout *o, struct slice metric)
{
	struct slice provers = times_provers(metric);

	if (times_is_serial(metric)) {
		recout_str(o, " Proof Time (s) |");
		return;
	}
	recout_str(o, " Parallel Proof Time ");
	if (provers.n > 0) {
		recout_char(o, '(');
		escape_md(o, provers);
		recout_str(o, " provers) ");
	}
	recout_str(o, "(s) |");
}

static void
times_head(struct report *m, const struct slice *times, size_t n)
{
	recout_str(m->o, "| Summary |");
	for (size_t i = 0; i < n; i++)
		put_times_title(m->o, times[i]);
	recout_str(m->o, "\n|:---|");
	for (size_t i = 0; i < n; i++)
		recout_str(m->o, "---:|");
	recout_char(m->o, '\n');
	cut_head(&m->doc.cut, m->o);
}

/* Whether the group has times to show; keygen and the empty group do not. */
static bool
has_times(const struct sheet *s, const struct row *any,
    const struct row *const *cell)
{
	enum stage stage = stage_of(any->key[0]);

	if (stage == STAGE_KEYGEN || stage == STAGE_NONE)
		return false;
	for (size_t i = 0; i < s->ntimes; i++)
		if (cell[i] != NULL && row_now(cell[i], STAT_AVG).known)
			return true;
	return false;
}

/*
 * Whether both sides of a group, or of the whole bench, follow one rule: since
 * 2.1, preflight changes how parallel times are computed.
 */
static bool
one_rule(const struct report *m, const struct row *any, size_t from, size_t end)
{
	bool whole = times_is_total(any);

	for (size_t i = from; i < end; i++) {
		const struct row *r = &m->s->row[i];

		if (r->base == NULL ||
		    !slice_eq(r->metric, metrics_named(ROLE_PREFLIGHT)) ||
		    (whole ? stage_of(r->key[0]) != STAGE_APP :
			     !slice_eq(r->key[0], any->key[0])))
			continue;
		if (row_now(r, STAT_AVG).known != row_base(r, STAT_AVG).known)
			return false;
	}
	return true;
}

static void
times_row(struct report *m, const struct row *any,
    const struct row *const *cell, bool changes)
{
	recout_str(m->o, "| ");
	if (times_is_total(any))
		recout_str(m->o, "Total");
	else
		doc_key(&m->doc, any->key[0], m->s->key[0]);
	recout_str(m->o, " |");
	for (size_t i = 0; i < m->s->ntimes; i++) {
		recout_char(m->o, ' ');
		if (cell[i] != NULL &&
		    (changes || times_is_serial(m->s->times[i])))
			span_put(m->o, cell[i], STAT_AVG, put_seconds);
		else if (cell[i] != NULL)
			span_put_value(m->o, cell[i], STAT_AVG, put_seconds);
		else
			recout_char(m->o, '-');
		recout_str(m->o, " |");
	}
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, any->weight);
}

/* What the reference writes for a bench without proofs. */
static void
no_times(struct report *m, size_t n)
{
	recout_str(m->o, "| Total |");
	for (size_t i = 0; i < n; i++)
		recout_str(m->o, "  0 |");
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, 0);
}

static void
times(struct report *m, size_t from, size_t end, enum version version)
{
	static const struct slice usual[] = {
		{ "proof_time_s", 12 },
		{ "par_proof_time_s", 16 },
		{ "par_proof_time_s@32", 19 },
	};
	bool known = m->s->ntimes > 0, proves = false;
	size_t n = known ? m->s->ntimes : sizeof(usual) / sizeof(usual[0]);
	size_t first = from;
	const struct row **cell = mem_zalloc(n, sizeof(*cell)), *any;

	times_head(m, known ? m->s->times : usual, n);
	while ((any = times_next(m->s, &from, end, cell)) != NULL)
		if (has_times(m->s, any, cell)) {
			times_row(m, any, cell,
			    version == VERSION_2_0 ||
				one_rule(m, any, first, end));
			proves = true;
		}
	if (!proves)
		no_times(m, n);
	recout_str(m->o, "\n\n");
	cut_tail(&m->doc.cut, m->o);
	free(cell);
}

static bool
is_shown(const struct row *r)
{
	return r->place != ROW_HIDDEN && r->time == 0 &&
	    (row_now(r, STAT_AVG).known || row_now(r, STAT_SUM).known);
}

/* Keygen groups and the empty one have no table. */
static bool
has_table(const struct report *m, size_t from, size_t end)
{
	enum stage stage = stage_of(m->s->row[from].key[0]);

	for (size_t i = from; i < end; i++)
		if (is_shown(&m->s->row[i]))
			return stage != STAGE_KEYGEN && stage != STAGE_NONE;
	return false;
}

/* The name as the reference writes it, with a capital. */
static void
put_phase(struct report *m, struct slice phase)
{
	struct buf name = { 0 };

	buf_slice(&name, phase);
	if (name.at[0] >= 'a' && name.at[0] <= 'z')
		name.at[0] = (char)(name.at[0] - 'a' + 'A');
	recout_str(m->o, "| __");
	escape_md(m->o, buf_bytes(&name));
	recout_str(m->o, "__ |||||\n");
	buf_free(&name);
}

/*
 * In the reference only rates have no sum, and only the metrics of metered
 * execution occur once per app; estimates of cost are not work.
 */
static bool
shows(const struct sheet *s, const struct row *r, enum statistic stat)
{
	const struct metric *m = r->is;

	return statistic_shows(s, r, stat) ||
	    (m->stats == STATS_NOSUM && m->class == METRIC_EXACT) ||
	    (metric_has(m, ROLE_AGREE) && !metric_has(m, ROLE_WORK));
}

static void
metric_row(struct report *m, const struct row *r)
{
	static const enum statistic columns[] = { STAT_AVG, STAT_SUM, STAT_MAX,
		STAT_MIN };
	recout_str(m->o, "| ");
	escape_md_code(m->o, r->metric, NAME_LENGTH);
	recout_str(m->o, " |");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		recout_char(m->o, ' ');
		if (shows(m->s, r, columns[i]))
			span_put(m->o, r, columns[i], put_value_plain);
		else
			recout_str(m->o, "-         ");
		recout_str(m->o, " |");
	}
	recout_char(m->o, '\n');
	cut_row(&m->doc.cut, m->o, r->weight);
}

static void
group(struct report *m, size_t from, size_t end)
{
	size_t part = 0;

	recout_str(m->o, "| ");
	doc_key(&m->doc, m->s->row[from].key[0], m->s->key[0]);
	recout_str(m->o,
	    " |||||\n|:---|---:|---:|---:|---:|\n"
	    "|metric|avg|sum|max|min|\n");
	cut_head(&m->doc.cut, m->o);
	for (size_t i = from; i < end; i++) {
		const struct row *r = &m->s->row[i];

		if (!is_shown(r))
			continue;
		if (r->part != part) {
			if (part > 0)
				cut_tail(&m->doc.cut, m->o);
			put_phase(m, r->phase);
			cut_head(&m->doc.cut, m->o);
			part = r->part;
		}
		metric_row(m, r);
	}
	if (part > 0)
		cut_tail(&m->doc.cut, m->o);
	recout_char(m->o, '\n');
	cut_tail(&m->doc.cut, m->o);
}

void
md_compat(struct report *m, enum version version)
{
	size_t end, to;

	sheet_need_group(m->s, "--compat");
	for (size_t i = 0; i < m->s->n; i = end) {
		end = sheet_bench_end(m->s, i);
		if (counts_whole(m->s, i, end) == VERDICT_GONE)
			continue;
		cut_head(&m->doc.cut, m->o);
		times(m, i, end, version);
		for (; i < end; i = to) {
			to = sheet_group_end(m->s, i, end);
			if (has_table(m, i, to))
				group(m, i, to);
		}
		recout_str(m->o, "\n\n");
		cut_tail(&m->doc.cut, m->o);
	}
}
