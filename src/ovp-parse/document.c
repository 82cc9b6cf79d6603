/* SPDX-License-Identifier: MIT */
/* Reading of a metrics file in JSON. */
#include <stdio.h>
#include <stdlib.h>

#include "ahead.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "beginning.h"
#include "document.h"
#include "fast.h"
#include "json.h"
#include "unquote.h"

/* Brackets around the members of the file, the entries, their members. */
enum { AT_TOP = 1, AT_ENTRY, AT_MEMBER, AT_PAIR = 5 };

#define NOTHING_HELD UINT64_MAX

/* Bytes that few entries exceed. */
enum { ENTRY_USUAL = 4096 };

_Static_assert((int)SOURCE_BEYOND >= (int)FAST_BEYOND,
    "the fast lane finds its zeros");

struct document {
	struct source *source;
	struct samples *samples;
	struct fast *fast;   /* or NULL */
	struct ahead *ahead; /* or NULL */
	struct json json;
	struct entry entry;
	struct buf name; /* a decoded one */
	uint64_t held;   /* bytes from this offset are kept */
	bool seen[KINDS];
	const struct input *in;
	size_t deeper; /* brackets around the bench: 0 or 1 */
	bool begun[2]; /* by deeper: the bench has a run */
	bool any;      /* some bench has one */
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
	if (at < s->base + s->n && strcmp(fault, "expected UTF-8") == 0)
		at = s->base +
		    (uint64_t)(utf8_blame(s->at, window(d, at, at).at) - s->at);
	if (at == s->base + s->n)
		source_fail(d->source, at, "the input ends early: %s", fault);
	c = (unsigned char)*window(d, at, at).at;
	if (c >= 0x80)
		source_fail(d->source, at, "%s, found byte 0x%02x%s", fault, c,
		    strcmp(fault, "expected UTF-8") == 0 ?
			" (iconv -f LATIN1 -t UTF-8)" :
			"");
	if (c > 0x20 && c < 0x7f)
		source_fail(d->source, at, "%s, found '%c'", fault, c);
	source_fail(d->source, at, "%s, found byte 0x%02x", fault, c);
}

/* The next event of the grammar; JSON_END after the last. */
static enum json_event
next(struct document *d)
{
	struct source *s = d->source;
	struct json *j = &d->json;

	for (;;) {
		size_t done = (size_t)(j->offset - s->base);
		enum json_event event = json_run(j, s->at + done, s->n - done);
		uint64_t keep = j->naming ? j->start : j->offset;

		/* The first byte names a character that is cut. */
		if (!j->naming)
			keep -= keep - s->base < UTF8_MOST ? keep - s->base :
							     UTF8_MOST;

		if (event == JSON_MORE &&
		    !source_more(s, d->held < keep ? d->held : keep))
			event = json_end(j);
		if (event == JSON_BAD)
			fail_grammar(d);
		if (event != JSON_MORE)
			return event;
	}
}

/* The name of the last event; valid until the next name. */
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
		j->deepest = AT_PAIR + d->deeper;
	next(d);
	*from = j->start;
	while (j->depth > AT_MEMBER + d->deeper)
		next(d);
	j->deepest = SIZE_MAX;
	return j->offset;
}

/* The members of an entry, after its opening brace. */
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
			source_fail(d->source, start, "duplicate member '%s'",
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
			source_fail(d->source, d->held, "the entry has no '%s'",
			    member_name[m]);
		text[m] = window(d, from[m], to[m]);
	}
	if (!entry_read(&d->entry, kind, text, &wrong))
		source_fail(d->source,
		    d->source->base + (uint64_t)(wrong.at - d->source->at),
		    "%s", wrong.what);
	if (!samples_write(d->samples, kind, &d->entry))
		source_fail(d->source, d->held,
		    "the record of an entry exceeds 64 MiB");
	d->held = NOTHING_HELD;
}

/* Takes entries as the fast lane does, in several threads. */
static void
entries_ahead(struct document *d, enum kind kind)
{
	uint64_t at = d->json.offset;
	uint64_t end = ahead_entries(d->ahead, kind, at);

	if (end > at)
		json_took_values(&d->json, (size_t)(end - at));
}

/* Takes as many entries in a row as the fast lane knows, perhaps none. */
static void
fast_lane(struct document *d, enum kind kind, bool first)
{
	struct json *j = &d->json;
	struct source *s = d->source;

	if (d->fast == NULL)
		return;
	do {
		struct slice text;
		size_t taken;

		if (d->ahead != NULL && !first)
			entries_ahead(d, kind);
		text = window(d, j->offset, s->base + s->n);
		taken = fast_entries(d->fast, d->samples, kind, text.at, text.n,
		    text.n, first);
		if (taken > 0)
			json_took_values(j, taken);
		first = first && taken == 0;
		/* The rest may be the beginning of an entry. */
	} while (s->base + s->n - j->offset < ENTRY_USUAL &&
	    source_more(s, j->offset));
}

