/* SPDX-License-Identifier: MIT */
/* The layout of a metrics file. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "beginning.h"
#include "document.h"
#include "fast.h"
#include "json.h"
#include "unquote.h"

/* Brackets around the members of the whole, the entries, their members. */
enum { AT_TOP = 1, AT_ENTRY, AT_MEMBER, AT_PAIR = 5 };

#define NOTHING_HELD	UINT64_MAX

/* Bytes that few entries exceed. */
enum { ENTRY_USUAL = 4096 };

_Static_assert((int)SOURCE_BEYOND >= (int)FAST_BEYOND,
    "the fast lane finds its zeros");

struct document {
	struct source	*source;
	struct samples	*samples;
	struct fast	*fast;		/* or NULL */
	struct json	 json;
	struct entry	 entry;
	struct buf	 name;		/* a decoded one */
	uint64_t	 held;		/* offset from where bytes are kept */
	bool		 seen[KINDS];
};

/* Bytes of the text that are in the window. */
static struct slice
window(const struct document *d, uint64_t from, uint64_t to)
{
	return (struct slice){ d->source->at + (from - d->source->base),
	    (size_t)(to - from) };
}

static noreturn void
fail_grammar(struct document *d)
{
	const struct source *s = d->source;
	const char *fault = d->json.fault;
	uint64_t at = d->json.offset;
	unsigned char c;

	if (strncmp(fault, "expected", 8) != 0)
		source_fail(d->source, at, "%s", fault);
	if (at == s->base + s->n)
		source_fail(d->source, at, "the input ends early: %s", fault);
	c = (unsigned char)*window(d, at, at).at;
	if (c > 0x20 && c < 0x7f)
		source_fail(d->source, at, "%s, found '%c'", fault, c);
	source_fail(d->source, at, "%s, found byte 0x%02x", fault, c);
}

/* The next event of the grammar; JSON_END behind the last. */
static enum json_event
next(struct document *d)
{
	struct source *s = d->source;
	struct json *j = &d->json;

	for (;;) {
		size_t done = (size_t)(j->offset - s->base);
		enum json_event event = json_run(j, s->at + done, s->n - done);
		uint64_t keep = j->naming ? j->start : j->offset;

		if (event == JSON_MORE &&
		    !source_more(s, d->held < keep ? d->held : keep))
			event = json_end(j);
		if (event == JSON_BAD)
			fail_grammar(d);
		if (event != JSON_MORE)
			return event;
	}
}

/* The name that the last event told of; valid until the next name. */
static struct slice
name(struct document *d)
{
	d->name.n = 0;
	return unquote(window(d, d->json.start + 1, d->json.offset - 1),
	    &d->name);
}

/* Takes the value of an entry's member; returns where it ends. */
static uint64_t
member_value(struct document *d, enum member m, uint64_t *from)
{
	struct json *j = &d->json;

	/* Labels are tokenized, at a cost that grows with their depth. */
	if (m == MEMBER_LABELS)
		j->deepest = AT_PAIR;
	next(d);
	*from = j->start;
	while (j->depth > AT_MEMBER)
		next(d);
	j->deepest = SIZE_MAX;
	return j->offset;
}

/* The members of an entry, from behind its brace to its other one. */
static void
members(struct document *d, uint64_t from[MEMBERS], uint64_t to[MEMBERS])
{
	while (next(d) == JSON_NAME) {
		uint64_t other, start = d->json.start;
		struct slice n = name(d);
		enum member m = 0;

		while (m < MEMBERS && !slice_eq(n, slice_str(member_name[m])))
			m++;
		if (m == MEMBERS) {
			member_value(d, m, &other);
			continue;
		}
		if (to[m] != 0)
			source_fail(d->source, start,
			    "'%s' for the second time in an entry",
			    member_name[m]);
		to[m] = member_value(d, m, &from[m]);
	}
}

