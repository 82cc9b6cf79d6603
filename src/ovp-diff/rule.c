/* SPDX-License-Identifier: MIT */
/* Rules of gates, as text and as tables. */
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/system.h"
#include "number/numparse.h"
#include "rule.h"
#include "stream/table.h"

enum {
	COL_METRIC,
	COL_GROUP,
	COL_LIMIT,
	COL_ABSOLUTE,
	COL_DIRECTION,
	COL_CLASS,
	NCOLS
};

static const struct table_column columns[NCOLS] = {
	{ "metric", true },
	{ "group", false },
	{ "limit", false },
	{ "absolute", false },
	{ "direction", false },
	{ "class", false },
};

static const char *const way_name[] = {
	[WAY_WORSE] = "worse",
	[WAY_BETTER] = "better",
	[WAY_UP] = "up",
	[WAY_DOWN] = "down",
	[WAY_EITHER] = "either",
};

static struct rule *
new_rule(struct rules *r)
{
	r->rule = mem_grow(r->rule, &r->cap, r->n, sizeof(*r->rule));
	r->rule[r->n] = (struct rule){ .class = -1 };
	return &r->rule[r->n++];
}

static const char *
keep(struct rules *r, struct slice s)
{
	return arena_copy(&r->text, s).at;
}

static struct slice
trim(struct slice s)
{
	while (s.n > 0 && s.at[0] == ' ')
		s = (struct slice){ s.at + 1, s.n - 1 };
	while (s.n > 0 && s.at[s.n - 1] == ' ')
		s.n--;
	return s;
}

static bool
number_of(struct slice s, double *to)
{
	struct number n;

	if (!numparse(s, &n) || !isfinite(n.real))
		return false;
	*to = n.real;
	return true;
}

/* Reads `30' or `commit=3ee99e5*', which follows the limit. */
static void
set_reference(struct rules *rules, struct rule *r, struct slice text)
{
	const char *sign = memchr(text.at, '=', text.n);
	struct number n;

	if (r->has_value)
		fail("-g: '%s': a limit of the value has no older run: write "
		     "5%%~30 or +50~30",
		    r->text);
	if (sign != NULL && sign > text.at) {
		size_t column = (size_t)(sign - text.at);

		r->reference.column = arena_copy(&rules->text,
		    (struct slice){ text.at, column });
		r->reference.glob = keep(rules,
		    (struct slice){ sign + 1, text.n - column - 1 });
		return;
	}
	if (!numparse(text, &n) || !n.is_whole || n.whole == 0 ||
	    n.whole > SIZE_MAX)
		fail("-g: '%s': '%.*s' is not a run (expected ~30, which is 30 "
		     "runs ago, or ~commit=3ee99e5*)",
		    r->text, SLICE_ARG(text));
	r->reference.back = (size_t)n.whole;
}

/* For WAY_DOWN all is negated, so that every limit is an upper one. */
static void
set_limit(struct rule *r, struct slice text)
{
	double sign = r->way == WAY_DOWN ? -1 : 1, x;
	bool pct = slice_ends(text, SLICE("%"));
	struct slice digits = trim((struct slice){ text.at, text.n - pct });
	bool is_signed = digits.n > 0 &&
	    (digits.at[0] == '+' || digits.at[0] == '-');

	if (!number_of(digits, &x))
		fail("-g: '%s': '%.*s' is not a limit (expected 5%%, +50 or "
		     "5000)",
		    r->text, SLICE_ARG(text));
	r->has_pct = pct;
	r->has_change = !pct && is_signed;
	r->has_value = !pct && !is_signed;
	*(pct ? &r->pct : is_signed ? &r->change : &r->value) = sign * x;
}

/* A metric's name may itself hold an `@': `par_proof_time_s@32'. */
static void
set_names(struct rules *rules, struct rule *r, struct slice names)
{
	const char *at = system_last(names.at, '@', names.n);
	size_t n = at == NULL ? names.n : (size_t)(at - names.at);

	if (n == 0)
		fail("-g: '%s': the metric is missing", r->text);
	r->metric = keep(rules, (struct slice){ names.at, n });
	if (at == NULL)
		return;
	r->whole = keep(rules, names);
	r->group = keep(rules, (struct slice){ at + 1, names.n - n - 1 });
}

