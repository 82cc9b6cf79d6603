/* SPDX-License-Identifier: MIT */
/* JSON tree of a small text, for results of other harnesses. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define JSMN_STATIC
#define JSMN_PARENT_LINKS
#include <jsmn.h>

#include "base/diag.h"
#include "base/foreign.h"
#include "base/mem.h"
#include "json.h"
#include "number/numparse.h"
#include "tree.h"
#include "unquote.h"

static const jsmntok_t *
token(const struct tree *t, int node)
{
	return (const jsmntok_t *)t->token + node;
}

/* The offset in the source of a byte of the text. */
static uint64_t
offset_of(const struct tree *t, int at)
{
	return t->source->base + (uint64_t)(t->text.at - t->source->at) +
	    (uint64_t)at;
}

void
tree_fail(const struct tree *t, int node, const char *fmt, ...)
{
	char what[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	source_fail(t->source,
	    offset_of(t, node == TREE_NONE ? 0 : token(t, node)->start), "%s",
	    what);
}

struct slice
tree_load(struct source *s)
{
	const char *what;

	while (source_more(s, 0))
		;
	if (s->n == 0)
		fail("%s: empty: the program that writes it died before its "
		     "end: run it again",
		    s->name);
	what = foreign((struct slice){ s->at, s->n });
	if (what != NULL)
		source_fail(s, 0, "%s", what);
	return (struct slice){ s->at, s->n };
}

/* Checks that the text is valid JSON, which jsmn assumes. */
static void
check(const struct tree *t)
{
	struct json j;
	enum json_event event;

	json_init(&j);
	j.watch = 0;
	do
		event = json_run(&j, t->text.at + j.offset,
		    t->text.n - (size_t)j.offset);
	while (event != JSON_MORE && event != JSON_BAD);
	if (event == JSON_MORE)
		event = json_end(&j);
	if (event == JSON_BAD)
		source_fail(t->source, offset_of(t, (int)j.offset), "%s%s",
		    (size_t)j.offset == t->text.n ? "the input ends early: " :
						    "",
		    j.fault);
	json_free(&j);
}

void
tree_make(struct tree *t, struct source *source, struct slice text)
{
	jsmn_parser parser;

	t->source = source;
	t->text = text;
	check(t);
	jsmn_init(&parser);
	if (t->cap == 0)
		t->token = mem_grow(t->token, &t->cap, 256, sizeof(jsmntok_t));
	while ((t->ntokens = jsmn_parse(&parser, text.at, text.n, t->token,
		    (unsigned)t->cap)) == JSMN_ERROR_NOMEM)
		t->token = mem_grow(t->token, &t->cap, 2 * t->cap,
		    sizeof(jsmntok_t));
	if (t->ntokens <= 0)
		source_fail(source, offset_of(t, 0), "expected a value");
}

void
tree_free(struct tree *t)
{
	free(t->token);
	*t = (struct tree){ 0 };
}

bool
tree_is_array(const struct tree *t, int node)
{
	return node != TREE_NONE && token(t, node)->type == JSMN_ARRAY;
}

bool
tree_is_object(const struct tree *t, int node)
{
	return node != TREE_NONE && token(t, node)->type == JSMN_OBJECT;
}

bool
tree_is_string(const struct tree *t, int node)
{
	return node != TREE_NONE && token(t, node)->type == JSMN_STRING;
}

/* The first token that begins at or after the end of a node. */
static int
behind(const struct tree *t, int node)
{
	int end = token(t, node)->end, i = node + 1;

	while (i < t->ntokens && token(t, i)->start < end)
		i++;
	return i;
}

int
tree_first(const struct tree *t, int node)
{
	if (node == TREE_NONE || token(t, node)->size == 0)
		return TREE_NONE;
	return node + (token(t, node)->type == JSMN_OBJECT ? 2 : 1);
}

int
tree_next(const struct tree *t, int parent, int node)
{
	int next = behind(t, node);

	if (next >= t->ntokens ||
	    token(t, next)->start >= token(t, parent)->end)
		return TREE_NONE;
	return next + (token(t, parent)->type == JSMN_OBJECT ? 1 : 0);
}

static struct slice
bytes(const struct tree *t, int node)
{
	const jsmntok_t *k = token(t, node);

	return (
	    struct slice){ t->text.at + k->start, (size_t)(k->end - k->start) };
}

int
tree_member(const struct tree *t, int node, const char *name)
{
	if (!tree_is_object(t, node))
		return TREE_NONE;
	for (int i = tree_first(t, node); i != TREE_NONE;
	     i = tree_next(t, node, i))
		if (slice_eq(bytes(t, i - 1), slice_str(name)))
			return i;
	return TREE_NONE;
}

struct slice
tree_number(const struct tree *t, int node)
{
	struct number n;

	if (node == TREE_NONE || tree_is_array(t, node) ||
	    tree_is_object(t, node) || !numparse(bytes(t, node), &n))
		return (struct slice){ NULL, 0 };
	return bytes(t, node);
}

void
tree_string(const struct tree *t, int node, struct buf *b)
{
	struct buf room = { 0 };
	struct slice s;

	if (!tree_is_string(t, node))
		return;
	buf_room(&room, bytes(t, node).n + 1);
	s = unquote(bytes(t, node), &room);
	if (s.n > 0 && memchr(s.at, '\0', s.n) != NULL)
		tree_fail(t, node, "a NUL character, which no field can hold");
	buf_slice(b, s);
	buf_free(&room);
}

void
tree_name(const struct tree *t, int node, struct buf *b)
{
	tree_string(t, node - 1, b);
}
