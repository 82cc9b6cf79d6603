/* SPDX-License-Identifier: MIT */
/* Files of metrics, whose rows precede the built-in ones. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "metric_rows.h"
#include "metrics.h"
#include "number/numparse.h"
#include "stream/table.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

enum column {
	NAME,
	GLOB,
	CLASS,
	BETTER,
	DIRECTION,
	UNIT,
	SHOWN,
	STATS,
	ONCE,
	FLOOR,
	PART_OF,
	ROLES,
	SAME_AS,
	LEVELS,
	ZERO,
	PROVER,
	COLUMNS,
};

/* Two have an older name. Only the built-in table uses those from part_of. */
static const struct table_column columns[COLUMNS] = {
	[NAME] = { "name", false },
	[GLOB] = { "glob", false },
	[CLASS] = { "class", false },
	[BETTER] = { "better", false },
	[DIRECTION] = { "direction", false },
	[UNIT] = { "unit", false },
	[SHOWN] = { "shown", false },
	[STATS] = { "stats", false },
	[ONCE] = { "once", false },
	[FLOOR] = { "floor", false },
	[PART_OF] = { "part_of", false },
	[ROLES] = { "roles", false },
	[SAME_AS] = { "same_as", false },
	[LEVELS] = { "levels", false },
	[ZERO] = { "zero", false },
	[PROVER] = { "prover", false },
};

/* A word and its value. */
struct word {
	const char *name;
	int value;
};

static const struct word class_word[] = {
	{ "exact", METRIC_EXACT },
	{ "noisy", METRIC_NOISY },
	{ "quantised", METRIC_QUANTISED },
};

static const struct word better_word[] = {
	{ "lower", METRIC_LOWER },
	{ "higher", METRIC_HIGHER },
	{ "neither", METRIC_NEITHER },
};

static const struct word shown_word[] = {
	{ "no", SHOWN_NO },
	{ "own", SHOWN_OWN },
	{ "ref", SHOWN_REF },
	{ "2.0", SHOWN_2_0 },
	{ "2.1", SHOWN_2_1 },
};

static const struct word stats_word[] = {
	{ "all", STATS_ALL },
	{ "nosum", STATS_NOSUM },
};

static const struct word once_word[] = {
	{ "no", ONCE_NO },
	{ "app", ONCE_APP },
	{ "whole", ONCE_WHOLE },
};

/* Holds the rows of files and their texts. */
static struct arena text;

static int
value_of(const struct word *word, size_t n, struct slice name)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq(name, slice_str(word[i].name)))
			return word[i].value;
	return -1;
}

int
metrics_class_of(struct slice name)
{
	return value_of(class_word, N(class_word), name);
}

int
metrics_direction_of(struct slice name)
{
	return value_of(better_word, N(better_word), name);
}

static bool
is_open(struct slice field)
{
	return field.n == 0 || slice_eq(field, SLICE("-"));
}

_Noreturn static void
fail_word(const struct table *t, enum column c, struct slice name,
    const struct word *word, size_t n)
{
	char list[100] = "";

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			strlcat(list, ", ", sizeof(list));
		strlcat(list, word[i].name, sizeof(list));
	}
	table_fail(t, c, "invalid value '%.*s' (expected one of %s)",
	    SLICE_ARG(name), list);
}

/* The value of a word; -1 if the field is open. */
static int
get_word(const struct table *t, const struct slice *field, enum column c,
    const struct word *word, size_t n)
{
	int value;

	if (is_open(field[c]))
		return -1;
	value = value_of(word, n, field[c]);
	if (value < 0)
		fail_word(t, c, field[c], word, n);
	return value;
}

/* The same for a comma-separated list, as a set of bits. */
static int
get_words(const struct table *t, const struct slice *field, enum column c,
    const struct word *word, size_t n)
{
	struct slice rest = field[c];
	int set = 0;

	if (is_open(rest))
		return -1;
	for (bool more = true; more;) {
		const char *comma = memchr(rest.at, ',', rest.n);
		struct slice item = rest;
		int value;

		more = comma != NULL;
		if (more)
			item.n = (size_t)(comma - rest.at);
		value = value_of(word, n, item);
		if (value < 0)
			fail_word(t, c, item, word, n);
		set |= value;
		if (more)
			rest = (struct slice){ comma + 1, rest.n - item.n - 1 };
	}
	return set;
}

static double
get_floor(const struct table *t, const struct slice *field)
{
	struct number n;

	if (is_open(field[FLOOR]))
		return -1;
	if (!numparse(field[FLOOR], &n) || !(n.real >= 0) ||
	    n.real - n.real != 0)
		table_fail(t, FLOOR, "'%.*s' is not a number from 0",
		    SLICE_ARG(field[FLOOR]));
	return n.real;
}

/* A text; NULL if the field is open; `no' is an empty text. */
static const char *
get_text(const struct slice *field, enum column c)
{
	if (is_open(field[c]))
		return NULL;
	return slice_eq(field[c], SLICE("no")) ? "" :
						 arena_copy(&text, field[c]).at;
}

/* The one of two columns that a table has; the first if it has neither. */
static enum column
either(const struct table *t, enum column a, enum column b)
{
	if (t->place[a] != SIZE_MAX && t->place[b] != SIZE_MAX)
		table_fail(t, b, "duplicates the column %s: remove one",
		    columns[a].name);
	return t->place[b] != SIZE_MAX ? b : a;
}

static void
load_row(const struct table *t, const struct slice *field)
{
	enum column name = either(t, NAME, GLOB);
	enum column better = either(t, BETTER, DIRECTION);

	if (field[name].n == 0)
		table_fail(t, name, "empty");
	metric_rows_add(&(struct metric_row){
	    .name = arena_copy(&text, field[name]).at,
	    .class = get_word(t, field, CLASS, class_word, N(class_word)),
	    .better = get_word(t, field, better, better_word, N(better_word)),
	    .shown = get_words(t, field, SHOWN, shown_word, N(shown_word)),
	    .stats = get_word(t, field, STATS, stats_word, N(stats_word)),
	    .once = get_word(t, field, ONCE, once_word, N(once_word)),
	    .roles = -1,
	    .levels = -1,
	    .zero = -1,
	    .prover = -1,
	    .floor = get_floor(t, field),
	    .unit = get_text(field, UNIT),
	});
}

void
metrics_load(const char *path)
{
	const struct slice *field;
	struct table t;

	table_open(&t, path, columns, COLUMNS);
	if (t.place[either(&t, NAME, GLOB)] == SIZE_MAX)
		table_fail(&t, NAME, "missing from the header");
	while ((field = table_next(&t)) != NULL)
		load_row(&t, field);
	table_close(&t);
	metrics_forget();
}

void
metrics_unload(void)
{
	metrics_forget();
	metric_rows_free();
	arena_free(&text);
}
