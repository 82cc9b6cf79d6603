/* SPDX-License-Identifier: MIT */
/* The fast lane: entries in the prover's own layouts. */
#include "base/block.h"
#include "fast.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* A text that must follow, with room for whole blocks to be compared. */
struct piece {
	char text[64];
	size_t n;
};

/* Larger entries take the slow lane, which enforces the limits. */
enum { FAST_LONGEST = 64 * 1024 };

#define PIECE(s)                 \
	{                        \
		s, sizeof(s) - 1 \
	}

/* The fixed text around the variable parts of an entry. */
struct layout {
	struct piece begin;   /* up to the first key */
	struct piece between; /* key and value */
	struct piece next;    /* a value and the next key */
	struct piece last;    /* the last value and the metric */
	struct piece bare;    /* no label: up to the metric */
	struct piece value;   /* the metric and the value */
	struct piece end;     /* after the value */
};

static const struct layout pretty = {
	PIECE("\n    {\n      \"labels\": [\n        [\n          \""),
	PIECE("\",\n          \""),
	PIECE("\"\n        ],\n        [\n          \""),
	PIECE("\"\n        ]\n      ],\n      \"metric\": \""),
	PIECE("\n    {\n      \"labels\": [],\n      \"metric\": \""),
	PIECE("\",\n      \"value\": \""),
	PIECE("\"\n    }"),
};

static const struct layout compact = {
	PIECE("{\"labels\":[[\""),
	PIECE("\",\""),
	PIECE("\"],[\""),
	PIECE("\"]],\"metric\":\""),
	PIECE("{\"labels\":[],\"metric\":\""),
	PIECE("\",\"value\":\""),
	PIECE("\"}"),
};

/*
 * Passes a piece; NULL if another text is there. No bounds are checked, here
 * and below: nothing matches the zeros after the text.
 */
ALWAYS_INLINE const char *
pass(const char *p, const struct piece *piece)
{
	return block_same(p, piece->text, piece->n) ? p + piece->n : NULL;
}

/* A string from p to its quote; false at an escape or a special byte. */
ALWAYS_INLINE bool
string(const char *p, struct slice *s)
{
	size_t n = 0, i;

	do {
		i = block_special(p + n);
		n += i;
	} while (i == 16);
	*s = (struct slice){ p, n };
	return p[n] == '"';
}

/* Digits of a number that is certainly below 2^64. */
ALWAYS_INLINE bool
counter(const char *p, struct slice *s)
{
	size_t n = block_no_digit(p);

	if (n == 16)
		n += block_no_digit(p + 16);
	*s = (struct slice){ p, n };
	return n > 0 && n < 20 && p[n] == '"';
}

/* Digits with at most one point and an optional minus. */
static bool
gauge(const char *p, struct slice *s)
{
	size_t n = *p == '-', digits = 0, points = 0;

	for (; (p[n] >= '0' && p[n] <= '9') || p[n] == '.'; n++) {
		points += p[n] == '.';
		digits += p[n] != '.';
	}
	*s = (struct slice){ p, n };
	return digits > 0 && points < 2 && p[n] == '"';
}

/* The sequence of labels, extended by the key at p. */
ALWAYS_INLINE struct shape *
longer(struct shapes *shapes, struct shape *above, const char *p,
    const struct layout *l)
{
	for (struct shape *s = above->child; s != NULL; s = s->next)
		if (block_same(p, s->text, s->ntext))
			return s;
	return shapes_add(shapes, above, p,
	    (struct slice){ l->between.text, l->between.n });
}

/* Labels, from the first key on; returns where the metric begins. */
ALWAYS_INLINE const char *
labels(struct fast *f, struct shapes *shapes, const char *p,
    const struct layout *l)
{
	struct shape *s = &shapes->root;
	const char *next;

	for (;;) {
		struct slice *value = &f->label[f->nlabels];

		s = longer(shapes, s, p, l);
		if (s == NULL || !string(p + s->ntext, value))
			return NULL;
		f->shape[f->nlabels++] = s;
		p = value->at + value->n;
		if ((next = pass(p, &l->next)) == NULL)
			return pass(p, &l->last);
		p = next;
	}
}

