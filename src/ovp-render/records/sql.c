/* SPDX-License-Identifier: MIT */
/* The records of a stream as a table for SQLite. */
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/chars.h"
#include "base/diag.h"
#include "base/field.h"
#include "base/map.h"
#include "columns.h"
#include "ovp-render/format/format.h"
#include "stream/labels.h"
#include "stream/numbers.h"

/*
 * A statement ends after this many bytes: at every line with a semicolon,
 * sqlite3 reads it again from its start.
 */
enum { STATEMENT = 4096 };

struct sql {
	struct recout *out;
	const struct recin *in;
	const struct slice *name; /* n of them */
	enum column *column;
	size_t n;
	struct numbers numbers;
	const char *table;
	struct buf raw; /* of a field, or of labels */
};

/* Doubles each quote in the text. */
static void
put_quoted(struct recout *o, struct slice s, char quote)
{
	recout_char(o, quote);
	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] == quote)
			recout_char(o, quote);
		recout_char(o, s.at[i]);
	}
	recout_char(o, quote);
}

/* Whether a text needs no escape between quotes. */
static bool
is_plain(struct slice s)
{
	while (s.n > 0) {
		uint32_t c = char_next(&s);

		if (char_is_control(c) || c == CHAR_WRONG)
			return false;
	}
	return true;
}

/*
 * A text with control characters: sqlite3 would remove CR at the end of a line
 * even between quotes.
 */
static void
put_bytes(struct recout *o, struct slice s)
{
	struct buf text = { 0 };

	while (s.n > 0)
		char_add(&text, char_next(&s));
	recout_str(o, "CAST(x'");
	for (size_t i = 0; i < text.n; i++)
		recout_printf(o, "%02x", (unsigned char)text.at[i]);
	recout_str(o, "' AS TEXT)");
	buf_free(&text);
}

static void
put_text(struct sql *q, struct slice field)
{
	struct slice s = field;

	q->raw.n = 0;
	if (field.n > 0 && memchr(field.at, '\\', field.n) != NULL &&
	    field_unescape(&q->raw, field))
		s = buf_bytes(&q->raw);
	if (is_plain(s))
		put_quoted(q->out, s, '\'');
	else
		put_bytes(q->out, s);
}

static void
put_number(struct sql *q, size_t column, struct slice field)
{
	struct number n;

	if (!columns_number(q->in, column, field, &n) || isnan(n.real))
		recout_str(q->out, "NULL");
	else if (isinf(n.real))
		/* The form that sqlite3 writes. */
		recout_str(q->out, n.real > 0 ? "9e999" : "-9e999");
	else
		columns_put_number(q->out, field, n);
}

/* Labels as the text of a JSON object, for json_extract(). */
static void
put_labels(struct sql *q, size_t column, struct slice field)
{
	struct recout *o = q->out;
	size_t from = o->n - o->whole;

	columns_put_labels(o, q->in, column, field);
	q->raw.n = 0;
	buf_add(&q->raw, o->at + o->whole + from, o->n - o->whole - from);
	o->n = o->whole + from;
	put_quoted(o, buf_bytes(&q->raw), '\'');
}

static void
put_record(struct sql *q, const struct slice *field)
{
	numbers_check(&q->numbers, q->in, field);
	for (size_t i = 0; i < q->n; i++) {
		recout_char(q->out, i == 0 ? '(' : ',');
		switch (q->column[i]) {
		case COLUMN_TEXT:
			put_text(q, field[i]);
			break;
		case COLUMN_WHOLE:
		case COLUMN_NUMBER:
			put_number(q, i, field[i]);
			break;
		case COLUMN_LABELS:
			put_labels(q, i, field[i]);
			break;
		}
	}
	recout_char(q->out, ')');
}

static void
check_names(const struct sql *q)
{
	struct map seen = { 0 };
	struct buf lower = { 0 };

	for (size_t i = 0; i < q->n; i++) {
		struct slice name = q->name[i];
		size_t at;

		lower.n = 0;
		for (size_t k = 0; k < name.n; k++)
			buf_char(&lower,
			    name.at[k] >= 'A' && name.at[k] <= 'Z' ?
				name.at[k] | 0x20 :
				name.at[k]);
		at = map_put(&seen, 0, buf_bytes(&lower));
		if (at != i)
			fail("columns '%.*s' and '%.*s' are the same in SQL, "
			     "which ignores case",
			    SLICE_ARG(q->name[at]), SLICE_ARG(name));
	}
	map_free(&seen);
	buf_free(&lower);
}

static void
put_table(struct sql *q)
{
	static const char *const type[] = {
		[COLUMN_TEXT] = "TEXT",
		[COLUMN_WHOLE] = "INTEGER",
		[COLUMN_NUMBER] = "NUMERIC",
		[COLUMN_LABELS] = "TEXT",
	};

	recout_printf(q->out, "CREATE TABLE IF NOT EXISTS %s (", q->table);
	for (size_t i = 0; i < q->n; i++) {
		recout_str(q->out, i == 0 ? "\n  " : ",\n  ");
		put_quoted(q->out, q->name[i], '"');
		recout_printf(q->out, " %s", type[q->column[i]]);
	}
	recout_str(q->out, "\n);\n");
}

static void
put_insert(struct sql *q)
{
	recout_printf(q->out, "INSERT INTO %s (", q->table);
	for (size_t i = 0; i < q->n; i++) {
		if (i > 0)
			recout_char(q->out, ',');
		put_quoted(q->out, q->name[i], '"');
	}
	recout_str(q->out, ") VALUES\n");
}

static void
put_all(struct sql *q, struct recin *in)
{
	struct recout *o = q->out;
	const struct slice *field = recin_next(in);

	while (field != NULL) {
		put_insert(q);
		put_record(q, field);
		while ((field = recin_next(in)) != NULL &&
		    o->n - o->whole < STATEMENT) {
			recout_str(o, ",\n");
			put_record(q, field);
		}
		recout_str(o, ";\n");
		recout_mark(o);
	}
}

void
render_sql(struct recin *in, struct recout *o, const struct opts *opts)
{
	struct sql q = {
		.out = o,
		.in = in,
		.column = columns_of(in),
		.table = stream_of(recin_kind(in))->name,
	};

	(void)opts;
	q.name = recin_columns(in, &q.n);
	check_names(&q);
	numbers_open(&q.numbers, in);
	recout_str(o, "BEGIN;\n");
	put_table(&q);
	recout_mark(o);
	put_all(&q, in);
	recout_str(o, "COMMIT;\n");
	numbers_close(&q.numbers);
	free(q.column);
	buf_free(&q.raw);
}
