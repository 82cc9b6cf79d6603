/* SPDX-License-Identifier: MIT */
/* Writer of the samples stream. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/field.h"
#include "base/mem.h"
#include "samples.h"
#include "stream/labels.h"
#include "stream/line.h"
#include "stream/stream.h"

/* Formats the carried columns. */
static void
carry(struct samples *s)
{
	s->carried.n = 0;
	for (size_t i = 0; i < s->nset; i++) {
		buf_char(&s->carried, '\t');
		field_escape(&s->carried,
		    s->set[i].value.at != NULL ? s->set[i].value :
						 buf_bytes(&s->own[i]));
	}
	memset(buf_room(&s->carried, 32), 0, 32);
}

void
samples_carry(struct samples *s, struct slice key, struct slice value)
{
	for (size_t i = 0; i < s->nset; i++)
		if (slice_eq(s->set[i].key, key)) {
			s->own[i].n = 0;
			buf_slice(&s->own[i], value);
		}
	carry(s);
}

void
samples_open(struct samples *s, unsigned long run, const struct pair *set,
    size_t n, struct needs *needs)
{
	*s = (struct samples){ .run = run,
		.set = set,
		.nset = n,
		.needs = needs };
	s->own = mem_zalloc(n + 1, sizeof(*s->own));
	recout_open(&s->out);
	recout_str(&s->out, stream_of(STREAM_SAMPLES)->layout);
	for (size_t i = 0; i < n; i++) {
		recout_char(&s->out, '\t');
		recout_slice(&s->out, set[i].key);
	}
	carry(s);
	recout_char(&s->out, '\n');
	recout_mark(&s->out);
	recout_flush(&s->out);
}

/* The number of runs of a bench so far. */
static unsigned long *
runs_of(struct samples *s, struct slice bench)
{
	size_t at = map_put(&s->benches, 0, bench);

	if (at == s->cap) {
		s->runs = mem_grow(s->runs, &s->cap, at, sizeof(*s->runs));
		memset(s->runs + at, 0, (s->cap - at) * sizeof(*s->runs));
	}
	return &s->runs[at];
}

void
samples_bench(struct samples *s, struct slice bench, bool next)
{
	unsigned long *runs = runs_of(s, bench);

	*runs += next;
	s->first = s->first || next;
	for (int kind = 0; kind < KINDS; kind++) {
		struct buf *b = &s->prefix[kind];

		b->n = 0;
		field_escape(b, bench);
		buf_printf(b, "\t%lu\t%s\t", s->run - 1 + *runs,
		    kind_name[kind]);
		memset(buf_room(b, 32), 0, 32);
	}
}

int
samples_key_cmp(struct slice a, struct slice b)
{
	bool first = slice_eq(a, SLICE("group"));

	if (first != slice_eq(b, SLICE("group")))
		return first ? -1 : 1;
	return slice_cmp(a, b);
}

static int
compare(const void *a, const void *b)
{
	return samples_key_cmp(((const struct pair *)a)->key,
	    ((const struct pair *)b)->key);
}

/* Equal keys keep their order, since the first one counts. */
static void
sort_labels(struct entry *e)
{
	for (size_t i = 1; i < e->nlabels; i++) {
		if (compare(&e->label[i - 1], &e->label[i]) <= 0)
			continue;
		if (mergesort(e->label, e->nlabels, sizeof(*e->label),
			compare) != 0)
			fail("out of memory");
		break;
	}
}

/* Puts the labels that are of the sets into the buffer for them. */
static void
put_labels(struct samples *s, const struct entry *e, unsigned sets)
{
	s->labels.n = 0;
	for (size_t i = 0; i < e->nlabels; i++) {
		if (sets != NEEDS_ALL &&
		    (needs_set(s->needs, e->label[i].key) & sets) == 0)
			continue;
		if (s->labels.n > 0)
			buf_char(&s->labels, ',');
		labels_add(&s->labels, e->label[i].key, e->label[i].value);
	}
}

static bool
are_known(struct needs *needs, const struct entry *e)
{
	bool known = true;

	for (size_t i = 0; i < e->nlabels; i++)
		known = needs_is_known(needs, e->label[i].key) && known;
	return known;
}

/* Takes back what is not needed of a record, or all of it; true if any is. */
static bool
trim(struct samples *s, enum kind kind, const struct entry *e)
{
	struct needs_metric m = needs_of(s->needs, buf_bytes(&s->metric));

	if (!samples_needs(s, &m, kind, e->value, buf_bytes(&s->labels))) {
		s->out.n = s->out.whole;
		return false;
	}
	if (m.labels != NEEDS_ALL && are_known(s->needs, e)) {
		s->out.n -= s->labels.n;
		put_labels(s, e, m.labels);
		recout_slice(&s->out, buf_bytes(&s->labels));
	}
	return true;
}

bool
samples_write(struct samples *s, enum kind kind, struct entry *e)
{
	sort_labels(e);
	recout_slice(&s->out, buf_bytes(&s->prefix[kind]));
	s->metric.n = 0;
	field_escape(&s->metric, e->metric);
	recout_field(&s->out, buf_bytes(&s->metric));
	recout_field(&s->out, e->value);
	put_labels(s, e, NEEDS_ALL);
	recout_slice(&s->out, buf_bytes(&s->labels));
	if (s->out.n - s->out.whole + s->carried.n + 1 > LINE_MAX_BYTES)
		return false;
	if (s->needs != NULL && !trim(s, kind, e))
		return true;
	recout_slice(&s->out, buf_bytes(&s->carried));
	recout_char(&s->out, '\t');
	recout_end(&s->out);
	return true;
}

void
samples_close(struct samples *s)
{
	recout_close(&s->out);
	for (int kind = 0; kind < KINDS; kind++)
		buf_free(&s->prefix[kind]);
	buf_free(&s->metric);
	buf_free(&s->labels);
	buf_free(&s->carried);
	for (size_t i = 0; i < s->nset; i++)
		buf_free(&s->own[i]);
	free(s->own);
	map_free(&s->benches);
	free(s->runs);
}