/* An entry; returns where it ends, or NULL. */
ALWAYS_INLINE const char *
entry(struct fast *f, struct shapes *shapes, enum kind kind, const char *text,
    const struct layout *l)
{
	const char *p = pass(text, &l->begin);

	f->nlabels = 0;
	p = p == NULL ? pass(text, &l->bare) : labels(f, shapes, p, l);
	if (p == NULL || !string(p, &f->metric) ||
	    (p = pass(p + f->metric.n, &l->value)) == NULL)
		return NULL;
	if (!(kind == KIND_COUNTER ? counter(p, &f->value) :
				     gauge(p, &f->value)))
		return NULL;
	return pass(p + f->value.n, &l->end);
}

/* Puts the labels that are of the sets; returns where they end. */
ALWAYS_INLINE char *
put_labels(const struct fast *f, char *to, unsigned sets)
{
	const unsigned char *order;
	char *from = to;

	if (f->nlabels == 0)
		return to;
	order = f->shape[f->nlabels - 1]->order;
	for (size_t i = 0; i < f->nlabels; i++) {
		const struct shape *s = f->shape[order[i]];

		if (sets != NEEDS_ALL && (s->set & sets) == 0)
			continue;
		to = block_put(to, s->shown, s->nshown);
		to = block_put(to, f->label[order[i]].at, f->label[order[i]].n);
		*to++ = '"';
		*to++ = ',';
	}
	return to == from ? to : to - 1;
}

/* Puts the columns before the labels; returns where these begin. */
ALWAYS_INLINE char *
put_columns(const struct fast *f, char *to, struct slice prefix)
{
	to = block_put(to, prefix.at, prefix.n);
	to = block_put(to, f->metric.at, f->metric.n);
	*to++ = '\t';
	to = block_put(to, f->value.at, f->value.n);
	*to++ = '\t';
	return to;
}

/* Whether all of the entry's keys were there before; sets their sets. */
static bool
are_known(struct fast *f, struct needs *needs)
{
	bool known = true;

	if (f->nlabels == 0 || f->shape[f->nlabels - 1]->known)
		return true;
	for (size_t i = 0; i < f->nlabels; i++) {
		struct slice key = shape_key(f->shape[i]);

		f->shape[i]->set = needs_set(needs, key);
		known = needs_is_known(needs, key) && known;
	}
	f->shape[f->nlabels - 1]->known = true;
	return known;
}

/*
 * The labels that an entry's record is written with, a set; 0 if the record is
 * not needed. There is room for them at `to'.
 */
static unsigned
needed(struct fast *f, struct samples *out, enum kind kind, char *to)
{
	struct needs *needs = out->needs;
	const struct needs_metric *m = needs_metric(needs, f->metric);
	struct slice all = { to, 0 };

	if (needs->wanted.nlabels > 0)
		all.n = (size_t)(put_labels(f, to, NEEDS_ALL) - to);
	if (!samples_needs(out, m, kind, f->value, all))
		return 0;
	return m->labels == NEEDS_ALL || are_known(f, needs) ? m->labels :
							       NEEDS_ALL;
}

/* Writes the record of an entry that took n bytes. */
ALWAYS_INLINE void
record(struct fast *f, struct samples *out, enum kind kind, size_t n)
{
	struct slice prefix = buf_bytes(&out->prefix[kind]);
	struct slice carried = buf_bytes(&out->carried);
	char *to,
	    *start = recout_room(&out->out, prefix.n + n + carried.n + 64);
	unsigned sets = NEEDS_ALL;

	to = put_columns(f, start, prefix);
	if (out->needs != NULL && (sets = needed(f, out, kind, to)) == 0)
		return;
	to = put_labels(f, to, sets);
	if (carried.n > 0)
		to = block_put(to, carried.at, carried.n);
	*to++ = '\n';
	out->out.n += (size_t)(to - start);
	recout_mark(&out->out);
}

ALWAYS_INLINE size_t
entries(struct fast *f, struct samples *out, enum kind kind, const char *text,
    size_t n, bool first, const struct layout *l, struct shapes *shapes)
{
	const char *end = text;

	for (; first || *end == ','; first = false) {
		const char *p = entry(f, shapes, kind, end + !first, l);

		if (p == NULL || p > text + n || p - end > FAST_LONGEST)
			break;
		record(f, out, kind, (size_t)(p - end));
		end = p;
	}
	return (size_t)(end - text);
}

size_t
fast_entries(struct fast *f, struct samples *out, enum kind kind,
    const char *text, size_t n, bool first)
{
	return text[!first] == '\n' ?
	    entries(f, out, kind, text, n, first, &pretty, &f->shapes[0]) :
	    entries(f, out, kind, text, n, first, &compact, &f->shapes[1]);
}
