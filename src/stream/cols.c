/* SPDX-License-Identifier: MIT */
/* Parser of headers: the kind of a stream, positions of its columns. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cols.h"

static char trouble[512];

size_t
cols_split(struct slice line, struct slice *field, size_t max)
{
	const char *at = line.at, *end = line.at + line.n;
	size_t n = 0;

	for (;;) {
		const char *tab = memchr(at, '\t', (size_t)(end - at));
		const char *stop = tab == NULL ? end : tab;

		if (n < max)
			field[n] = (struct slice){ at, (size_t)(stop - at) };
		n++;
		if (tab == NULL)
			return n;
		at = tab + 1;
	}
}

int
cols_find(const struct cols *c, struct slice name)
{
	size_t i = map_find(&c->place, 0, name);

	return i == MAP_NONE ? -1 : (int)i;
}

/* False if the line has more fields than COLS_MAX. */
static bool
set_line(struct cols *c, struct slice line)
{
	size_t max = 1;

	for (size_t i = 0; i < line.n; i++)
		max += line.at[i] == '\t';
	if (max > COLS_MAX)
		return false;
	c->text = mem_alloc(line.n + 1);
	memcpy(c->text, line.at, line.n);
	c->text[line.n] = '\0';
	c->name = mem_zalloc(max, sizeof(*c->name));
	c->n = cols_split((struct slice){ c->text, line.n }, c->name, max);
	for (size_t i = 0; i < c->n; i++)
		map_put(&c->place, 0, c->name[i]);
	return true;
}

void
cols_free(struct cols *c)
{
	free(c->text);
	free(c->name);
	map_free(&c->place);
	*c = (struct cols){ 0 };
}

/*
 * The number of a kind's required columns in the line; *missing: the first that
 * is not there.
 */
static size_t
matches(const struct cols *c, const struct stream *s, const char **missing)
{
	size_t found = 0;

	*missing = NULL;
	for (size_t i = 0; i < s->ncolumns; i++)
		if (cols_find(c, slice_str(s->column[i])) >= 0)
			found++;
		else if (*missing == NULL)
			*missing = s->column[i];
	return found;
}

/* The programs that turn one kind into another: `ovp-group | ovp-agg'. */
static const char *
programs_between(int got, enum stream_kind want)
{
	static char list[64];
	size_t n = 0;

	for (int k = got + 1; k <= (int)want; k++)
		n += (size_t)snprintf(list + n, sizeof(list) - n, "%s%s",
		    n > 0 ? " | " : "", stream_of((enum stream_kind)k)->stage);
	return list;
}

/* The first wanted kind that programs can make from this one, else the last. */
static enum stream_kind
wanted(int got, unsigned kinds)
{
	enum stream_kind want = STREAM_SAMPLES;

	for (int k = STREAM_KINDS - 1; k >= 0; k--)
		if ((kinds & STREAM_BIT(k)) != 0 &&
		    (k > got || want == STREAM_SAMPLES))
			want = (enum stream_kind)k;
	return want;
}

static const char *
wrong_kind(enum stream_kind got, unsigned kinds)
{
	const struct stream *s = stream_of(got);
	enum stream_kind want = wanted((int)got, kinds);

	if (want > got)
		snprintf(trouble, sizeof(trouble),
		    "expected a stream '%s', "
		    "found '%s' of %s: put %s before this program",
		    stream_of(want)->name, s->name, s->stage,
		    programs_between((int)got, want));
	else
		snprintf(trouble, sizeof(trouble),
		    "expected a stream '%s', "
		    "found '%s' of %s: use the output of %s",
		    stream_of(want)->name, s->name, s->stage,
		    stream_of(want)->stage);
	return trouble;
}

/* A metrics file is not a stream. */
static const char *
wrong_json(unsigned kinds)
{
	enum stream_kind want = wanted(-1, kinds);

	snprintf(trouble, sizeof(trouble),
	    "expected a stream '%s', found "
	    "JSON: put %s before this program",
	    stream_of(want)->name, programs_between(-1, want));
	return trouble;
}

