/* SPDX-License-Identifier: MIT */
/* Decoding of one entry: labels, metric, value. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Without links to parents, every bracket costs a walk over all tokens. */
#define JSMN_STATIC
#define JSMN_PARENT_LINKS
#include <jsmn.h>

#include "base/mem.h"
#include "entry.h"
#include "json.h"
#include "number/numparse.h"
#include "unquote.h"

/* A pair is an array of two strings. */
#define TOKENS_MAX (1 + 3 * ENTRY_LABELS)
enum { TOKENS_FIRST = 64 };

/* How much of a bad text a message shows. */
#define SHOWN(s) ((s).n > 60 ? 60 : (int)(s).n), (s).at

const char *const kind_name[KINDS] = { "counter", "gauge" };
const char *const member_name[MEMBERS] = { "labels", "metric", "value" };

static bool __attribute__((format(printf, 3, 4)))
bad(struct fault *wrong, const char *at, const char *fmt, ...)
{
	va_list ap;

	wrong->at = at;
	va_start(ap, fmt);
	vsnprintf(wrong->what, sizeof(wrong->what), fmt, ap);
	va_end(ap);
	return false;
}

static void
more_tokens(struct entry *e)
{
	e->ntokens = e->ntokens == 0 ? TOKENS_FIRST : 2 * e->ntokens;
	if (e->ntokens > TOKENS_MAX)
		e->ntokens = TOKENS_MAX;
	e->token = mem_resize(e->token, e->ntokens, sizeof(jsmntok_t));
}

/* Tokenizes labels; returns their number, or 0 if there are too many. */
static size_t
tokenize(struct entry *e, struct slice text)
{
	jsmn_parser parser;
	int n;

	jsmn_init(&parser);
	/* Without an array, jsmn only counts, and reports no lack of room. */
	if (e->token == NULL)
		more_tokens(e);
	while ((n = jsmn_parse(&parser, text.at, text.n, e->token,
		    (unsigned)e->ntokens)) < 0) {
		if (e->ntokens == TOKENS_MAX)
			return 0;
		more_tokens(e);
	}
	return (size_t)n;
}

/* The decoded text between the quotes. */
static bool
decode(struct entry *e, struct slice quoted, struct slice *out,
    struct fault *wrong)
{
	*out = unquote(quoted, &e->decoded);
	if (out->n > 0 && memchr(out->at, '\0', out->n) != NULL)
		return bad(wrong, quoted.at - 1,
		    "a NUL character, which no field can hold");
	return true;
}

/* Reports a token of the wrong kind. */
static bool
bad_token(struct fault *wrong, struct slice text, const jsmntok_t *t,
    const char *expected)
{
	/* The tokens of jsmn exclude the quotes. */
	const char *at = text.at + t->start - (t->type == JSMN_STRING);

	return bad(wrong, at, "expected %s in 'labels', found %s", expected,
	    json_kind((unsigned char)*at));
}

static bool
read_string(struct entry *e, struct slice text, const jsmntok_t *t,
    struct slice *out, struct fault *wrong)
{
	struct slice quoted = { text.at + t->start,
		(size_t)(t->end - t->start) };

	if (t->type != JSMN_STRING)
		return bad_token(wrong, text, t, "a string");
	return decode(e, quoted, out, wrong);
}

/* The two tokens of a label. */
static bool
read_label(struct entry *e, struct slice text, const jsmntok_t *key,
    struct fault *wrong)
{
	struct pair pair;

	if (!read_string(e, text, key, &pair.key, wrong) ||
	    !read_string(e, text, key + 1, &pair.value, wrong))
		return false;
	e->label = mem_grow(e->label, &e->cap, e->nlabels, sizeof(*e->label));
	e->label[e->nlabels++] = pair;
	return true;
}

static bool
read_labels(struct entry *e, struct slice text, struct fault *wrong)
{
	const jsmntok_t *t, *end;
	bool pairs;
	size_t n;

	e->nlabels = 0;
	if (*text.at != '[' && *text.at != '{')
		return bad(wrong, text.at,
		    "expected an array or an object "
		    "of labels, found %s",
		    json_kind((unsigned char)*text.at));
	pairs = *text.at == '[';
	n = tokenize(e, text);
	if (n == 0)
		return bad(wrong, text.at, "more than %zu labels",
		    ENTRY_LABELS);
	t = e->token;
	for (end = t++ + n; t < end; t += 2) {
		if (pairs && t->type != JSMN_ARRAY)
			return bad_token(wrong, text, t, "a pair of strings");
		if (pairs && t->size != 2)
			return bad(wrong, text.at + t->start,
			    "expected two "
			    "strings in a label, found %d",
			    t->size);
		t += pairs;
		if (!read_label(e, text, t, wrong))
			return false;
	}
	return true;
}

static bool
read_metric(struct entry *e, struct slice text, struct fault *wrong)
{
	if (*text.at != '"')
		return bad(wrong, text.at,
		    "expected a string as 'metric', "
		    "found %s",
		    json_kind((unsigned char)*text.at));
	return decode(e, (struct slice){ text.at + 1, text.n - 2 }, &e->metric,
	    wrong);
}

static bool
read_value(struct entry *e, enum kind kind, struct slice text,
    struct fault *wrong)
{
	struct number number;
	uint64_t whole;
	char c = *text.at;

	e->value = text;
	if (c == '"') {
		if (!decode(e, (struct slice){ text.at + 1, text.n - 2 },
			&e->value, wrong))
			return false;
	} else if (c != '-' && (c < '0' || c > '9')) {
		return bad(wrong, text.at,
		    "expected a string or a number as "
		    "'value', found %s",
		    json_kind((unsigned char)c));
	}
	if (kind == KIND_COUNTER && !numparse_u64(e->value, &whole))
		return bad(wrong, text.at,
		    "expected a whole number from 0 to "
		    "18446744073709551615 as a counter's value, found '%.*s'",
		    SHOWN(e->value));
	if (kind == KIND_GAUGE && !numparse(e->value, &number))
		return bad(wrong, text.at,
		    "expected a number as a gauge's "
		    "value, found '%.*s'",
		    SHOWN(e->value));
	return true;
}

bool
entry_read(struct entry *e, enum kind kind, const struct slice text[MEMBERS],
    struct fault *wrong)
{
	size_t most = 0;

	for (int m = 0; m < MEMBERS; m++)
		most += text[m].n;
	/* Room for all, so that decoded slices stay where they are. */
	e->decoded.n = 0;
	buf_room(&e->decoded, most);
	return read_labels(e, text[MEMBER_LABELS], wrong) &&
	    read_metric(e, text[MEMBER_METRIC], wrong) &&
	    read_value(e, kind, text[MEMBER_VALUE], wrong);
}

void
entry_free(struct entry *e)
{
	free(e->label);
	free(e->token);
	buf_free(&e->decoded);
	*e = (struct entry){ 0 };
}