void
rules_add(struct rules *rules, const char *text)
{
	struct rule *r = new_rule(rules);
	size_t n = strlen(text), op = n;
	const char *tilde;

	r->text = text;
	for (size_t i = 0; i < n; i++)
		if (text[i] == '<' || text[i] == '>')
			op = i;
	set_names(rules, r, trim((struct slice){ text, op }));
	if (op == n)
		return;
	r->way = text[op] == '>' ? WAY_UP : WAY_DOWN;
	tilde = strchr(text + op, '~');
	set_limit(r,
	    trim((struct slice){ text + op + 1,
		tilde == NULL ? n - op - 1 :
				(size_t)(tilde - text) - op - 1 }));
	if (tilde != NULL)
		set_reference(rules, r, trim(slice_str(tilde + 1)));
}

static enum way
way_of(const struct table *t, struct slice text)
{
	if (text.n == 0)
		return WAY_WORSE;
	for (size_t i = 0; i < sizeof(way_name) / sizeof(*way_name); i++)
		if (slice_eq(text, slice_str(way_name[i])))
			return (enum way)i;
	table_fail(t, COL_DIRECTION,
	    "invalid value '%.*s' (expected worse, "
	    "better, up, down or either)",
	    SLICE_ARG(text));
}

static bool
limit_of(const struct table *t, size_t column, struct slice text, double *to)
{
	struct slice digits = text;

	if (text.n == 0)
		return false;
	if (column == COL_LIMIT && slice_ends(text, SLICE("%")))
		digits.n--;
	if (!number_of(trim(digits), to))
		table_fail(t, column, "'%.*s' is not a number",
		    SLICE_ARG(text));
	return true;
}

/* The row as a user would type it. */
static const char *
tell(struct rules *rules, const struct rule *r, const struct slice *field)
{
	struct buf b = { 0 };
	const char *text;

	buf_slice(&b, field[COL_METRIC]);
	if (r->group != NULL)
		buf_printf(&b, "@%s", r->group);
	if (r->has_pct)
		buf_printf(&b, " %s by %g%%", way_name[r->way], r->pct);
	if (r->has_change)
		buf_printf(&b, "%s %s by %g", r->has_pct ? " and" : "",
		    way_name[r->way], r->change);
	if (!r->has_pct && !r->has_change)
		buf_printf(&b, " %s", way_name[r->way]);
	text = keep(rules, buf_bytes(&b));
	buf_free(&b);
	return text;
}

static void
load_row(struct rules *rules, const struct table *t, const struct slice *field)
{
	struct rule *r = new_rule(rules);

	if (field[COL_METRIC].n == 0)
		table_fail(t, COL_METRIC, "empty (* is any metric)");
	r->metric = keep(rules, field[COL_METRIC]);
	if (field[COL_GROUP].n > 0)
		r->group = keep(rules, field[COL_GROUP]);
	r->way = way_of(t, field[COL_DIRECTION]);
	r->has_pct = limit_of(t, COL_LIMIT, field[COL_LIMIT], &r->pct);
	r->has_change = limit_of(t, COL_ABSOLUTE, field[COL_ABSOLUTE],
	    &r->change);
	if (field[COL_CLASS].n > 0) {
		r->class = metrics_class_of(field[COL_CLASS]);
		if (r->class < 0)
			table_fail(t, COL_CLASS,
			    "invalid value '%.*s' "
			    "(expected exact, noisy or quantised)",
			    SLICE_ARG(field[COL_CLASS]));
	}
	r->text = tell(rules, r, field);
}

void
rules_load(struct rules *rules, const char *path)
{
	const struct slice *field;
	struct table t;

	table_open(&t, path, columns, NCOLS);
	while ((field = table_next(&t)) != NULL)
		load_row(rules, &t, field);
	table_close(&t);
}

void
rules_free(struct rules *r)
{
	free(r->rule);
	arena_free(&r->text);
}
