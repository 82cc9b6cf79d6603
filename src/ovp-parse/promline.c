/* SPDX-License-Identifier: MIT */
/* Parser of one line of Prometheus' text format. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "number/numparse.h"
#include "promline.h"
#include "words.h"

/* How much of a bad text a message shows. */
#define SHOWN(s) ((s).n > 60 ? 60 : (int)(s).n), (s).at

/* A name in quotes, which may be any text. */
static bool
quoted_name(struct words *w, struct slice *name)
{
	const char *from = w->at;

	return words_quoted(w, name) &&
	    (name->n > 0 || words_bad(w, from, "an empty name"));
}

/* A metric's name, outside of braces. */
static bool
metric_name(struct words *w, struct slice *name)
{
	*name = words_name(w, true);
	return name->n > 0 || words_expected(w, "a metric's name");
}

/* The rest of a label, after its name. */
static bool
label(struct words *w, struct entry *e, struct slice key)
{
	struct pair pair = { .key = key };

	words_blanks(w);
	if (!words_take(w, '='))
		return words_expected(w, "'=' after a label's name");
	words_blanks(w);
	if (!words_at(w, '"'))
		return words_expected(w, "a label's value in quotes");
	if (!words_quoted(w, &pair.value))
		return false;
	e->label = mem_grow(e->label, &e->cap, e->nlabels, sizeof(*e->label));
	e->label[e->nlabels++] = pair;
	return true;
}

/* A label, or the metric's name in quotes, which comes before all labels. */
static bool
member(struct words *w, struct entry *e)
{
	const char *from = w->at;
	struct slice name;

	if (words_at(w, '"')) {
		if (!quoted_name(w, &name))
			return false;
		words_blanks(w);
		if (e->metric.n == 0 && !words_at(w, '=')) {
			e->metric = name;
			return true;
		}
	} else {
		name = words_name(w, false);
		if (name.n == 0)
			return words_expected(w, "a label's name or '}'");
	}
	if (e->metric.n == 0)
		return words_bad(w, from, "a label before the metric's name");
	if (slice_eq(name, SLICE("__name__")))
		return words_bad(w, from,
		    "no label may be named '__name__', "
		    "which stands for the metric's name");
	if (e->nlabels == ENTRY_LABELS)
		return words_bad(w, from, "more than %zu labels", ENTRY_LABELS);
	return label(w, e, name);
}

/* The labels in braces, after the opening one. */
static bool
members(struct words *w, struct entry *e)
{
	for (;;) {
		words_blanks(w);
		if (words_at(w, '}'))
			break;
		if (!member(w, e))
			return false;
		words_blanks(w);
		if (!words_take(w, ',') && !words_at(w, '}'))
			return words_expected(w, "',' or '}'");
	}
	if (e->metric.n == 0)
		return words_expected(w, "a metric's name in quotes");
	w->at++;
	return true;
}

static bool
value(struct words *w, struct entry *e)
{
	struct number n;

	e->value = words_word(w);
	if (e->value.n == 0)
		return words_expected(w, "a value");
	return numparse(e->value, &n) ||
	    words_bad(w, e->value.at,
		"expected a number as the value, found '%.*s'",
		SHOWN(e->value));
}

/* A timestamp, in milliseconds or, in OpenMetrics, seconds; it is dropped. */
static bool
timestamp(struct words *w)
{
	struct slice time = words_word(w);
	struct number n;

	if (time.n == 0)
		return true;
	if (numparse(time, &n) && isfinite(n.real))
		return true;
	return words_bad(w, time.at,
	    "expected a timestamp, which is a number "
	    "of milliseconds or seconds, found '%.*s'",
	    SHOWN(time));
}

/* An exemplar of OpenMetrics: labels, a value, a time. */
static bool
exemplar(struct words *w)
{
	struct entry aside = { .metric = SLICE("exemplar") };
	bool good;

	if (!words_take(w, '#'))
		return true;
	words_blanks(w);
	if (!words_take(w, '{'))
		return words_expected(w, "the labels of an exemplar");
	good = members(w, &aside);
	free(aside.label);
	if (!good)
		return false;
	words_blanks(w);
	if (!value(w, &aside))
		return false;
	words_blanks(w);
	return timestamp(w);
}

static bool
line_end(struct words *w)
{
	words_blanks(w);
	return w->at == w->end || words_expected(w, "the line's end");
}

static bool
sample(struct words *w, struct entry *e)
{
	const char *name_end = NULL;

	if (!words_at(w, '{')) {
		if (!metric_name(w, &e->metric))
			return false;
		name_end = w->at;
	}
	words_blanks(w);
	if (words_take(w, '{')) {
		if (!members(w, e))
			return false;
	} else if (w->at == name_end) {
		return words_expected(w,
		    "'{' or a blank after the metric's "
		    "name");
	}
	words_blanks(w);
	if (!value(w, e))
		return false;
	words_blanks(w);
	if (!words_at(w, '#') && !timestamp(w))
		return false;
	words_blanks(w);
	return exemplar(w) && line_end(w);
}

/* The name and, unless type is NULL, the type of a metric in a comment. */
static bool
told(struct words *w, struct slice *name, struct slice *type)
{
	words_blanks(w);
	if (!(words_at(w, '"') ? quoted_name : metric_name)(w, name))
		return false;
	if (w->at < w->end && !words_at(w, ' ') && !words_at(w, '\t'))
		return words_expected(w, "a blank after the metric's name");
	if (type == NULL)
		return true;
	words_blanks(w);
	*type = words_word(w);
	return (type->n > 0 || words_expected(w, "a type")) && line_end(w);
}

static enum promline
comment(struct words *w, struct entry *e, struct slice *type)
{
	struct slice word;

	words_blanks(w);
	word = words_word(w);
	if (slice_eq(word, SLICE("EOF")) && w->at == w->end)
		return PROMLINE_EOF;
	if (slice_eq(word, SLICE("HELP")))
		return told(w, &e->metric, NULL) ? PROMLINE_HELP : PROMLINE_BAD;
	if (slice_eq(word, SLICE("TYPE")))
		return told(w, &e->metric, type) ? PROMLINE_TYPE : PROMLINE_BAD;
	return PROMLINE_COMMENT;
}

enum promline
promline_read(struct entry *e, struct slice line, struct slice *type,
    struct fault *wrong)
{
	struct words w = { line.at, line.at + line.n, &e->decoded, wrong };
	const char *nul = line.n == 0 ? NULL : memchr(line.at, '\0', line.n);

	if (nul != NULL) {
		words_bad(&w, nul, "a NUL byte, which no field can hold");
		return PROMLINE_BAD;
	}
	e->metric.n = e->nlabels = e->decoded.n = 0;
	/* Room for all, so that decoded slices stay where they are. */
	buf_room(&e->decoded, line.n);
	words_blanks(&w);
	if (w.at == w.end)
		return PROMLINE_COMMENT;
	if (words_take(&w, '#'))
		return comment(&w, e, type);
	return sample(&w, e) ? PROMLINE_SAMPLE : PROMLINE_BAD;
}
