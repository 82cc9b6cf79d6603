/* SPDX-License-Identifier: MIT */
/* Statistics in the text exposition format of Prometheus. */
#include <math.h>
#include <stdlib.h>

#include "base/chars.h"
#include "base/diag.h"
#include "base/field.h"
#include "base/mem.h"
#include "base/sort.h"
#include "number/numfmt.h"
#include "ovp-render/sheet/select.h"
#include "ovp-render/sheet/sheet_read.h"
#include "ovp-render/sheet/statistic.h"

struct exposition {
	struct sheet *s;
	struct recout *o;
	struct buf name;   /* of the open family */
	struct map series; /* of the family, by their labels */
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Appends a name as Prometheus spells it, with `_' for invalid characters. */
static void
add_name(struct buf *b, struct slice field)
{
	for (size_t i = 0; i < field.n; i++) {
		char c = field.at[i];

		buf_char(b,
		    is_letter(c) || (c >= '0' && c <= '9' && b->n > 0) ? c :
									 '_');
	}
}

static void
add_value(struct buf *b, struct slice field)
{
	struct buf raw = { 0 };
	struct slice s = field_unescape(&raw, field) ? buf_bytes(&raw) : field;

	while (s.n > 0) {
		uint32_t c = char_next(&s);

		if (c == '\n')
			buf_str(b, "\\n");
		else if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (int)c);
		else
			char_add(b, c);
	}
	buf_free(&raw);
}

static void
add_label(struct buf *b, struct slice key, struct slice value)
{
	struct buf name = { 0 };

	add_name(&name, key);
	buf_printf(b, "%s%.*s=\"", b->n > 0 ? "," : "",
	    SLICE_ARG(buf_bytes(&name)));
	add_value(b, value);
	buf_char(b, '"');
	buf_free(&name);
}

static void
family_name(struct buf *b, struct slice metric)
{
	b->n = 0;
	buf_str(b, "ovp_");
	add_name(b, metric);
}

static void
put_family(struct exposition *e, const struct row *r)
{
	const char *unit = r->is->unit;

	map_free(&e->series);
	recout_printf(e->o,
	    "# HELP %.*s Statistics of the proofs of a group%s"
	    "%s.\n# TYPE %.*s gauge\n",
	    SLICE_ARG(buf_bytes(&e->name)), unit[0] == '\0' ? "" : ", in ",
	    unit, SLICE_ARG(buf_bytes(&e->name)));
}

static void
put_number(struct recout *o, struct number n)
{
	if (isinf(n.real))
		recout_str(o, n.real > 0 ? "+Inf" : "-Inf");
	else
		o->n += numfmt(recout_room(o, NUMFMT_MAX), n);
}

/* The series of a row, one for each meaningful statistic. */
static void
put_row(struct exposition *e, const struct row *r)
{
	struct buf labels = { 0 };
	size_t known = e->series.n;

	add_label(&labels, SLICE("bench"), e->s->benches.key[r->bench].bytes);
	for (size_t k = 0; k < e->s->nkeys; k++)
		if (r->key[k].n > 0)
			add_label(&labels, e->s->key[k], r->key[k]);
	if (r->phase.n > 0)
		add_label(&labels, SLICE("phase"), r->phase);
	if (map_put(&e->series, 0, buf_bytes(&labels)) != known) {
		warn("left out: '%.*s': another metric is named %.*s, too",
		    SLICE_ARG(r->metric), SLICE_ARG(buf_bytes(&e->name)));
		buf_free(&labels);
		return;
	}
	for (enum statistic stat = STAT_COUNT; stat <= STAT_AVG; stat++) {
		if (!row_now(r, stat).known || !statistic_shows(e->s, r, stat))
			continue;
		recout_printf(e->o, "%.*s{", SLICE_ARG(buf_bytes(&e->name)));
		recout_slice(e->o, buf_bytes(&labels));
		recout_str(e->o, ",stat=\"");
		recout_slice(e->o, e->s->stat[stat]);
		recout_str(e->o, "\"} ");
		put_number(e->o, row_now(r, stat).n);
		recout_char(e->o, '\n');
	}
	buf_free(&labels);
}

/* Families in the order of their names, rows in that of the report. */
static int
by_family(const void *a, const void *b, void *sheet)
{
	const struct sheet *s = sheet;
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	struct buf m = { 0 }, n = { 0 };
	int order;

	family_name(&m, s->row[x].metric);
	family_name(&n, s->row[y].metric);
	order = slice_cmp(buf_bytes(&m), buf_bytes(&n));
	buf_free(&m);
	buf_free(&n);
	return order != 0 ? order : (x > y) - (x < y);
}

void
render_prometheus(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sheet s;
	struct exposition e = { .s = &s, .o = o };
	struct buf last = { 0 };
	size_t *row, n = 0;

	sheet_read(&s, in);
	select_rows(&s, opts);
	row = mem_zalloc(s.n + 1, sizeof(*row));
	for (size_t i = 0; i < s.n; i++)
		if (s.row[i].verdict != VERDICT_GONE &&
		    s.row[i].place != ROW_HIDDEN)
			row[n++] = i;
	sort_with(row, n, sizeof(*row), by_family, &s);
	for (size_t i = 0; i < n; i++) {
		family_name(&e.name, s.row[row[i]].metric);
		if (i == 0 || !slice_eq(buf_bytes(&e.name), buf_bytes(&last)))
			put_family(&e, &s.row[row[i]]);
		put_row(&e, &s.row[row[i]]);
		last.n = 0;
		buf_slice(&last, buf_bytes(&e.name));
	}
	map_free(&e.series);
	buf_free(&e.name);
	buf_free(&last);
	free(row);
	sheet_free(&s);
}