static const char *
check_names(const struct cols *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (c->name[i].n == 0)
			return "a column without a name in the header";
		if (cols_find(c, c->name[i]) != (int)i) {
			snprintf(trouble, sizeof(trouble),
			    "duplicate column '%.*s' in the header",
			    SLICE_ARG(c->name[i]));
			return trouble;
		}
	}
	return NULL;
}

static const char *
set_keys(struct cols *c)
{
	const struct stream *s = stream_of(c->kind);
	int from, to;

	if (s->after_keys == NULL)
		return NULL;
	from = cols_find(c, slice_str(s->before_keys));
	to = cols_find(c, slice_str(s->after_keys));
	if (from > to) {
		snprintf(trouble, sizeof(trouble),
		    "column '%s' must come "
		    "before '%s', with the keys between",
		    s->before_keys, s->after_keys);
		return trouble;
	}
	c->key = (size_t)from + 1;
	c->end = (size_t)to;
	for (size_t i = c->key; i < c->end; i++) {
		const char *taken = stream_name_taken(c->name[i]);

		if (taken == NULL)
			continue;
		snprintf(trouble, sizeof(trouble),
		    "invalid key '%.*s' between "
		    "the columns '%s' and '%s': %s",
		    SLICE_ARG(c->name[i]), s->before_keys, s->after_keys,
		    taken);
		return trouble;
	}
	return NULL;
}

/* Takes the kind's default header if it has n columns; else empties *c. */
static bool
take_layout(struct cols *c, enum stream_kind kind, const char *layout, size_t n)
{
	if (layout == NULL)
		return false;
	set_line(c, slice_str(layout));
	c->kind = kind;
	c->lost = true;
	if (c->n == n)
		return true;
	cols_free(c);
	return false;
}

/* Takes a line without column names for a record that lost its header. */
static const char *
take_default(struct cols *c, unsigned kinds)
{
	size_t n = c->n;

	cols_free(c);
	for (int k = 0; k < STREAM_KINDS; k++) {
		const struct stream *s = stream_of((enum stream_kind)k);

		if ((kinds & STREAM_BIT(k)) != 0 &&
		    (take_layout(c, (enum stream_kind)k, s->layout, n) ||
			take_layout(c, (enum stream_kind)k, s->levelled, n)))
			return set_keys(c);
	}
	snprintf(trouble, sizeof(trouble),
	    "no header, and no default layout "
	    "has %zu columns: keep line 1 (awk 'NR==1 || /leaf/')",
	    n);
	return trouble;
}

const char *
cols_read(struct cols *c, struct slice line, unsigned kinds)
{
	const char *missing, *name = NULL, *wrong;
	enum stream_kind like = STREAM_SAMPLES;
	size_t best = 0;

	*c = (struct cols){ 0 };
	if (slice_starts(line, SLICE("{")) &&
	    memchr(line.at, '\t', line.n) == NULL)
		return wrong_json(kinds);
	if (!set_line(c, line)) {
		snprintf(trouble, sizeof(trouble), "more than %zu columns",
		    COLS_MAX);
		return trouble;
	}
	for (int k = STREAM_KINDS - 1; k >= 0; k--) {
		const struct stream *s = stream_of((enum stream_kind)k);
		size_t found = matches(c, s, &missing);

		if (missing == NULL) {
			c->kind = (enum stream_kind)k;
			wrong = (kinds & STREAM_BIT(k)) == 0 ?
			    wrong_kind(c->kind, kinds) :
			    check_names(c);
			if (wrong == NULL)
				wrong = set_keys(c);
			if (wrong != NULL)
				cols_free(c);
			return wrong;
		}
		if (2 * found >= s->ncolumns && found > best &&
		    (kinds & STREAM_BIT(k)) != 0) {
			best = found;
			like = (enum stream_kind)k;
			name = missing;
		}
	}
	if (name == NULL)
		return take_default(c, kinds);
	cols_free(c);
	snprintf(trouble, sizeof(trouble),
	    "column '%s' is missing from the header (%s)", name,
	    stream_of(like)->name);
	return trouble;
}