static void
entry(struct document *d, enum kind kind)
{
	uint64_t from[MEMBERS], to[MEMBERS] = { 0 };
	struct slice text[MEMBERS];
	struct fault wrong;

	d->held = d->json.start;
	members(d, from, to);
	for (int m = 0; m < MEMBERS; m++) {
		if (to[m] == 0)
			source_fail(d->source, d->held,
			    "an entry without '%s'", member_name[m]);
		text[m] = window(d, from[m], to[m]);
	}
	if (!entry_read(&d->entry, kind, text, &wrong))
		source_fail(d->source, d->source->base +
		    (uint64_t)(wrong.at - d->source->at), "%s", wrong.what);
	if (!samples_write(d->samples, kind, &d->entry))
		source_fail(d->source, d->held,
		    "an entry whose record is longer than 64 MiB");
	d->held = NOTHING_HELD;
}

/* Entries that the fast lane knows, as many as come; none of them or some. */
static void
fast_lane(struct document *d, enum kind kind, bool first)
{
	struct json *j = &d->json;
	struct source *s = d->source;

	if (d->fast == NULL)
		return;
	do {
		struct slice text = window(d, j->offset, s->base + s->n);
		size_t taken = fast_entries(d->fast, d->samples, kind,
		    text.at, text.n, first);

		if (taken > 0)
			json_took_values(j, taken);
		first = first && taken == 0;
	/* What is left may be the beginning of an entry. */
	} while (s->base + s->n - j->offset < ENTRY_USUAL &&
	    source_more(s, j->offset));
}

/* The array of a kind's entries. */
static void
entries(struct document *d, enum kind kind)
{
	struct json *j = &d->json;

	if (d->seen[kind])
		source_fail(d->source, j->start, "'%s' for the second time",
		    kind_name[kind]);
	d->seen[kind] = true;
	next(d);
	if (j->first != '[')
		source_fail(d->source, j->start, "expected an array of "
		    "entries in '%s', found %s", kind_name[kind],
		    json_kind(j->first));
	j->watch = AT_MEMBER;
	fast_lane(d, kind, true);
	while (next(d) != JSON_CLOSE) {
		if (j->first != '{')
			source_fail(d->source, j->start, "expected an entry, "
			    "which is an object, found %s",
			    json_kind(j->first));
		entry(d, kind);
		fast_lane(d, kind, false);
	}
	j->watch = AT_TOP;
}

/* Another member of the whole: skipped, its entries with a warning. */
static void
skip(struct document *d, struct slice n)
{
	struct json *j = &d->json;
	unsigned long long lost = 0;
	char shown[80];

	snprintf(shown, sizeof(shown), "%.*s", SLICE_ARG(n));
	next(d);
	if (j->first == '[')
		j->watch = AT_MEMBER;
	while (j->depth > AT_TOP)
		if (next(d) == JSON_NAME && slice_eq(name(d),
		    slice_str(member_name[MEMBER_METRIC])))
			lost++;
	j->watch = AT_TOP;
	if (lost > 0)
		source_warn(d->source, "'%s': %llu entries are not read: only "
		    "those of 'counter' and 'gauge' are", shown, lost);
}

static void
document(struct source *source, struct samples *samples, struct fast *fast)
{
	struct document d = { .source = source, .samples = samples,
	    .fast = fast, .held = NOTHING_HELD };

	beginning_check(source);
	json_init(&d.json);
	next(&d);
	if (d.json.first != '{')
		source_fail(source, d.json.start, "expected an object with "
		    "'counter' and 'gauge', found %s", json_kind(d.json.first));
	d.json.watch = AT_TOP;
	while (next(&d) == JSON_NAME) {
		struct slice n = name(&d);

		if (slice_eq(n, slice_str(kind_name[KIND_COUNTER])))
			entries(&d, KIND_COUNTER);
		else if (slice_eq(n, slice_str(kind_name[KIND_GAUGE])))
			entries(&d, KIND_GAUGE);
		else
			skip(&d, n);
	}
	next(&d);
	if (!d.seen[KIND_COUNTER] && !d.seen[KIND_GAUGE])
		source_warn(source, "neither 'counter' nor 'gauge': is it a "
		    "metrics file?");
	json_free(&d.json);
	entry_free(&d.entry);
	buf_free(&d.name);
}

void
document_read(struct source *source, struct samples *samples)
{
	struct fast *fast = mem_zalloc(1, sizeof(*fast));

	document(source, samples, fast);
	free(fast);
}

void
document_read_jsmn(struct source *source, struct samples *samples)
{
	document(source, samples, NULL);
}