/* Begins the run that the next entries belong to. */
static void
begin(struct document *d, struct slice bench, uint64_t at)
{
	const char *wrong = bench_wrong(bench);

	if (d->deeper > 0 && wrong != NULL)
		source_fail(d->source, at, "%s", wrong);
	if (d->deeper > 0 && d->in->named)
		source_fail(d->source, at,
		    "-n: the file names its benches "
		    "itself: omit the option");
	samples_bench(d->samples, bench, !d->begun[d->deeper]);
	d->begun[d->deeper] = d->any = true;
}

/* The entries of a kind, after the bracket of their array. */
static void
entries(struct document *d, enum kind kind)
{
	struct json *j = &d->json;

	j->watch = AT_MEMBER + d->deeper;
	fast_lane(d, kind, true);
	while (next(d) != JSON_CLOSE) {
		if (j->first != '{')
			source_fail(d->source, j->start,
			    "expected an object "
			    "as an entry, found %s",
			    json_kind(j->first));
		entry(d, kind);
		fast_lane(d, kind, false);
	}
	j->watch = AT_TOP + d->deeper;
}

/* Skips the rest of a member of the file; warns if it has entries. */
static void
skip(struct document *d, const char *shown)
{
	struct json *j = &d->json;
	unsigned long long lost = 0;

	if (j->first == '[')
		j->watch = AT_MEMBER + d->deeper;
	while (j->depth > AT_TOP + d->deeper)
		if (next(d) == JSON_NAME &&
		    slice_eq(name(d), slice_str(member_name[MEMBER_METRIC])))
			lost++;
	j->watch = AT_TOP + d->deeper;
	if (lost > 0)
		source_warn(d->source,
		    "'%s': entries skipped: %llu: only "
		    "those of 'counter' and 'gauge' are read",
		    shown, lost);
}

/*
 * Takes the entries of the member whose name was read last, if it is that of a
 * kind. Otherwise returns false and leaves its value unread.
 */
static bool
kind_member(struct document *d, struct slice bench)
{
	struct json *j = &d->json;
	uint64_t start = j->start;
	struct slice n = name(d);
	int kind = 0;

	while (kind < KINDS && !slice_eq(n, slice_str(kind_name[kind])))
		kind++;
	if (kind == KINDS)
		return false;
	if (d->seen[kind])
		source_fail(d->source, start, "duplicate member '%s'",
		    kind_name[kind]);
	next(d);
	if (j->first != '[')
		source_fail(d->source, j->start,
		    "expected an array of "
		    "entries in '%s', found %s",
		    kind_name[kind], json_kind(j->first));
	begin(d, bench, start);
	d->seen[kind] = true;
	entries(d, (enum kind)kind);
	return true;
}

/* A member of the file, a bench if it is an object. */
static void
bench_member(struct document *d)
{
	bool outer[KINDS];
	struct json *j = &d->json;
	struct buf bench = { 0 };
	char shown[80];

	buf_slice(&bench, name(d));
	snprintf(shown, sizeof(shown), "%.*s", SLICE_ARG(buf_bytes(&bench)));
	next(d);
	if (j->first != '{') {
		skip(d, shown);
		buf_free(&bench);
		return;
	}
	memcpy(outer, d->seen, sizeof(outer));
	memset(d->seen, 0, sizeof(d->seen));
	d->begun[1] = false;
	j->watch = AT_TOP + ++d->deeper;
	while (next(d) == JSON_NAME) {
		if (!kind_member(d, buf_bytes(&bench))) {
			next(d);
			skip(d, shown);
		}
	}
	d->deeper--;
	j->watch = AT_TOP;
	memcpy(d->seen, outer, sizeof(outer));
	buf_free(&bench);
}

static void
document(struct source *source, struct samples *samples, struct fast *fast,
    struct ahead *ahead, const struct input *in)
{
	struct document d = { .source = source,
		.samples = samples,
		.fast = fast,
		.ahead = ahead,
		.held = NOTHING_HELD,
		.in = in };

	beginning_json(source);
	json_init(&d.json);
	next(&d);
	if (d.json.first != '{')
		source_fail(source, d.json.start,
		    "expected an object with "
		    "'counter' and 'gauge', found %s",
		    json_kind(d.json.first));
	d.json.watch = AT_TOP;
	while (next(&d) == JSON_NAME)
		if (!kind_member(&d, in->bench))
			bench_member(&d);
	next(&d);
	if (!d.any)
		fail("%s: not a metrics file: it has neither 'counter' nor "
		     "'gauge'",
		    source->name);
	json_free(&d.json);
	entry_free(&d.entry);
	buf_free(&d.name);
}

void
document_read_parts(struct source *source, struct samples *samples,
    const struct input *in, size_t threads, size_t part)
{
	struct fast *fast = mem_zalloc(1, sizeof(*fast));
	struct ahead *ahead = ahead_open(source, samples, threads, part);

	document(source, samples, fast, ahead, in);
	ahead_close(ahead);
	free(fast);
}

void
document_read(struct source *source, struct samples *samples,
    const struct input *in)
{
	size_t threads = ahead_threads();

	document_read_parts(source, samples, in, threads, ahead_part(threads));
}

void
document_read_jsmn(struct source *source, struct samples *samples,
    const struct input *in)
{
	document(source, samples, NULL, NULL, in);
}
