/* SPDX-License-Identifier: MIT */
/* Columns of a stream and their values, for machine-readable formats. */
#include "base/mem.h"
#include "columns.h"
#include "number/numfmt.h"
#include "number/numparse.h"
#include "ovp-render/doc/escape.h"
#include "stream/labels.h"

static bool
is_one_of(struct slice name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (slice_eq(name, slice_str(*list)))
			return true;
	return false;
}

/* Columns that ovp-agg and ovp-diff may add: the median is in p50. */
static bool
is_added_number(struct slice name)
{
	static const char *const added[] = { "mde", "pct_low", "pct_high",
		NULL };
	struct number n;

	return is_one_of(name, added) ||
	    (name.n > 1 && name.at[0] == 'p' &&
		numparse((struct slice){ name.at + 1, name.n - 1 }, &n) &&
		n.real >= 0 && n.real <= 100);
}

static enum column
column_of(struct slice name)
{
	static const char *const whole[] = { "run", "runs", "base_runs",
		"count", "base_count", "event", NULL };
	static const char *const numbers[] = { "value", "sum", "min", "max",
		"avg", "stddev", "base_sum", "base_min", "base_max", "base_avg",
		"pct", "p", "before", "now", NULL };

	if (is_one_of(name, whole))
		return COLUMN_WHOLE;
	if (is_one_of(name, numbers) || is_added_number(name))
		return COLUMN_NUMBER;
	return slice_eq(name, SLICE("labels")) ? COLUMN_LABELS : COLUMN_TEXT;
}

/* Whether this kind of stream has a column of this name. */
static bool
is_required(enum stream_kind kind, struct slice name)
{
	const struct stream *s = stream_of(kind);

	for (size_t i = 0; i < s->ncolumns; i++)
		if (slice_eq(name, slice_str(s->column[i])))
			return true;
	return false;
}

enum column *
columns_of(const struct recin *in)
{
	enum stream_kind kind = recin_kind(in);
	size_t n, key, end;
	const struct slice *name = recin_columns(in, &n);
	enum column *column = mem_zalloc(n, sizeof(*column));

	recin_keys(in, &key, &end);
	for (size_t i = 0; i < n; i++)
		if (is_required(kind, name[i]) ||
		    (is_added_number(name[i]) && kind >= STREAM_STATISTICS &&
			(i < key || i >= end)))
			column[i] = column_of(name[i]);
	return column;
}

bool
columns_number(const struct recin *in, size_t column, struct slice field,
    struct number *n)
{
	if (field.n == 0)
		return false;
	if (!numparse(field, n))
		recin_fail(in, column, "'%.*s' is not a number",
		    SLICE_ARG(field));
	return true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a finite number in Rust's syntax is also valid JSON. */
static bool
is_json(struct slice s)
{
	const char *p = s.at, *end = s.at + s.n, *point;

	if (*p == '-')
		p++;
	if (!is_digit(*p) || (*p == '0' && end - p > 1 && is_digit(p[1])))
		return false;
	point = memchr(p, '.', (size_t)(end - p));
	return point == NULL || (end - point > 1 && is_digit(point[1]));
}

void
columns_put_number(struct recout *o, struct slice field, struct number n)
{
	if (is_json(field))
		recout_slice(o, field);
	else
		o->n += numfmt(recout_room(o, NUMFMT_MAX), n);
}

/* A key or value of a label as a JSON string. */
static void
put_string(struct recout *o, struct slice part)
{
	struct buf plain = { 0 };

	escape_json(o, labels_plain(part, &plain));
	buf_free(&plain);
}

void
columns_put_labels(struct recout *o, const struct recin *in, size_t column,
    struct slice field)
{
	struct label l;
	struct slice last = { "", 0 };
	bool first = true;
	int more;

	recout_char(o, '{');
	while ((more = labels_next(&field, &l)) == 1) {
		/* Equal keys are neighbours. */
		if (!first && slice_eq(l.key, last))
			continue;
		if (!first)
			recout_char(o, ',');
		first = false;
		last = l.key;
		put_string(o, l.key);
		recout_char(o, ':');
		put_string(o, l.value);
	}
	if (more < 0)
		recin_fail(in, column, "expected KEY=\"VALUE\", found '%.*s'",
		    SLICE_ARG(field));
	recout_char(o, '}');
}
